// SPDX-License-Identifier: Apache-2.0
// From declarations to compiled rules, with every mistake of meaning reported.
#pragma once

#include <map>
#include <string>

#include "rules/compiled_rules.h"
#include "text/diagnostic.h"

namespace edgewise {

// Fills `rules` from rules.source. `diagnostics` gets the errors of all files; with any of them `rules` is not to be
// used.
void compile_rules(RuleSet::Compiled& rules, Diagnostics& diagnostics, Diagnostics& warnings);

}  // namespace edgewise
