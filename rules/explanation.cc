// SPDX-License-Identifier: Apache-2.0
// Runs the engine, then asks its parts again how each match came about.
#include "rules/explanation.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "rules/document_facts.h"
#include "rules/match_ends.h"
#include "rules/match_parts.h"
#include "rules/mention_finder.h"
#include "rules/pair_check.h"
#include "rules/pattern_guards.h"
#include "rules/text_unit.h"

namespace edgewise {
namespace {

ExplainedPart::Kind kind_of(const MatchPart& part) {
  switch (part.kind) {
    case PatternElement::Kind::slot:
      return part.role == SlotRole::from ? ExplainedPart::Kind::from
             : part.role == SlotRole::to ? ExplainedPart::Kind::to
                                         : ExplainedPart::Kind::mention;
    case PatternElement::Kind::gap:
      return ExplainedPart::Kind::gap;
    case PatternElement::Kind::fragment:
      return ExplainedPart::Kind::fragment;
    default:
      return ExplainedPart::Kind::text;
  }
}

class Explainer {
 public:
  Explainer(const RuleSet& rules, const Document& document)
      : compiled_(rules.compiled()),
        story_(compiled_, document),
        document_(story_.document()),
        finder_(compiled_, document_),
        parts_(compiled_),
        suits_(documents_suit(compiled_, story_)) {
    result_.extraction = rules.extract(document);
    result_.sentences.resize(document.sentences().size());
    finder_.run();
  }

  Explanation run() {
    for (const auto& mentions : finder_.mentions()) {
      first_mention_.push_back(static_cast<std::uint32_t>(result_.mention_types.size()));
      for (const FoundMention& mention : mentions) result_.mention_types.push_back(mention.type);
    }
    for (std::uint32_t i = 0; i < result_.extraction.matches.size(); ++i) start_statement(i);
    std::set<MatchScope> scopes;
    for (const RelationRule& rule : compiled_.rules) scopes.insert(rule.scope);
    for (const MatchScope scope : scopes)
      for (const TextUnit& unit : units_of(scope, document_, finder_.mentions())) look_at(scope, unit);
    for (ExplainedStatement& statement : statements_)
      result_.sentences[result_.extraction.matches[statement.match].sentence].statements.push_back(
          std::move(statement));
    return std::move(result_);
  }

 private:
  using Pair = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>;  // relation, from, to

  void start_statement(std::uint32_t match);
  void look_at(MatchScope scope, const TextUnit& unit);
  void look_for(std::uint32_t pattern, MatchScope scope, const TextUnit& unit);
  ExplainedMatch explained(std::uint32_t pattern, Span typed);
  void add_refused(const TextUnit& unit, RefusedMatch refused);
  void add_refused_by_guards(std::uint32_t pattern, const TextUnit& unit, const std::vector<PatternMatch>& found);
  void tell_pairs(std::uint32_t pattern, const TextUnit& unit, const PatternMatch& found);
  bool explains(std::uint32_t match, std::uint32_t pattern, const PatternMatch& found);

