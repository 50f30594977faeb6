// SPDX-License-Identifier: Apache-2.0
// Choosing among the sentences of a line.
#include "pipeline/gold_sentence.h"

#include <algorithm>
#include <vector>

namespace edgewise {
namespace {

bool holds_any(const std::string& folded_sentence, const std::vector<std::string>& folded_names) {
  return std::any_of(folded_names.begin(), folded_names.end(), [&](const std::string& name) {
    return !name.empty() && folded_sentence.find(name) != std::string::npos;
  });
}

}  // namespace

std::string gold_sentence(const Document& document, const GoldRelation& gold, const NameGroups& groups) {
  const std::string evidence = fold_name(gold.evidence);
  const std::vector<std::string> from = groups.spellings(gold.from), to = groups.spellings(gold.to);
  const Sentence* best = nullptr;
  int best_worth = gold.line > 0 ? -1 : 0;
  for (const Sentence& sentence : document.sentences()) {
    const Span original = document.original_span(sentence.span);
    if (gold.line > 0 && document.locate(original.begin).line > gold.line) break;
    if (gold.line > 0 && document.locate(original.end).line < gold.line) continue;
    const std::string folded = fold_name(sentence.span.in(document.text()));
    int worth = (holds_any(folded, from) ? 1 : 0) + (holds_any(folded, to) ? 1 : 0);
    if (!evidence.empty() && folded.find(evidence) != std::string::npos) worth += 3;
    if (worth <= best_worth) continue;
    best = &sentence;
    best_worth = worth;
  }
  return best ? document.quote(document.original_span(best->span)) : std::string();
}

}  // namespace edgewise
