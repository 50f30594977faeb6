// SPDX-License-Identifier: Apache-2.0
// The marks that end sentences and those that close behind them, by character.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace edgewise {

// Blanks of normalised text are all ASCII.
constexpr bool is_blank(char byte) { return byte == ' ' || (byte >= '\t' && byte <= '\r'); }

// Full stops, exclamation and question marks of any script, and the ellipsis.
bool is_final_mark(char32_t c);

// Closing quotes and brackets, without the straight quotes.
bool is_closer(char32_t c);

// Marks that cannot begin a sentence: commas, colons and semicolons.
bool is_clause_mark(char32_t c);

// A bullet such as · or •, behind leading blanks.
bool starts_with_bullet(std::string_view line);

// The sign before an item of a list: a bullet, a dash, or a number as in `1.`, `2)`, `(3)`, `一、`. Looks behind
// leading blanks.
bool starts_list_item(std::string_view line);

// How a line or paragraph ends, blanks and closers at its end left aside.
enum class Ending : std::uint8_t {
  open,          // without a final mark, or with an abbreviation after which something must follow (Mr.)
  abbreviation,  // with one that may stand last (Inc.)
  finished,
};
Ending ending(std::string_view text);

// The word before byte `end` of `text`: letters, digits and stops within it.
std::string_view word_before(std::string_view text, std::size_t end);

// The word that begins at byte `begin` of `text`.
std::string_view word_at(std::string_view text, std::size_t begin);

// True if `word` begins with a lower-case letter and holds no capital (`iPhone` does).
bool is_lower_case_word(std::string_view word);

}  // namespace edgewise
