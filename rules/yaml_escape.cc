// SPDX-License-Identifier: Apache-2.0
// One letter behind the backslash, or x, u or U and digits.
#include "rules/yaml_escape.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <system_error>

#include "text/utf8.h"

namespace edgewise {
namespace {

// What a backslash and one letter stand for in double quotes, as far as one byte does; the others are left to the
// fallback.
std::optional<char> simple_escape(char letter) {
  constexpr std::string_view kLetters = "0abt\tnvfre \"/\\'";
  constexpr std::string_view kMeanings("\0\a\b\t\t\n\v\f\r\x1B \"/\\'", 15);
  const std::size_t found = kLetters.find(letter);
  if (found == std::string_view::npos) return std::nullopt;
  return kMeanings[found];
}

}  // namespace

std::optional<DecodedEscape> decode_escape(std::string_view source) {
  const char letter = source.size() > 1 ? source[1] : '\0';
  const std::size_t digits = letter == 'x' ? 2 : letter == 'u' ? 4 : letter == 'U' ? 8 : 0;
  if (digits == 0) {
    const auto meaning = simple_escape(letter);
    if (!meaning) return std::nullopt;
    return DecodedEscape{std::string(1, *meaning), 2};
  }
  const std::string_view hex = source.substr(2, digits);
  std::uint32_t code = 0;
  const auto [end, wrong] = std::from_chars(hex.data(), hex.data() + hex.size(), code, 16);
  if (wrong != std::errc() || end != hex.data() + digits || code > 0x10FFFF) return std::nullopt;
  DecodedEscape decoded{{}, 2 + digits};
  append_utf8(decoded.bytes, code);
  return decoded;
}

}  // namespace edgewise
