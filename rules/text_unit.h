// SPDX-License-Identifier: Apache-2.0
// The stretches of a document that patterns of each scope are tried on.
#pragma once

#include <cstdint>
#include <vector>

#include "rules/rule_file.h"
#include "rules/typed_text.h"
#include "text/document.h"
#include "text/span.h"

namespace edgewise {

// Sentences [first, last] and the stretch of them that is meant.
struct TextUnit {
  std::uint32_t first = 0, last = 0;
  Span span;  // in Document::text()
};

// In the order of the text. Clauses end at , ; : 。 ! ? outside of mentions; `document` is its body without titles.
std::vector<TextUnit> units_of(MatchScope scope, const Document& document,
                               const std::vector<std::vector<FoundMention>>& mentions);

// The mentions that lie in a unit.
struct UnitMentions {
  std::vector<FoundMention> here;
  std::uint32_t first = 0;  // index in Extraction::mentions of the first of them
};
// Of `mentions`, by sentence; `first_mention[i]` is the index in Extraction::mentions of the first of sentence i. The
// memory of `result` is used again.
void take_mentions(const TextUnit& unit, const std::vector<std::vector<FoundMention>>& mentions,
                   const std::vector<std::uint32_t>& first_mention, UnitMentions& result);

// The sentence of a unit that holds byte `offset` of the document's text.
std::uint32_t sentence_at(const TextUnit& unit, const Document& document, std::uint32_t offset);

}  // namespace edgewise
