// SPDX-License-Identifier: Apache-2.0
// Code points in and out of UTF-8, and the character properties the other rooms ask for.
#include "text/utf8.h"

#include <algorithm>

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

namespace edgewise {
namespace {

bool takes_no_column(char32_t code_point) {
  const auto c = static_cast<UChar32>(code_point);
  switch (u_charType(c)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
      return c != 0xAD;  // terminals draw the soft hyphen
    case U_CONTROL_CHAR:
      return true;
    default:
      break;
  }
  const int syllable = u_getIntPropertyValue(c, UCHAR_HANGUL_SYLLABLE_TYPE);
  return syllable == U_HST_VOWEL_JAMO || syllable == U_HST_TRAILING_JAMO;
}

std::size_t columns_of(char32_t code_point) {
  if (code_point >= 0x20 && code_point < 0x7F) return 1;
  if (takes_no_column(code_point)) return 0;
  const int width = u_getIntPropertyValue(static_cast<UChar32>(code_point), UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

bool writes_words_apart(UScriptCode script) {
  switch (script) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_BOPOMOFO:
    case USCRIPT_HANGUL:  // written apart, but particles are glued to names
    case USCRIPT_YI:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
    case USCRIPT_TIBETAN:
      return false;
    default:
      return true;
  }
}

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& offset) {
  UChar32 c = 0;
  U8_NEXT_UNSAFE(text.data(), offset, c);
  return static_cast<char32_t>(c);
}

char32_t previous_code_point(std::string_view text, std::size_t& offset) {
  U8_BACK_1_UNSAFE(text.data(), offset);
  std::size_t forth = offset;
  return next_code_point(text, forth);
}

void append_utf8(std::string& out, char32_t code_point) {
  std::uint8_t bytes[U8_MAX_LENGTH];
  std::size_t size = 0;
  U8_APPEND_UNSAFE(bytes, size, code_point);
  out.append(reinterpret_cast<const char*>(bytes), size);
}

std::size_t count_code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char byte) { return !U8_IS_TRAIL(byte); }));
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < text.size();) width += columns_of(next_code_point(text, i));
  return width;
}

bool is_han(char32_t code_point) {
  if (code_point >= 0x4E00 && code_point <= 0x9FFF) return true;
  if (code_point < 0x2E80) return false;
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(code_point), &status) == USCRIPT_HAN;
}

bool is_word_character(char32_t code_point) {
  if (code_point < 0x80) {
    const char32_t lower = code_point | 0x20;
    return (lower >= U'a' && lower <= U'z') || (code_point >= U'0' && code_point <= U'9');
  }
  const auto c = static_cast<UChar32>(code_point);
  if (!u_isalnum(c)) return false;
  UErrorCode status = U_ZERO_ERROR;
  return writes_words_apart(uscript_getScript(c, &status));
}

char32_t lower_code_point(char32_t code_point) {
  return static_cast<char32_t>(u_tolower(static_cast<UChar32>(code_point)));
}

}  // namespace edgewise
