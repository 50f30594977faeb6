// SPDX-License-Identifier: Apache-2.0
// What is quoted as the evidence of a match.
#pragma once

#include <cstdint>

#include "rules/rule_set.h"
#include "text/document.h"
#include "text/span.h"

namespace edgewise {

// Longest sentence that is quoted whole, in bytes of normalised text: 800 Han characters.
inline constexpr std::uint32_t kLongestQuote = 2400;

// The stretch of Document::text() to quote for `match`: its sentence. Of a longer sentence (a table or a page without
// full stops, where each match would otherwise repeat thousands of characters) only the clauses around the match, its
// ends and, where it is near enough, its cue. Begins and ends at characters.
Span quoted_span(const Document& document, const Extraction& extraction, const Match& match);

}  // namespace edgewise
