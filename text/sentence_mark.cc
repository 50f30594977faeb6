// SPDX-License-Identifier: Apache-2.0
// Classes of punctuation, and what stands at the two ends of a line.
#include "text/sentence_mark.h"

#include <algorithm>

#include <unicode/uchar.h>

#include "text/abbreviation.h"
#include "text/utf8.h"

namespace edgewise {
namespace {

constexpr std::size_t kLongestWord = 40;

bool is_word_byte(char byte) {
  const auto b = static_cast<unsigned char>(byte);
  return b >= 0x80 || std::isalnum(b) != 0;
}

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

std::size_t skip_blanks(std::string_view line) {
  std::size_t i = 0;
  while (i < line.size() && is_blank(line[i])) ++i;
  return i;
}

bool is_chinese_numeral(char32_t c) {
  return std::u32string_view(U"一二三四五六七八九十").find(c) != std::u32string_view::npos;
}

}  // namespace

bool is_final_mark(char32_t c) {
  if (c < 0x80) return c == U'.' || c == U'!' || c == U'?';
  if (c == 0x3002 || c == 0x2026 || c == 0x22EF || c == 0x203D) return true;
  // What ICU knows beyond these lies outside the blocks of common Chinese and European text.
  if (c < 0x589 || (c >= 0x2000 && c < 0x2E00) || (c >= 0x3000 && c < 0xA000)) return false;
  return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_S_TERM) != 0;
}

bool is_closer(char32_t c) {
  if (c < 0x80) return c == U')' || c == U']' || c == U'}';
  return std::u32string_view(U"”’」』】》〉〕〗〙〛»›").find(c) != std::u32string_view::npos;
}

bool is_clause_mark(char32_t c) { return std::u32string_view(U",;:、،؛").find(c) != std::u32string_view::npos; }

bool starts_with_bullet(std::string_view line) {
  std::size_t i = skip_blanks(line);
  if (i == line.size()) return false;
  return std::u32string_view(U"·•‣◦▪▫●○■□◆◇▲△►▶★☆※✓").find(next_code_point(line, i)) != std::u32string_view::npos;
}

bool starts_list_item(std::string_view line) {
  if (starts_with_bullet(line)) return true;
  std::size_t i = skip_blanks(line);
  if (i == line.size()) return false;
  const std::size_t start = i;
  const char32_t first = next_code_point(line, i);
  const bool blank_next = i == line.size() || is_blank(line[i]);
  if (std::u32string_view(U"-*–—+").find(first) != std::u32string_view::npos) return blank_next;
  i = start + (first == U'(' ? 1 : 0);
  const std::size_t number = i;
  while (i < line.size() && i - number < 3 && is_digit(line[i])) ++i;
  const bool chinese = i == number;
  while (chinese && i < line.size()) {
    std::size_t next = i;
    if (!is_chinese_numeral(next_code_point(line, next))) break;
    i = next;
  }
  if (i == number || i == line.size()) return false;
  std::size_t behind = i;
  const char32_t mark = next_code_point(line, behind);
  if (first == U'(' || mark == U')') return mark == U')';
  if (mark == U'、') return true;
  return mark == U'.' && !chinese && (behind == line.size() || is_blank(line[behind]));
}

Ending ending(std::string_view text) {
  for (std::size_t end = text.size(); end > 0;) {
    const char32_t c = previous_code_point(text, end);
    if ((c < 0x80 && is_blank(static_cast<char>(c))) || c == U'"' || c == U'\'' || is_closer(c)) continue;
    if (!is_final_mark(c)) return Ending::open;
    if (c != U'.') return Ending::finished;
    switch (abbreviation(word_before(text, end), false)) {
      case Abbreviation::leads_on:
        return Ending::open;
      case Abbreviation::may_end:
        return Ending::abbreviation;
      case Abbreviation::none:
        return Ending::finished;
    }
  }
  return Ending::open;
}

std::string_view word_before(std::string_view text, std::size_t end) {
  const std::size_t earliest = end > kLongestWord ? end - kLongestWord : 0;
  std::size_t begin = end;
  while (begin > earliest) {
    const char byte = text[begin - 1];
    const bool inner_stop = byte == '.' && begin != end && begin > 1 && is_word_byte(text[begin - 2]);
    if (static_cast<unsigned char>(byte) >= 0x80 || (!is_word_byte(byte) && !inner_stop)) break;
    --begin;
  }
  return text.substr(begin, end - begin);
}

std::string_view word_at(std::string_view text, std::size_t begin) {
  const std::size_t latest = std::min(text.size(), begin + kLongestWord);
  std::size_t end = begin;
  while (end < latest && is_word_byte(text[end])) ++end;
  return text.substr(begin, end - begin);
}

bool is_lower_case_word(std::string_view word) {
  if (word.empty()) return false;
  const auto lead = static_cast<unsigned char>(word[0]);
  if (lead < 0x80) {
    const bool has_capital = std::any_of(word.begin(), word.end(), [](char b) { return b >= 'A' && b <= 'Z'; });
    return lead >= 'a' && lead <= 'z' && !has_capital;
  }
  std::size_t i = 0;
  const std::size_t size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  return word.size() >= size && u_islower(static_cast<UChar32>(next_code_point(word, i))) != 0;
}

}  // namespace edgewise
