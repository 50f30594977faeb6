// SPDX-License-Identifier: Apache-2.0
// From pattern matches to matches between mentions.
#include "rules/relation_matcher.h"

#include <algorithm>
#include <chrono>
#include <set>
#include <tuple>
#include <utility>

#include "rules/match_ends.h"
#include "rules/pair_check.h"
#include "rules/qualifier.h"
#include "rules/text_unit.h"

namespace edgewise {
namespace {

// Time between one look and the next; no clock is read unless somebody wants to know.
class Stopwatch {
 public:
  explicit Stopwatch(bool runs) {
    if (runs) last_ = std::chrono::steady_clock::now();
  }
  std::chrono::nanoseconds lap() {
    const auto now = std::chrono::steady_clock::now();
    return now - std::exchange(last_, now);
  }

 private:
  std::chrono::steady_clock::time_point last_{};
};

class RelationMatcher {
 public:
  RelationMatcher(const RuleSet::Compiled& rules, const Story& story,
                  const std::vector<std::vector<FoundMention>>& mentions, const std::vector<EntityRef>& entities,
                  const std::vector<std::uint32_t>& first_mention, Search search, RuleProfile* profile)
      : rules_(rules),
        document_(story.document()),
        date_(story.facts().date),
        mentions_(mentions),
        entities_(entities),
        first_mention_(first_mention),
        search_(search),
        suits_(documents_suit(rules, story)),
        profile_(profile),
        watch_(profile != nullptr) {
    if (profile_ != nullptr) profile_->patterns.resize(rules.rules.size());
  }

  std::vector<Match> run() {
    std::set<MatchScope> scopes;
    for (const RelationRule& rule : rules_.rules) scopes.insert(rule.scope);
    for (const MatchScope scope : scopes)
      for (const TextUnit& unit : units_of(scope, document_, mentions_)) match_unit(scope, unit);
    add_implied();
    keep_one_for_each_pair();
    if (profile_ != nullptr) {
      profile_->settling += watch_.lap();
      for (const Match& match : matches_) ++profile_->patterns[match.pattern].statements;
    }
    return std::move(matches_);
  }

 private:
  void match_unit(MatchScope scope, const TextUnit& unit);
  void match_pattern(std::uint32_t pattern, MatchScope scope, const TextUnit& unit, std::string_view language);
  void add_pairs(std::uint32_t pattern, const PatternMatch& found, const TextUnit& unit, std::string_view language);
  void add_implied();
  void keep_one_for_each_pair();

