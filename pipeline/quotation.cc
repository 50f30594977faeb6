// SPDX-License-Identifier: Apache-2.0
// Cutting overlong sentences down to what a reader needs.
#include "pipeline/quotation.h"

#include <algorithm>
#include <string_view>

namespace edgewise {
namespace {

constexpr std::uint32_t kReach = 240;  // bytes quoted beyond the match on either side, at most

Span cover(Span a, Span b) { return {std::min(a.begin, b.begin), std::max(a.end, b.end)}; }

bool begins_character(std::string_view text, std::uint32_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

bool is_clause_end(char byte) { return byte == ',' || byte == ';' || byte == '\n'; }

// As many whole clauses around `core` as the reach allows; where a clause is longer, the characters within reach.
Span widen(std::string_view text, Span core, Span sentence) {
  Span wide = {core.begin - std::min(core.begin - sentence.begin, kReach),
               core.end + std::min(sentence.end - core.end, kReach)};
  while (!begins_character(text, wide.begin)) ++wide.begin;
  while (!begins_character(text, wide.end)) --wide.end;
  if (wide.begin > sentence.begin)
    for (std::uint32_t i = wide.begin; i < core.begin; ++i)
      if (is_clause_end(text[i])) {
        wide.begin = i + 1;
        break;
      }
  if (wide.end < sentence.end)
    for (std::uint32_t i = wide.end; i > core.end; --i)
      if (is_clause_end(text[i - 1])) {
        wide.end = i;
        break;
      }
  return wide;
}

}  // namespace

Span quoted_span(const Document& document, const Extraction& extraction, const Match& match) {
  const Span sentence = cover(document.sentences()[match.sentence].span,
                              document.sentences()[std::max(match.sentence, match.last_sentence)].span);
  if (sentence.size() <= kLongestQuote) return sentence;
  Span core = cover(extraction.mentions[match.from].span, extraction.mentions[match.to].span);
  if (!match.span.empty()) core = cover(core, match.span);
  if (!match.cue.empty() && cover(core, match.cue).size() <= kLongestQuote) core = cover(core, match.cue);
  return widen(document.text(), core, sentence);
}

}  // namespace edgewise
