// SPDX-License-Identifier: Apache-2.0
// Compiles the relations: their ends, their patterns, what they imply.
#pragma once

#include "rules/compiled_rules.h"
#include "text/diagnostic.h"

namespace edgewise {

// Fills relations, patterns, rules, infos and what belongs to them in `rules`, whose types, names, fragments and codes
// are there.
void compile_relations(RuleSet::Compiled& rules, Diagnostics& diagnostics, Diagnostics& warnings);

}  // namespace edgewise
