// SPDX-License-Identifier: Apache-2.0
// Sentences of Chinese and English text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace edgewise {

enum class SentenceKind : std::uint8_t { title, heading, body };
enum class Script : std::uint8_t { han, other };

// A sentence of the normalised text: without the blanks around it, with its closing marks and quotes.
struct Sentence {
  Span span;                              // in Document::text()
  std::uint32_t paragraph = 0;            // 0-based
  SentenceKind kind = SentenceKind::body;
  Script script = Script::other;          // han if any Han character occurs in it
};

// Longest sentence in code points. A longer one is cut behind its last clause mark or blank before that.
inline constexpr std::size_t kLongestSentence = 4096;

// The sentences of `text`, in order; together they hold everything in it that is not blank. Requires normalised text.
//
// - A line is a paragraph; lines of English of 50 characters and more that end without a mark are hard-wrapped and run on.
// - A sentence ends with its paragraph, and after 。 ! ? . with the closing quotes and brackets that follow, unless a comma,
//   colon or semicolon comes next.
// - A full stop does not end it within numbers and names, before a lower-case word, after an initial or an abbreviation.
// - An ellipsis ends it before a closing mark, a blank or the end of the paragraph; else it is a pause.
// - A short line of its own without a final mark is a heading; the first line of the document, a title.
std::vector<Sentence> split_sentences(std::string_view text);

}  // namespace edgewise
