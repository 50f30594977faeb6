// SPDX-License-Identifier: Apache-2.0
// Warnings about rules that compile but are not as good as they could be.
#pragma once

#include "rules/rule_file.h"
#include "text/diagnostic.h"

namespace edgewise {

// W204 for each relation with patterns that lacks an example of what it yields or of what it must not yield; W205 for
// fragments that nothing uses; W206 for `\b` or `\w` next to Han characters, which never mean there what they seem to;
// W212 for gaps that pass too much.
void lint_rules(const RuleSource& source, Diagnostics& warnings);

}  // namespace edgewise
