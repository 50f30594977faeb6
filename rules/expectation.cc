// SPDX-License-Identifier: Apache-2.0
// Asks one question after the other, from the names to the parts of the patterns.
#include "rules/expectation.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "rules/entity_name.h"
#include "rules/match_ends.h"
#include "rules/mention_finder.h"
#include "rules/pair_check.h"
#include "rules/pattern_probe.h"
#include "rules/text_unit.h"
#include "text/normalise.h"

namespace edgewise {
namespace {

class Judge {
 public:
  Judge(const RuleSet& rules, const Document& document, const Explanation& explanation,
        const std::vector<std::uint32_t>& sentences, const Expectation& expected, PatternProbe& probe)
      : rules_(rules),
        compiled_(rules.compiled()),
        document_(document),
        extraction_(explanation.extraction),
        types_(explanation.mention_types),
        sentences_(sentences.begin(), sentences.end()),
        expected_(expected),
        symmetric_(rules.relations()[expected.relation].symmetric),
        finder_(compiled_, document),
        probe_(probe) {}

  Verdict run() {
    for (const TypeId type : compiled_.ends[expected_.relation].from)
      verdict_.from_types.push_back(rules_.types()[type].name);
    for (const TypeId type : compiled_.ends[expected_.relation].to)
      verdict_.to_types.push_back(rules_.types()[type].name);
    verdict_.from = called(expected_.from);
    verdict_.to = called(expected_.to);
    if (is_found()) return std::move(verdict_);
    if (verdict_.from.empty() || verdict_.to.empty()) return names_are_missing();
    if (!any_pair([&](std::uint32_t a, std::uint32_t b) { return entity(a) != entity(b); }))
      return because(Verdict::Kind::same_entity);
    if (!any_pair([&](std::uint32_t a, std::uint32_t b) { return fit(a, b) || (symmetric_ && fit(b, a)); })) {
      verdict_.reversed_fits = any_pair([&](std::uint32_t a, std::uint32_t b) { return fit(b, a); });
      return because(Verdict::Kind::wrong_types);
    }
    try_patterns();
    if (!verdict_.nearest.empty()) return because(Verdict::Kind::no_match);
    const bool meet = any_pair([&](std::uint32_t a, std::uint32_t b) { return sentence(a) == sentence(b); });
    return because(meet ? Verdict::Kind::no_patterns : Verdict::Kind::apart);
  }

 private:
  Verdict because(Verdict::Kind kind) {
    verdict_.kind = kind;
    return std::move(verdict_);
  }
  std::uint32_t entity(std::uint32_t mention) const { return extraction_.mentions[mention].entity; }
  std::uint32_t sentence(std::uint32_t mention) const { return extraction_.mentions[mention].sentence; }
  bool bears(std::uint32_t mention, const std::string& name) const {
    return is_called(extraction_.entities[entity(mention)], extraction_.mentions[mention].span.in(document_.text()),
                     name);
  }
  std::vector<std::uint32_t> called(const std::string& name) const;
  bool is_found();
  bool fit(std::uint32_t from, std::uint32_t to) const;
  template <typename Test>
  bool any_pair(Test test) const {
    return std::any_of(verdict_.from.begin(), verdict_.from.end(), [&](std::uint32_t a) {
      return std::any_of(verdict_.to.begin(), verdict_.to.end(), [&](std::uint32_t b) { return test(a, b); });
    });
  }
  Verdict names_are_missing();
  MissingName missing(const std::string& name, const std::vector<std::string>& types) const;
  std::optional<std::uint32_t> nearest_mention(const std::string& name) const;
  void try_patterns();
  void try_unit(MatchScope scope, const TextUnit& unit);
  void try_pair(MatchScope scope, const TextUnit& unit, std::uint32_t from, std::uint32_t to, bool reversed);
  void try_pattern(std::uint32_t pattern, const TextUnit& unit, std::uint32_t from, std::uint32_t to, bool reversed);
  bool concerns(const RelationRule& rule) const;
  bool meets(std::uint32_t first, std::uint32_t last) const {
    const auto next = sentences_.lower_bound(first);
    return next != sentences_.end() && *next <= last;
  }
  void keep(NearPattern near);
  void tell_why_not_found(NearPattern& near, std::uint32_t from, std::uint32_t to);

