// SPDX-License-Identifier: Apache-2.0
// Divides a document for the scopes of patterns.
#include "rules/text_unit.h"

#include <string_view>

namespace edgewise {
namespace {

// The length of the clause end that begins at `at`; 0 if there is none.
std::uint32_t clause_end_at(std::string_view text, std::uint32_t at) {
  constexpr std::string_view kAscii = ",;:!?";
  constexpr std::string_view kFullStop = "。";
  if (kAscii.find(text[at]) != std::string_view::npos) return 1;
  return text.compare(at, kFullStop.size(), kFullStop) == 0 ? static_cast<std::uint32_t>(kFullStop.size()) : 0;
}

void add_clauses(const Document& document, const std::vector<FoundMention>& mentions, std::uint32_t sentence,
                 std::vector<TextUnit>& units) {
  const std::string_view text = document.text();
  const Span whole = document.sentences()[sentence].span;
  std::uint32_t begin = whole.begin;
  std::size_t mention = 0;
  for (std::uint32_t at = whole.begin; at < whole.end;) {
    if (mention < mentions.size() && at >= mentions[mention].span.begin) {
      at = std::max(at, mentions[mention++].span.end);
    } else if (const std::uint32_t mark = clause_end_at(text, at); mark > 0) {
      if (at > begin) units.push_back({sentence, sentence, {begin, at}});
      begin = at += mark;
    } else {
      ++at;
    }
  }
  if (begin < whole.end) units.push_back({sentence, sentence, {begin, whole.end}});
}

bool is_body(const Sentence& sentence) { return sentence.kind == SentenceKind::body; }

}  // namespace

std::vector<TextUnit> units_of(MatchScope scope, const Document& document,
                               const std::vector<std::vector<FoundMention>>& mentions) {
  std::vector<TextUnit> units;
  const auto sentences = document.sentences();
  const auto last_of = [&](std::uint32_t first, auto&& goes_on) {
    std::uint32_t last = first;
    while (last + 1 < sentences.size() && goes_on(sentences[last + 1])) ++last;
    return last;
  };
  for (std::uint32_t i = 0; i < sentences.size(); ++i) {
    const Sentence& sentence = sentences[i];
    std::uint32_t last = i;
    switch (scope) {
      case MatchScope::clause:
        add_clauses(document, mentions[i], i, units);
        continue;
      case MatchScope::sentence:
        break;
      case MatchScope::title:
        if (sentence.kind != SentenceKind::title) continue;
        break;
      case MatchScope::neighbours:
        if (i + 1 == sentences.size() || sentences[i + 1].paragraph != sentence.paragraph) continue;
        last = i + 1;
        break;
      case MatchScope::paragraph:
        last = last_of(i, [&](const Sentence& next) { return next.paragraph == sentence.paragraph; });
        break;
      case MatchScope::document:
        if (!is_body(sentence)) continue;
        last = last_of(i, [](const Sentence&) { return true; });
        break;
    }
    units.push_back({i, last, {sentence.span.begin, sentences[last].span.end}});
    if (scope == MatchScope::paragraph || scope == MatchScope::document) i = last;
  }
  return units;
}

void take_mentions(const TextUnit& unit, const std::vector<std::vector<FoundMention>>& mentions,
                   const std::vector<std::uint32_t>& first_mention, UnitMentions& result) {
  result.here.clear();
  result.first = first_mention[unit.first];
  for (std::uint32_t sentence = unit.first; sentence <= unit.last; ++sentence) {
    for (const FoundMention& mention : mentions[sentence]) {
      if (mention.span.begin < unit.span.begin)
        ++result.first;
      else if (mention.span.end <= unit.span.end)
        result.here.push_back(mention);
    }
  }
}

std::uint32_t sentence_at(const TextUnit& unit, const Document& document, std::uint32_t offset) {
  std::uint32_t sentence = unit.first;
  while (sentence < unit.last && offset >= document.sentences()[sentence + 1].span.begin) ++sentence;
  return sentence;
}

}  // namespace edgewise
