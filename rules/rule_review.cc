// SPDX-License-Identifier: Apache-2.0
// Judges each pattern by the sentences made for it.
#include "rules/rule_review.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "rules/compiled_rules.h"
#include "rules/diagnostic_order.h"
#include "rules/pattern_witness.h"
#include "rules/usage_lint.h"
#include "rules/witness_reader.h"

namespace edgewise {
namespace {

constexpr std::size_t kEnoughWitnesses = 16;  // before a pattern is called needless
// Thousands of patterns may be alike: so many others are tried on a pattern's first witness, so many kept for the next,
// and so many candidates looked at in all before needless patterns are no longer looked for.
constexpr std::size_t kMostTried = 256, kMostRivals = 8, kMostCandidates = 20'000'000;

class RuleReview {
 public:
  RuleReview(const RuleSet& rules, Diagnostics& warnings)
      : rules_(rules.compiled()), warnings_(warnings), reader_(rules_) {}

  void run() {
    for (std::uint32_t pattern = 0; pattern < rules_.rules.size(); ++pattern) review(pattern);
    report_needless();
    review_mentions();
  }

 private:
  void review(std::uint32_t pattern);
  bool names_type_of_words(const PatternDecl& decl, const PatternScope& scope) const;
  void keep_rivals(std::uint32_t pattern, std::vector<std::uint32_t>& rivals) const;
  std::vector<std::uint32_t> rivals_of(std::uint32_t pattern) const;
  void report_needless();
  void review_mentions();
  void review_mention(const RuleFile& file, const MentionDecl& decl, std::uint32_t pattern);
  void warn(std::string code, const Located& at, std::string message, std::string help,
            std::vector<DiagnosticNote> notes = {}) {
    if (warnings_.size() >= kMostGathered) return;
    warnings_.push_back({Severity::warning, std::move(code), rules_.source.place(at), std::move(message),
                         std::move(help), std::move(notes)});
  }

