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
  Span span;                    // in Document::text()
  std::uint32_t paragraph = 0;  // 0-based
  SentenceKind kind = SentenceKind::body;
  Script script = Script::other;  // han if any Han character occurs in it
};

// Longest sentence in code points. A longer one is cut behind its last clause mark or blank before that.
inline constexpr std::size_t kLongestSentence = 4096;

// The sentences of `text`, in order; together they hold everything in it that is not blank. Requires normalised text.
//
// - A paragraph ends at a blank line, at the end of a line of Chinese, of a line with a final mark and of a short line,
// before a
//   bullet, a number or an indent, and (in flattened Chinese pages) at four blanks in a row. Other lines are
//   hard-wrapped and run on: such a sentence holds a line feed.
// - A sentence ends with its paragraph, and after 。 ! ? . (or the full stop of another script) with the closing quotes
// and
//   brackets that follow. It does not end there before a comma or colon, before a lower-case word, inside 《》, or
//   where brackets close that opened within the sentence.
// - A full stop does not end it within numbers, names and addresses, after a list number, an initial or an abbreviation
// (`Inc. The`
//   does end: a word follows that hardly stands within a sentence).
// - An ellipsis ends it before a closing quote and before a blank that a new sentence can follow; else it is a pause.
// - A short line of its own without a final mark is a heading; the first line of the document, a title.
std::vector<Sentence> split_sentences(std::string_view text);

}  // namespace edgewise
