// SPDX-License-Identifier: Apache-2.0
// Walking and writing UTF-8 one code point at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace edgewise {

// The code point that starts at `offset`, which is moved past it. Requires valid UTF-8 and offset < text.size().
char32_t next_code_point(std::string_view text, std::size_t& offset);

// The code point that ends at `offset`, which is moved before it. Requires valid UTF-8 and offset > 0.
char32_t previous_code_point(std::string_view text, std::size_t& offset);

void append_utf8(std::string& out, char32_t code_point);

// Number of code points. Requires valid UTF-8.
std::size_t count_code_points(std::string_view text);

// Columns a terminal uses: 2 for East Asian wide and full-width, 0 for combining marks, else 1.
std::size_t display_width(std::string_view text);

// The simple lower-case form (one code point for one), the same in every locale.
char32_t lower_code_point(char32_t code_point);

bool is_han(char32_t code_point);
// A letter or digit of a script that writes words apart (Latin, Greek, Cyrillic …): a name boundary matters beside it.
bool is_word_character(char32_t code_point);

}  // namespace edgewise
