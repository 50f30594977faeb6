// SPDX-License-Identifier: Apache-2.0
// Packs as the user names them, to a rule set.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/terminal.h"
#include "rules/rule_set.h"
#include "text/result.h"

namespace edgewise {

// Locates, reads and compiles `packs` as one rule set; the folders of EDGEWISE_PACKS are searched first. Warnings are
// appended to `warnings`, errors are the result.
Result<RuleSet> load_packs(const std::vector<std::string>& packs, Diagnostics& warnings);

// The same, with warnings and errors reported. Nothing if there were errors.
std::optional<RuleSet> load_packs(const std::vector<std::string>& packs, Terminal& terminal);

}  // namespace edgewise