  const RuleSet::Compiled& rules_;
  const Document& document_;
  const std::string& date_;
  const std::vector<std::vector<FoundMention>>& mentions_;
  const std::vector<EntityRef>& entities_;
  const std::vector<std::uint32_t>& first_mention_;
  const Search search_;
  const std::vector<bool> suits_;  // by document check
  std::vector<Match> matches_;
  TypedText typed_;
  UnitMentions taken_;
  std::vector<std::uint32_t> candidates_;
  RuleProfile* profile_;
  Stopwatch watch_;
};

void RelationMatcher::match_unit(MatchScope scope, const TextUnit& unit) {
  take_mentions(unit, mentions_, first_mention_, taken_);
  if (taken_.here.size() < 2) return;
  const std::string_view language = language_of(document_.sentences()[unit.first]);
  typed_.build(document_.text(), unit.span, taken_.here, *rules_.codes);
  if (search_ == Search::prefiltered)
    rules_.patterns.candidates(typed_.text(), language, typed_.codes(), candidates_);
  else
    rules_.patterns.all(language, candidates_);
  if (profile_ != nullptr) profile_->selection += watch_.lap();
  for (const std::uint32_t pattern : candidates_) {
    const RelationRule& rule = rules_.rules[pattern];
    if (rule.scope != scope || (rule.when && !suits_[*rule.when])) continue;
    const std::size_t before = matches_.size();
    match_pattern(pattern, scope, unit, language);
    if (profile_ == nullptr) continue;
    RuleProfile::Row& row = profile_->patterns[pattern];
    ++row.candidates;
    row.matches += matches_.size() - before;
    row.time += watch_.lap();
  }
}

void RelationMatcher::match_pattern(std::uint32_t pattern, MatchScope scope, const TextUnit& unit,
                                    std::string_view language) {
  std::uint32_t from = 0;
  while (const auto found = rules_.patterns.find(pattern, typed_.text(), from)) {
    from = std::max(behind_first_slot(*found), from + 1);
    const Span span = typed_.to_document(found->span);
    const bool crosses = sentence_at(unit, document_, span.begin) != sentence_at(unit, document_, span.end - 1);
    if (scope != MatchScope::neighbours || crosses) add_pairs(pattern, *found, unit, language);
    if (from > typed_.text().size()) break;
  }
}

void RelationMatcher::add_pairs(std::uint32_t pattern, const PatternMatch& found, const TextUnit& unit,
                                std::string_view language) {
  const RelationRule& rule = rules_.rules[pattern];
  const MatchEnds ends = ends_of(found, rules_.patterns.slots(pattern), rule, typed_);
  const Span span = typed_.to_document(found.span);
  Match match;
  match.relation = rule.relation;
  match.modality = rule.modality.value_or(Modality::asserted);
  match.sentence = sentence_at(unit, document_, span.begin);
  match.last_sentence = span.empty() ? match.sentence : sentence_at(unit, document_, span.end - 1);
  match.span = span;
  match.pattern = pattern;
  if (!rule.modality && rule.cues) {
    const CueSet::Verdict verdict = rules_.cues.judge(typed_.text(), found.span, language);
    match.modality = verdict.modality;
    if (!verdict.cue.empty()) match.cue = typed_.to_document(verdict.cue);
  }
  match.qualifiers =
      qualifiers_of(found, rules_.qualifiers[rule.declared], typed_, taken_.here, entities_, document_.text(), date_);
  for (const std::uint32_t a : ends.from) {
    for (const std::uint32_t b : ends.to) {
      if (taken_.here[a].entity == taken_.here[b].entity || (rule.pairs && a >= b)) continue;
      if (!may_be_a_pair(rule.where, typed_, taken_.here, a, b)) continue;
      match.from = taken_.first + (rule.swapped ? b : a);
      match.to = taken_.first + (rule.swapped ? a : b);
      matches_.push_back(match);
    }
  }
}

void RelationMatcher::add_implied() {
  const std::size_t stated = matches_.size();
  for (std::size_t i = 0; i < stated; ++i) {
    for (const std::uint32_t relation : rules_.implied[matches_[i].relation]) {
      matches_.push_back(matches_[i]);
      matches_.back().relation = relation;
      matches_.back().implied = true;
    }
  }
}

void RelationMatcher::keep_one_for_each_pair() {
  const auto pair = [](const Match& match) { return std::tuple(match.relation, match.from, match.to); };
  const auto rank = [&](const Match& match) {
    const RelationRule& rule = rules_.rules[match.pattern];
    return std::tuple(-rule.priority, match.implied, !rule.modality.has_value(), modality_rank(match.modality),
                      match.pattern, match.span.begin, match.span.end);
  };
  std::sort(matches_.begin(), matches_.end(), [&](const Match& a, const Match& b) {
    if (pair(a) != pair(b)) return pair(a) < pair(b);
    return rank(a) < rank(b);
  });
  // The first decides; what only others say besides is kept with it.
  const auto last = std::unique(matches_.begin(), matches_.end(), [&](Match& kept, const Match& other) {
    if (pair(kept) != pair(other)) return false;
    add_qualifiers(kept.qualifiers, other.qualifiers);
    return true;
  });
  matches_.erase(last, matches_.end());
  std::sort(matches_.begin(), matches_.end(), [&](const Match& a, const Match& b) {
    return std::tuple(a.sentence, a.span.begin, a.relation, a.from, a.to) <
           std::tuple(b.sentence, b.span.begin, b.relation, b.from, b.to);
  });
}

}  // namespace

std::vector<Match> match_relations(const RuleSet::Compiled& rules, const Story& story,
                                   const std::vector<std::vector<FoundMention>>& mentions,
                                   const std::vector<EntityRef>& entities,
                                   const std::vector<std::uint32_t>& first_mention, Search search,
                                   RuleProfile* profile) {
  return RelationMatcher(rules, story, mentions, entities, first_mention, search, profile).run();
}

}  // namespace edgewise
