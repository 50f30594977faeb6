// SPDX-License-Identifier: Apache-2.0
// Tries each pattern on each pair, with the two names pinned to its ends.
#include "rules/near_pattern_finder.h"

#include <algorithm>
#include <utility>

#include "rules/pair_check.h"
#include "rules/probe_score.h"

namespace edgewise {

// Whether a match of the rule can be a statement of the expected relation.
bool NearPatternFinder::concerns(const RelationRule& rule) const {
  const std::vector<std::uint32_t>& implied = compiled_.implied[rule.relation];
  return rule.relation == relation_ || std::find(implied.begin(), implied.end(), relation_) != implied.end();
}

std::vector<NearPattern> NearPatternFinder::find(std::uint32_t relation, const std::vector<std::uint32_t>& from,
                                                 const std::vector<std::uint32_t>& to) {
  relation_ = relation;
  symmetric_ = rules_.relations()[relation].symmetric;
  from_ = from;
  to_ = to;
  finder_.run();
  std::uint32_t mentions = 0;
  for (const auto& sentence : finder_.mentions()) {
    first_mention_.push_back(mentions);
    mentions += static_cast<std::uint32_t>(sentence.size());
  }
  std::set<MatchScope> scopes;
  for (const RelationRule& rule : compiled_.rules)
    if (concerns(rule)) scopes.insert(rule.scope);
  for (const MatchScope scope : scopes)
    for (const TextUnit& unit : units_of(scope, document_, finder_.mentions()))
      if (meets(unit.first, unit.last)) try_unit(scope, unit);
  std::vector<NearPattern> nearest;
  for (auto& [pattern, near] : nearest_) nearest.push_back(std::move(near));
  std::stable_sort(nearest.begin(), nearest.end(), [](const NearPattern& a, const NearPattern& b) {
    return nearer({a.score, a.score_of}, {b.score, b.score_of});
  });
  return nearest;
}

void NearPatternFinder::try_unit(MatchScope scope, const TextUnit& unit) {
  take_mentions(unit, finder_.mentions(), first_mention_, inside_);
  const auto inside = [&](std::uint32_t mention) {
    return inside_.first <= mention && mention < inside_.first + inside_.here.size();
  };
  std::set<std::pair<std::uint32_t, std::uint32_t>> pairs;  // of entities
  for (const std::uint32_t a : from_)
    for (const std::uint32_t b : to_)
      if (inside(a) && inside(b) && entity(a) != entity(b)) pairs.emplace(entity(a), entity(b));
  for (const auto& [from, to] : pairs) {
    try_pair(scope, unit, from, to, false);
    if (symmetric_) try_pair(scope, unit, to, from, true);
  }
}

void NearPatternFinder::try_pair(MatchScope scope, const TextUnit& unit, std::uint32_t from, std::uint32_t to,
                                 bool reversed) {
  std::vector<std::uint32_t> patterns;
  compiled_.patterns.all(language_of(document_.sentences()[unit.first]), patterns);
  for (const std::uint32_t pattern : patterns) {
    const RelationRule& rule = compiled_.rules[pattern];
    if (rule.scope != scope || !concerns(rule)) continue;
    try_pattern(pattern, unit, rule.swapped ? to : from, rule.swapped ? from : to, reversed);
  }
}

// With `from` and `to`, entities, at the ends of the pattern.
void NearPatternFinder::try_pattern(std::uint32_t pattern, const TextUnit& unit, std::uint32_t from, std::uint32_t to,
                                    bool reversed) {
  // A thing may be mentioned as several types; each pair of them is tried for itself.
  std::set<std::pair<std::uint32_t, std::uint32_t>> codes;
  for (const FoundMention& a : inside_.here)
    for (const FoundMention& b : inside_.here)
      if (a.entity == from && b.entity == to) codes.emplace(a.code, b.code);
  for (const auto& [from_code, to_code] : codes) {
    std::vector<FoundMention> mentions = inside_.here;
    for (FoundMention& mention : mentions) {
      const std::uint32_t code = mention.code;
      if (mention.entity == from && code == from_code) mention.code = compiled_.codes->from_pin();
      if (mention.entity == to && code == to_code) mention.code = compiled_.codes->to_pin();
    }
    TypedText pinned;
    pinned.build(document_.text(), unit.span, mentions, *compiled_.codes);
    const ProbeResult result = probe_.probe(pattern, pinned.text(), from_code, to_code);
    if (result.steps.empty()) continue;
    NearPattern near;
    near.pattern = pattern;
    near.place = unit.span;
    near.written = compiled_.rules[pattern].decl->match.text;
    near.reversed = reversed;
    for (const ProbeStep& step : result.steps) near.steps.push_back({step.written, step.guard});
    near.matched = result.matched;
    near.reached = pinned.to_document(result.reached);
    near.wrong_type = result.wrong_type;
    if (result.gap) near.better_gap = result.gap->instead;
    if (result.complete()) {
      typed_.build(document_.text(), unit.span, inside_.here, *compiled_.codes);
      tell_why_not_found(near, from, to);
    }
    const ProbeScore got = score(result);
    near.score = got.matched;
    near.score_of = got.total;
    keep(std::move(near));
  }
}

// Everything that the pattern and its guards ask for is there.
void NearPatternFinder::tell_why_not_found(NearPattern& near, std::uint32_t from, std::uint32_t to) {
  const RelationRule& rule = compiled_.rules[near.pattern];
  if (rule.when && !documents_suit(compiled_, story_)[*rule.when]) {
    near.refused_by = "when";
    return;
  }
  bool may = false;
  for (std::uint32_t a = 0; a < inside_.here.size(); ++a)
    for (std::uint32_t b = 0; b < inside_.here.size(); ++b)
      if (inside_.here[a].entity == from && inside_.here[b].entity == to)
        may = may || may_be_a_pair(rule.where, typed_, inside_.here, a, b);
  if (!may) {
    near.refused_by = "where";
    return;
  }
  if (const auto match = compiled_.patterns.find(near.pattern, typed_.text(), 0))
    near.taken_instead = typed_.to_document(match->span);
}

void NearPatternFinder::keep(NearPattern near) {
  const auto [known, fresh] = nearest_.try_emplace(near.pattern, near);
  if (!fresh && nearer({near.score, near.score_of}, {known->second.score, known->second.score_of}))
    known->second = std::move(near);
}

}  // namespace edgewise