  const RuleSet::Compiled& compiled_;
  const Story story_;
  const Document& document_;
  MentionFinder finder_;
  MatchParts parts_;
  const std::vector<bool> suits_;
  Explanation result_;
  std::vector<std::uint32_t> first_mention_;  // by sentence
  std::vector<ExplainedStatement> statements_;
  std::map<Pair, std::uint32_t> matches_;
  TypedText typed_;
  UnitMentions inside_;
  std::string_view language_;
};

void Explainer::start_statement(std::uint32_t index) {
  const Match& match = result_.extraction.matches[index];
  const RelationRule& rule = compiled_.rules[match.pattern];
  matches_[{match.relation, match.from, match.to}] = index;
  statements_.push_back(
      {index, {match.pattern, rule.decl->match.text, match.span, {}}, rule.modality.has_value(), std::nullopt});
}

void Explainer::look_at(MatchScope scope, const TextUnit& unit) {
  take_mentions(unit, finder_.mentions(), first_mention_, inside_);
  if (inside_.here.size() < 2) return;
  language_ = language_of(document_.sentences()[unit.first]);
  typed_.build(document_.text(), unit.span, inside_.here, *compiled_.codes);
  std::vector<std::uint32_t> patterns;
  compiled_.patterns.all(language_, patterns);
  for (const std::uint32_t pattern : patterns)
    if (compiled_.rules[pattern].scope == scope) look_for(pattern, scope, unit);
}

// What the engine finds by this pattern in this unit, and what guards keep it from finding.
void Explainer::look_for(std::uint32_t pattern, MatchScope scope, const TextUnit& unit) {
  const RelationRule& rule = compiled_.rules[pattern];
  std::vector<PatternMatch> found;
  for (std::uint32_t from = 0; from <= typed_.text().size();) {
    auto match = compiled_.patterns.find(pattern, typed_.text(), from);
    if (!match) break;
    from = std::max(behind_first_slot(*match), from + 1);
    const Span span = typed_.to_document(match->span);
    const bool crosses = sentence_at(unit, document_, span.begin) != sentence_at(unit, document_, span.end - 1);
    if (scope != MatchScope::neighbours || crosses) found.push_back(std::move(*match));
  }
  if (has_guards(*rule.decl)) add_refused_by_guards(pattern, unit, found);
  for (const PatternMatch& match : found) {
    if (rule.when && !suits_[*rule.when]) {
      RefusedMatch refused;
      refused.by = RefusedMatch::By::document;
      refused.how = explained(pattern, match.span);
      add_refused(unit, std::move(refused));
    } else {
      tell_pairs(pattern, unit, match);
    }
  }
}

ExplainedMatch Explainer::explained(std::uint32_t pattern, Span typed) {
  ExplainedMatch match{pattern, compiled_.rules[pattern].decl->match.text, typed_.to_document(typed), {}};
  for (const MatchPart& part : parts_.of(pattern, typed_.text(), typed))
    match.parts.push_back({kind_of(part), part.written, typed_.to_document(part.taken)});
  return match;
}

void Explainer::add_refused(const TextUnit& unit, RefusedMatch refused) {
  const std::uint32_t sentence = sentence_at(unit, document_, refused.how.span.begin);
  result_.sentences[sentence].refused.push_back(std::move(refused));
}

void Explainer::add_refused_by_guards(std::uint32_t pattern, const TextUnit& unit,
                                      const std::vector<PatternMatch>& found) {
  for (std::uint32_t from = 0; from <= typed_.text().size();) {
    const auto match = compiled_.patterns.find_unguarded(pattern, typed_.text(), from);
    if (!match) break;
    from = std::max(behind_first_slot(*match), from + 1);
    const std::string_view guard = compiled_.patterns.refusal(pattern, typed_.text(), match->span);
    const auto same_ends = [&](const PatternMatch& other) { return other.slots == match->slots; };
    if (guard.empty() || std::any_of(found.begin(), found.end(), same_ends)) continue;
    RefusedMatch refused;
    refused.how = explained(pattern, match->span);
    refused.guard = guard;
    for (const Located& expression : guard_called(*compiled_.rules[pattern].decl, guard))
      refused.guard_written.push_back(expression.text);
    add_refused(unit, std::move(refused));
  }
}

void Explainer::tell_pairs(std::uint32_t pattern, const TextUnit& unit, const PatternMatch& found) {
  const RelationRule& rule = compiled_.rules[pattern];
  const MatchEnds ends = ends_of(found, compiled_.patterns.slots(pattern), rule, typed_);
  for (const std::uint32_t a : ends.from) {
    for (const std::uint32_t b : ends.to) {
      if (rule.pairs && a >= b) continue;
      RefusedMatch refused;
      refused.ends = {inside_.first + (rule.swapped ? b : a), inside_.first + (rule.swapped ? a : b)};
      if (inside_.here[a].entity == inside_.here[b].entity) {
        refused.by = RefusedMatch::By::same_entity;
      } else if (!may_be_a_pair(rule.where, typed_, inside_.here, a, b)) {
        refused.by = RefusedMatch::By::pair;
      } else {
        for (const std::uint32_t relation : compiled_.implied[rule.relation])
          if (const auto match = matches_.find({relation, refused.ends->first, refused.ends->second});
              match != matches_.end())
            (void)explains(match->second, pattern, found);
        const auto match = matches_.find({rule.relation, refused.ends->first, refused.ends->second});
        if (match != matches_.end() && explains(match->second, pattern, found)) continue;
        refused.by = match == matches_.end() ? RefusedMatch::By::engine : RefusedMatch::By::other_pattern;
        if (match != matches_.end()) refused.winner = match->second;
      }
      refused.how = explained(pattern, found.span);
      add_refused(unit, std::move(refused));
    }
  }
}

// Completes the statement of `match` if this is what it came from.
bool Explainer::explains(std::uint32_t index, std::uint32_t pattern, const PatternMatch& found) {
  const Match& match = result_.extraction.matches[index];
  if (match.pattern != pattern || match.span != typed_.to_document(found.span)) return false;
  ExplainedStatement& statement = statements_[index];
  if (!statement.how.parts.empty()) return true;
  statement.how = explained(pattern, found.span);
  if (!match.cue.empty()) {
    const CueSet::Verdict verdict = compiled_.cues.judge(typed_.text(), found.span, language_);
    if (verdict.decl != nullptr)
      statement.cue = {match.cue, compiled_.source.place(verdict.decl->match), verdict.decl->match.text};
  }
  return true;
}

}  // namespace

Explanation explain(const RuleSet& rules, const Document& document) { return Explainer(rules, document).run(); }

}  // namespace edgewise
