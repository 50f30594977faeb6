// SPDX-License-Identifier: Apache-2.0
// Declarations that nothing makes use of, and names that get into each other's way.
#pragma once

#include "rules/gazetteer.h"
#include "rules/rule_file.h"
#include "text/diagnostic.h"

namespace edgewise {

// Warns of types that nothing mentions (W207), listed names that no slot takes (W208), names given twice to one thing
// (W304) and names of two things that differ in case alone (W305). Linear in the rules and their names.
void lint_usage(const RuleSource& source, const Gazetteer& gazetteer, Diagnostics& warnings);

}  // namespace edgewise
