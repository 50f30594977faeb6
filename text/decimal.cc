// SPDX-License-Identifier: Apache-2.0
// Moves decimal points; leaves words for numbers to ICU.
#include "text/decimal.h"

#include <algorithm>
#include <cmath>
#include <memory>

#include <unicode/fmtable.h>
#include <unicode/parsepos.h>
#include <unicode/rbnf.h>
#include <unicode/unistr.h>

namespace edgewise {
namespace {

struct Scale {
  std::string_view written;
  std::size_t zeros;
};

// Longer words first where one ends in another.
constexpr Scale kScales[] = {{"万亿", 12},    {"百万", 6}, {"千万", 7},      {"亿", 8},      {"万", 4},
                             {"千", 3},       {"百", 2},   {"trillion", 12}, {"billion", 9}, {"million", 6},
                             {"thousand", 3}, {"bn", 9},   {"mn", 6}};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view trim_end(std::string_view text) {
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

// `digits` is [0-9]+ and perhaps a point and more digits; the point moves `zeros` places to the right.
std::string shifted(std::string digits, std::size_t zeros) {
  const std::size_t point = std::min(digits.find('.'), digits.size());
  std::string whole = digits.substr(0, point);
  std::string fraction = point < digits.size() ? digits.substr(point + 1) : std::string();
  fraction.resize(std::max(fraction.size(), zeros), '0');
  whole += fraction.substr(0, zeros);
  fraction.erase(0, zeros);
  whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size() - 1));
  while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
  return fraction.empty() ? whole : whole + '.' + fraction;
}

std::optional<std::string> from_words(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::RuleBasedNumberFormat words(icu::URBNF_SPELLOUT, icu::Locale("zh"), status);
  if (U_FAILURE(status)) return std::nullopt;
  icu::UnicodeString written =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  written.findAndReplace(u"两", u"二").findAndReplace(u"零", u"〇");
  icu::Formattable number;
  icu::ParsePosition end;
  words.parse(written, number, end);
  if (end.getIndex() != written.length()) return std::nullopt;
  status = U_ZERO_ERROR;
  const icu::StringPiece decimal = number.getDecimalNumber(status);
  if (U_FAILURE(status) || decimal.empty()) return std::nullopt;
  const std::string digits(decimal.data(), static_cast<std::size_t>(decimal.size()));
  const bool plain = std::all_of(digits.begin(), digits.end(), [](char c) { return is_digit(c) || c == '.'; });
  return plain ? std::optional(shifted(digits, 0)) : std::nullopt;
}

}  // namespace

std::optional<std::string> normal_decimal(std::string_view text) {
  text = trim_end(text);
  if (text.empty()) return std::nullopt;
  if (!is_digit(text.front())) return from_words(text);
  std::size_t zeros = 0;
  for (const Scale& scale : kScales) {
    if (!text.ends_with(scale.written)) continue;
    zeros = scale.zeros;
    text = trim_end(text.substr(0, text.size() - scale.written.size()));
    break;
  }
  std::string digits;
  for (const char c : text)
    if (c != ',') digits += c;
  const bool plain = std::all_of(digits.begin(), digits.end(), [](char c) { return is_digit(c) || c == '.'; });
  if (!plain || std::count(digits.begin(), digits.end(), '.') > 1 || digits.empty() || digits.back() == '.')
    return std::nullopt;
  return shifted(std::move(digits), zeros);
}

}  // namespace edgewise
