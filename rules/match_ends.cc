// SPDX-License-Identifier: Apache-2.0
// From the slots of a match to mentions.
#include "rules/match_ends.h"

#include <algorithm>

namespace edgewise {

MatchEnds ends_of(const PatternMatch& match, const std::vector<SlotGroup>& slots, const RelationRule& rule,
                  const TypedText& typed) {
  MatchEnds ends;
  for (std::size_t i = 0; i < slots.size(); ++i) {
    if (!match.slots[i] || slots[i].role == SlotRole::other) continue;
    const auto [first, last] = typed.mentions_in(*match.slots[i]);
    std::vector<std::uint32_t>& end = slots[i].role == SlotRole::from ? ends.from : ends.to;
    const std::uint32_t most = slots[i].most_items > 0 ? slots[i].most_items : kMostListItems;
    for (std::uint32_t mention = first; mention < std::min(last, first + most); ++mention) end.push_back(mention);
  }
  if (rule.pairs) ends.to = ends.from;
  return ends;
}

PatternEnds ends_in_pattern(const RuleSet::Compiled& rules, const RelationRule& rule) {
  const PatternEnds& ends = rules.ends[rule.relation];
  return rule.swapped ? PatternEnds{ends.to, ends.from} : ends;
}

std::uint32_t behind_first_slot(const PatternMatch& match) {
  std::uint32_t behind = match.span.end;
  for (const auto& slot : match.slots)
    if (slot) behind = std::min(behind, slot->end);
  return std::max(behind, match.span.begin + 1);
}

}  // namespace edgewise
