// SPDX-License-Identifier: Apache-2.0
// The commands for those who write rules, beside check and test.
#pragma once

#include "cli/command.h"

namespace edgewise {

Action declare_coverage(CLI::App& app);
Action declare_fmt(CLI::App& app);
Action declare_new_relation(CLI::App& app);
Action declare_profile(CLI::App& app);
Action declare_schema(CLI::App& app);

}  // namespace edgewise
