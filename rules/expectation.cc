// SPDX-License-Identifier: Apache-2.0
// Asks one question after the other, from the names to the parts of the patterns.
#include "rules/expectation.h"

#include <algorithm>
#include <set>
#include <utility>

#include "rules/compiled_rules.h"
#include "rules/entity_name.h"
#include "rules/near_pattern_finder.h"
#include "rules/pattern_probe.h"
#include "rules/probe_score.h"
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
    NearPatternFinder finder(rules_, document_, extraction_, sentences_, probe_);
    verdict_.nearest = finder.find(expected_.relation, verdict_.from, verdict_.to);
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
  bool meets(std::uint32_t first, std::uint32_t last) const {
    const auto next = sentences_.lower_bound(first);
    return next != sentences_.end() && *next <= last;
  }

  const RuleSet& rules_;
  const RuleSet::Compiled& compiled_;
  const Document& document_;
  const Extraction& extraction_;
  const std::vector<std::uint32_t>& types_;
  std::set<std::uint32_t> sentences_;
  const Expectation& expected_;
  bool symmetric_;
  PatternProbe& probe_;
  Verdict verdict_;
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
