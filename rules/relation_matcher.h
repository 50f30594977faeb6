// SPDX-License-Identifier: Apache-2.0
// Runs the relation patterns over the typed sentences of a document.
#pragma once

#include <vector>

#include "rules/compiled_rules.h"
#include "rules/document_facts.h"
#include "rules/rule_profile.h"
#include "rules/typed_text.h"

namespace edgewise {

// Matches of all sentences in the order of Extraction::matches; `first_mention[i]` is the index in Extraction::mentions
// of the first mention of sentence i. For one pair of mentions and one relation only one statement stands: the pattern
// with the higher priority wins, then what is stated over what is implied, then a fixed modality, then the modality
// that ranks first, then the pattern declared first, then the match that begins first, then the shorter one. What the
// patterns cost is added to `profile` if there is one.
std::vector<Match> match_relations(const RuleSet::Compiled& rules, const Story& story,
                                   const std::vector<std::vector<FoundMention>>& mentions,
                                   const std::vector<EntityRef>& entities,
                                   const std::vector<std::uint32_t>& first_mention, Search search,
                                   RuleProfile* profile = nullptr);

}  // namespace edgewise
