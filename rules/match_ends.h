// SPDX-License-Identifier: Apache-2.0
// Which mentions stand at the ends of a pattern's match, and where the search for the next one begins.
#pragma once

#include <cstdint>
#include <vector>

#include "rules/compiled_rules.h"
#include "rules/pattern_set.h"
#include "rules/typed_text.h"

namespace edgewise {

// Mentions, as indexes into those of the typed text.
struct MatchEnds {
  std::vector<std::uint32_t> from, to;
};

MatchEnds ends_of(const PatternMatch& match, const std::vector<SlotGroup>& slots, const RelationRule& rule,
                  const TypedText& typed);

// The types that `{from}` and `{to}` take in the pattern of `rule`.
PatternEnds ends_in_pattern(const RuleSet::Compiled& rules, const RelationRule& rule);

// Behind the first slot that the match filled; always behind the beginning of the match.
std::uint32_t behind_first_slot(const PatternMatch& match);

}  // namespace edgewise
