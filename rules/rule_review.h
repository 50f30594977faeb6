// SPDX-License-Identifier: Apache-2.0
// What is suspicious about rules that compile: found by trying them.
#pragma once

#include "rules/rule_set.h"
#include "text/diagnostic.h"

namespace edgewise {

// Makes sentences for every pattern and has the engine read them. Warns of patterns that never match (W209), that
// another pattern makes needless (W210) and that need no word of their own (W211); and of declarations that are of no
// use (W207, W208) and names that get into each other's way (W304, W305). Takes about a millisecond for each pattern,
// so it is not part of compiling. Deterministic.
void review_rules(const RuleSet& rules, Diagnostics& warnings);

}  // namespace edgewise
