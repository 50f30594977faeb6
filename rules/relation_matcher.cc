// SPDX-License-Identifier: Apache-2.0
// From pattern matches to matches between mentions.
#include "rules/relation_matcher.h"

#include <algorithm>
#include <tuple>

#include "rules/match_ends.h"

namespace edgewise {
namespace {

bool fixed(const RuleSet::Compiled& rules, const Match& match) {
  return rules.rules[match.pattern].modality.has_value();
}

void keep_one_for_each_pair(const RuleSet::Compiled& rules, std::vector<Match>& matches, std::size_t begin) {
  const auto pair = [](const Match& match) { return std::tuple(match.relation, match.from, match.to); };
  const auto first = matches.begin() + static_cast<std::ptrdiff_t>(begin);
  std::sort(first, matches.end(), [&](const Match& a, const Match& b) {
    if (pair(a) != pair(b)) return pair(a) < pair(b);
    if (fixed(rules, a) != fixed(rules, b)) return fixed(rules, a);
    if (a.modality != b.modality) return modality_rank(a.modality) < modality_rank(b.modality);
    return std::tuple(a.pattern, a.span) < std::tuple(b.pattern, b.span);
  });
  matches.erase(std::unique(first, matches.end(), [&](const Match& a, const Match& b) { return pair(a) == pair(b); }),
                matches.end());
  std::sort(matches.begin() + static_cast<std::ptrdiff_t>(begin), matches.end(), [&](const Match& a, const Match& b) {
    return std::tuple(a.span.begin, a.relation, a.from, a.to) < std::tuple(b.span.begin, b.relation, b.from, b.to);
  });
}

}  // namespace

std::vector<Match> match_relations(const RuleSet::Compiled& rules, const Document& document,
                                   const std::vector<std::vector<FoundMention>>& mentions,
                                   const std::vector<std::uint32_t>& first_mention, Search search) {
  std::vector<Match> matches;
  TypedText typed;
  std::vector<std::uint32_t> candidates;
  for (std::uint32_t sentence = 0; sentence < mentions.size(); ++sentence) {
    if (mentions[sentence].size() < 2) continue;
    const Sentence& where = document.sentences()[sentence];
    const std::string_view language = language_of(where);
    typed.build(document.text(), where.span, mentions[sentence], *rules.codes);
    if (search == Search::prefiltered)
      rules.patterns.candidates(typed.text(), language, typed.codes(), candidates);
    else
      rules.patterns.all(language, candidates);
    const std::size_t begin = matches.size();
    for (const std::uint32_t pattern : candidates) {
      const RelationRule& rule = rules.rules[pattern];
      std::uint32_t from = 0;
      while (const auto found = rules.patterns.find(pattern, typed.text(), from)) {
        from = std::max(behind_first_slot(*found), from + 1);
        const MatchEnds ends = ends_of(*found, rules.patterns.slots(pattern), rule, typed);
        Modality modality = rule.modality.value_or(Modality::asserted);
        Span cue{};
        if (!rule.modality && rule.cues) {
          const CueSet::Verdict verdict = rules.cues.judge(typed.text(), found->span, language);
          modality = verdict.modality;
          if (!verdict.cue.empty()) cue = typed.to_document(verdict.cue);
        }
        for (const std::uint32_t a : ends.from) {
          for (const std::uint32_t b : ends.to) {
            if (mentions[sentence][a].entity == mentions[sentence][b].entity || (rule.pairs && a >= b)) continue;
            matches.push_back({rule.relation, first_mention[sentence] + a, first_mention[sentence] + b, modality,
                               sentence, typed.to_document(found->span), cue, pattern});
          }
        }
        if (from > typed.text().size()) break;
      }
    }
    keep_one_for_each_pair(rules, matches, begin);
  }
  return matches;
}

}  // namespace edgewise