  const RuleSet::Compiled& rules_;
  Diagnostics& warnings_;
  WitnessReader reader_;
  std::map<std::uint32_t, std::vector<std::uint32_t>> covered_by_;  // patterns that find what a pattern finds
  std::size_t candidates_ = 0;                                      // looked at so far
};

// Why nothing came of the sentences made for a pattern.
struct Failure {
  bool made = false;         // a text could be made
  std::string_view refusal;  // the guard that refused it
  std::string sentence;      // the shortest that matched as typed text, but is read otherwise
};

// Types of words, such as {Post}, are as good as words.
bool RuleReview::names_type_of_words(const PatternDecl& decl, const PatternScope& scope) const {
  Diagnostics ignored;  // the rules compile
  const auto parsed = parse_pattern(decl.match, PatternUse::relation, scope, ignored);
  return parsed && std::any_of(parsed->pieces.begin(), parsed->pieces.end(), [](const PatternPiece& piece) {
           return piece.kind == PatternPiece::Kind::slot && piece.role == SlotRole::other;
         });
}

void RuleReview::review(std::uint32_t pattern) {
  const RelationRule& rule = rules_.rules[pattern];
  const PatternScope scope = rules_.scope(*rule.file, rule.declared);
  const PatternWitness witness(*rules_.codes, scope, rule.file->language, *rule.decl, PatternUse::relation,
                               rules_.ends[rule.declared]);
  const bool has_parts = rule.decl->match.text.find('<') != std::string::npos;
  if (!has_parts && !names_type_of_words(*rule.decl, scope) && !witness.needs_word())
    warn("W211", rule.decl->match, "the pattern has no word of its own, so it takes any sentence with fitting names",
         "write a word that must occur, or a guard 'within' with the words that set the relation apart");
  // With fragments there are more ways to match than can be tried.
  std::vector<std::uint32_t> rivals = has_parts ? std::vector<std::uint32_t>() : rivals_of(pattern);
  std::size_t seen = 0;
  Failure failure;
  for (std::uint32_t round = 0; round < witness.rounds() && (seen == 0 || !rivals.empty()); ++round) {
    const auto typed = witness.typed(round, reader_.alphabet(rule.file->language));
    if (!typed) continue;
    failure.made = true;
    if (!rules_.patterns.find(pattern, *typed, 0)) {
      if (const auto bare = rules_.patterns.find_unguarded(pattern, *typed, 0))
        failure.refusal = rules_.patterns.refusal(pattern, *typed, bare->span);
      continue;
    }
    const auto named = reader_.with_names(*typed, round, rule.file->language);
    if (!named) {
      // Of things that only their form gives away no name is known, so the sentence cannot be made whole.
      rivals.clear();
      ++seen;
      continue;
    }
    const std::string text = *named + (rule.file->language == "en" ? "." : "。");
    candidates_ += reader_.read(text);
    if (candidates_ > kMostCandidates) rivals.clear();
    if (reader_.pairs(pattern).empty()) {
      if (failure.sentence.empty() || text.size() < failure.sentence.size()) failure.sentence = text;
      continue;
    }
    ++seen;
    keep_rivals(pattern, rivals);
  }
  if (seen >= kEnoughWitnesses && !rivals.empty()) covered_by_[pattern] = rivals;
  if (seen > 0) return;
  const Located& at = rule.decl->match;
  if (!failure.made)
    warn("W209", at, "the pattern can never match: nothing can fill one of its slots",
         "list names of its types, or write a mention pattern for them");
  else if (!failure.sentence.empty())
    warn("W209", at, "the pattern can never match: its own words are taken for names",
         fmt::format("in '{}' names are found first; write {{=name}} or a type in their place", failure.sentence));
  else if (!failure.refusal.empty())
    warn("W209", at, fmt::format("the pattern can never match: its '{}' refuses every match", failure.refusal),
         "take the guard away, or narrow it");
  else
    warn("W209", at, "the pattern can never match: it contradicts itself",
         "look for ^, $ or \\b in the middle of a text");
}

std::vector<std::uint32_t> RuleReview::rivals_of(std::uint32_t pattern) const {
  const RelationRule& rule = rules_.rules[pattern];
  std::vector<std::uint32_t> rivals;
  for (std::uint32_t other = 0; other < rules_.rules.size(); ++other) {
    const RelationRule& candidate = rules_.rules[other];
    if (other != pattern && candidate.relation == rule.relation && candidate.modality == rule.modality)
      rivals.push_back(other);
  }
  return rivals;
}

void RuleReview::keep_rivals(std::uint32_t pattern, std::vector<std::uint32_t>& rivals) const {
  const WitnessReader::Pairs wanted = reader_.pairs(pattern);
  std::vector<std::uint32_t> kept;
  std::size_t tried = 0;
  for (const std::uint32_t rival : rivals) {
    if (!reader_.may_match(rival)) continue;
    if (kept.size() == kMostRivals || ++tried > kMostTried) break;
    const WitnessReader::Pairs found = reader_.pairs(rival);
    if (std::includes(found.begin(), found.end(), wanted.begin(), wanted.end())) kept.push_back(rival);
  }
  rivals = std::move(kept);
}

void RuleReview::report_needless() {
  for (const auto& [pattern, rivals] : covered_by_) {
    for (const std::uint32_t rival : rivals) {
      const auto back = covered_by_.find(rival);
      const bool mutual = back != covered_by_.end() &&
                          std::find(back->second.begin(), back->second.end(), pattern) != back->second.end();
      if (mutual && pattern < rival) continue;  // of two alike the later one is needless
      warn("W210", rules_.rules[pattern].decl->match,
           fmt::format("another pattern of '{}' finds all that this one was seen to find",
                       rules_.relations[rules_.rules[pattern].relation].id),
           "take this one away, or say what sets it apart",
           {{rules_.source.place(rules_.rules[rival].decl->match), "this one"}});
      break;
    }
  }
}

void RuleReview::review_mentions() {
  std::vector<std::uint32_t> next(rules_.stages.size(), 0);
  for (const RuleFile& file : rules_.source.rules)
    for (const MentionDecl& decl : file.mentions) review_mention(file, decl, next[decl.stage - 1]++);
}

void RuleReview::review_mention(const RuleFile& file, const MentionDecl& decl, std::uint32_t pattern) {
  const PatternSet& patterns = rules_.stages[decl.stage - 1].patterns;
  const PatternWitness witness(*rules_.codes, rules_.scope(file), file.language, decl.pattern, PatternUse::mention, {});
  std::string_view refusal;
  bool made = false;
  for (std::uint32_t round = 0; round < witness.rounds(); ++round) {
    const auto typed = witness.typed(round, reader_.alphabet(file.language));
    if (!typed) continue;
    made = true;
    if (patterns.find(pattern, *typed, 0)) return;
    if (const auto bare = patterns.find_unguarded(pattern, *typed, 0))
      refusal = patterns.refusal(pattern, *typed, bare->span);
  }
  const std::string reason = !made              ? "nothing can fill one of its slots"
                             : !refusal.empty() ? fmt::format("its '{}' refuses every match", refusal)
                                                : "it contradicts itself";
  warn("W209", decl.pattern.match, "the pattern can never match: " + reason,
       !made              ? "list names of its types, or write a mention pattern for them"
       : !refusal.empty() ? "take the guard away, or narrow it"
                          : "look for ^, $ or \\b in the middle of a text");
}

}  // namespace

void review_rules(const RuleSet& rules, Diagnostics& warnings) {
  Diagnostics found;
  RuleReview(rules, found).run();
  lint_usage(rules.source(), rules.compiled().gazetteer, found);
  arrange(rules.source(), found);
  shorten(found);
  warnings.insert(warnings.end(), found.begin(), found.end());
}

}  // namespace edgewise
