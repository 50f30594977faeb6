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

}  // namespace edgewise