  const RuleSet& rules_;
  const RuleSet::Compiled& compiled_;
  const Document& document_;
  const Extraction& extraction_;
  const std::vector<std::uint32_t>& types_;
  std::set<std::uint32_t> sentences_;
  const Expectation& expected_;
  bool symmetric_;
  MentionFinder finder_;
  std::vector<std::uint32_t> first_mention_;  // by sentence
  UnitMentions inside_;
  TypedText typed_;
  PatternProbe& probe_;
  Verdict verdict_;
  std::map<std::uint32_t, NearPattern> nearest_;  // by pattern
};

std::vector<std::uint32_t> Judge::called(const std::string& name) const {
  std::vector<std::uint32_t> found;
  for (std::uint32_t i = 0; i < extraction_.mentions.size(); ++i)
    if (sentences_.count(sentence(i)) > 0 && bears(i, name)) found.push_back(i);
  return found;
}

bool Judge::is_found() {
  std::vector<std::uint32_t> otherwise;
  for (std::uint32_t i = 0; i < extraction_.matches.size(); ++i) {
    const Match& match = extraction_.matches[i];
    if (match.relation != expected_.relation) continue;
    if (!meets(match.sentence, match.last_sentence)) continue;
    const bool straight = bears(match.from, expected_.from) && bears(match.to, expected_.to);
    const bool reversed = symmetric_ && bears(match.from, expected_.to) && bears(match.to, expected_.from);
    if (!straight && !reversed) continue;
    const bool meant = expected_.modality ? match.modality == *expected_.modality : match.modality != Modality::negated;
    (meant ? verdict_.matches : otherwise).push_back(i);
  }
  verdict_.kind = Verdict::Kind::found;
  if (!verdict_.matches.empty()) return true;
  verdict_.matches = std::move(otherwise);
  verdict_.kind = Verdict::Kind::other_modality;
  return !verdict_.matches.empty();
}

bool Judge::fit(std::uint32_t from, std::uint32_t to) const {
  const PatternEnds& ends = compiled_.ends[expected_.relation];
  const auto is_one = [&](std::uint32_t mention, const std::vector<TypeId>& types) {
    return std::any_of(types.begin(), types.end(),
                       [&](TypeId type) { return compiled_.types.is_a(types_[mention], type); });
  };
  return entity(from) != entity(to) && is_one(from, ends.from) && is_one(to, ends.to);
}

Verdict Judge::names_are_missing() {
  if (verdict_.from.empty()) verdict_.missing.push_back(missing(expected_.from, verdict_.from_types));
  if (verdict_.to.empty()) verdict_.missing.push_back(missing(expected_.to, verdict_.to_types));
  return because(Verdict::Kind::no_name);
}

MissingName Judge::missing(const std::string& name, const std::vector<std::string>& types) const {
  MissingName result;
  result.name = normalise_name(name);
  result.types = types;
  for (const std::uint32_t i : sentences_) {
    const Span where = document_.sentences()[i].span;
    const std::size_t at = where.in(document_.text()).find(result.name);
    if (result.name.empty() || at == std::string_view::npos) continue;
    const auto begin = where.begin + static_cast<std::uint32_t>(at);
    result.text = Span{begin, begin + static_cast<std::uint32_t>(result.name.size())};
    break;
  }
  for (std::uint32_t i = 0; result.text && i < extraction_.mentions.size() && !result.inside; ++i)
    if (extraction_.mentions[i].span.overlaps(*result.text)) result.inside = i;
  if (const auto listed = compiled_.gazetteer.find(result.name); listed && !result.text)
    result.listed_as = compiled_.gazetteer.entities()[*listed].ref.key;
  if (!result.text) result.nearest = nearest_mention(result.name);
  return result;
}

std::optional<std::uint32_t> Judge::nearest_mention(const std::string& name) const {
  std::vector<std::string> names;
  std::vector<std::uint32_t> owners;
  for (std::uint32_t i = 0; i < extraction_.mentions.size(); ++i) {
    if (sentences_.count(sentence(i)) == 0) continue;
    const EntityRef& bearer = extraction_.entities[entity(i)];
    names.push_back(bearer.key);
    names.emplace_back(extraction_.mentions[i].span.in(document_.text()));
    for (const Label& label : bearer.labels) names.push_back(label.text);
    owners.resize(names.size(), i);
  }
  const std::string_view near = nearest_name(name, names);
  if (near.empty()) return std::nullopt;
  return owners[static_cast<std::size_t>(std::find(names.begin(), names.end(), near) - names.begin())];
}

// Whether a match of the rule can be a statement of the expected relation.
bool Judge::concerns(const RelationRule& rule) const {
  const std::vector<std::uint32_t>& implied = compiled_.implied[rule.relation];
  return rule.relation == expected_.relation ||
         std::find(implied.begin(), implied.end(), expected_.relation) != implied.end();
}

void Judge::try_patterns() {
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
  for (auto& [pattern, near] : nearest_) verdict_.nearest.push_back(std::move(near));
  std::stable_sort(verdict_.nearest.begin(), verdict_.nearest.end(), [](const NearPattern& a, const NearPattern& b) {
    return nearer({a.score, a.score_of}, {b.score, b.score_of});
  });
}

void Judge::try_unit(MatchScope scope, const TextUnit& unit) {
  take_mentions(unit, finder_.mentions(), first_mention_, inside_);
  const auto inside = [&](std::uint32_t mention) {
    return inside_.first <= mention && mention < inside_.first + inside_.here.size();
  };
  std::set<std::pair<std::uint32_t, std::uint32_t>> pairs;  // of entities
  for (const std::uint32_t a : verdict_.from)
    for (const std::uint32_t b : verdict_.to)
      if (inside(a) && inside(b) && entity(a) != entity(b)) pairs.emplace(entity(a), entity(b));
  for (const auto& [from, to] : pairs) {
    try_pair(scope, unit, from, to, false);
    if (symmetric_) try_pair(scope, unit, to, from, true);
  }
}

void Judge::try_pair(MatchScope scope, const TextUnit& unit, std::uint32_t from, std::uint32_t to, bool reversed) {
  std::vector<std::uint32_t> patterns;
  compiled_.patterns.all(language_of(document_.sentences()[unit.first]), patterns);
  for (const std::uint32_t pattern : patterns) {
    const RelationRule& rule = compiled_.rules[pattern];
    if (rule.scope != scope || !concerns(rule)) continue;
    try_pattern(pattern, unit, rule.swapped ? to : from, rule.swapped ? from : to, reversed);
  }
}

// With `from` and `to`, entities, at the ends of the pattern.
void Judge::try_pattern(std::uint32_t pattern, const TextUnit& unit, std::uint32_t from, std::uint32_t to,
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
void Judge::tell_why_not_found(NearPattern& near, std::uint32_t from, std::uint32_t to) {
  const RelationRule& rule = compiled_.rules[near.pattern];
  if (rule.when && !documents_suit(compiled_, document_)[*rule.when]) {
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

void Judge::keep(NearPattern near) {
  const auto [known, fresh] = nearest_.try_emplace(near.pattern, near);
  if (!fresh && nearer({near.score, near.score_of}, {known->second.score, known->second.score_of}))
    known->second = std::move(near);
}

}  // namespace

bool nearer(const Verdict& a, const Verdict& b) {
  using Kind = Verdict::Kind;
  const auto rank = [](const Verdict& verdict) {
    switch (verdict.kind) {
      case Kind::found:
        return 0;
      case Kind::other_modality:
        return 1;
      case Kind::no_match:
        return 2;
      case Kind::no_patterns:
        return 3;
      case Kind::apart:
        return 4;
      case Kind::wrong_types:
        return 5;
      case Kind::same_entity:
        return 6;
      case Kind::no_name:
        break;
    }
    return 6 + static_cast<int>(verdict.missing.size());
  };
  if (rank(a) != rank(b) || a.nearest.empty() || b.nearest.empty()) return rank(a) < rank(b);
  return nearer(ProbeScore{a.nearest.front().score, a.nearest.front().score_of},
                ProbeScore{b.nearest.front().score, b.nearest.front().score_of});
}

Verdict judge(const RuleSet& rules, const Document& document, const Explanation& explanation,
              const std::vector<std::uint32_t>& sentences, const Expectation& expected, PatternProbe* probe) {
  std::optional<PatternProbe> own;
  if (probe == nullptr) probe = &own.emplace(rules.compiled());
  return Judge(rules, document, explanation, sentences, expected, *probe).run();
}

}  // namespace edgewise
