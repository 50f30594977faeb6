// SPDX-License-Identifier: Apache-2.0
// All relations of a rule set with what their files say of them together.
#pragma once

#include <vector>

#include "rules/compiled_rules.h"
#include "rules/relation_links.h"
#include "text/diagnostic.h"

namespace edgewise {

// Fills rules.relations and rules.qualifiers, the numbers of the relations and their definitions. Patterns and examples
// of several files add up; what else they say must agree. Requires compiled types.
void declare_relations(RuleSet::Compiled& rules, RelationIds& relation_ids,
                       std::vector<RelationDefinition>& definitions, Diagnostics& diagnostics);

}  // namespace edgewise
