// SPDX-License-Identifier: Apache-2.0
// One fast look at each string, and a rebuild of the few that need it.
#include "export/clean_text.h"

#include <cstdint>

#include "text/mend_utf8.h"
#include "text/utf8.h"

namespace edgewise {
namespace {

constexpr bool is_wanted(char32_t c) {
  if (c < 0x20) return c == '\n' || c == '\t';
  return !(c >= 0x7F && c <= 0x9F) && c != 0xFFFE && c != 0xFFFF;
}

constexpr bool is_continuation(std::uint8_t byte) { return (byte & 0xC0) == 0x80; }

// Length of the well-formed character that `text` starts with if it may stay as it is, else 0.
std::size_t clean_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(i < text.size() ? text[i] : 0); };
  const std::uint8_t first = byte(0);
  if (first < 0x80) return is_wanted(first) ? 1 : 0;
  const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  char32_t c = first & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if (!is_continuation(byte(i))) return 0;
    c = (c << 6) | (byte(i) & 0x3FU);
  }
  constexpr char32_t kSmallest[] = {0, 0, 0x80, 0x800, 0x10000};
  const bool well_formed =
      first >= 0xC2 && first <= 0xF4 && c >= kSmallest[length] && c <= 0x10FFFF && !(c >= 0xD800 && c <= 0xDFFF);
  return well_formed && is_wanted(c) ? length : 0;
}

bool is_clean(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = clean_length(text.substr(at));
    if (length == 0) return false;
    at += length;
  }
  return true;
}

}  // namespace

std::string_view clean_text(std::string_view text, std::string& scratch) {
  if (is_clean(text)) return text;
  const std::string mended = mend_utf8(text).text;
  scratch.clear();
  for (std::size_t at = 0; at < mended.size();) {
    const char32_t c = next_code_point(mended, at);
    const bool before_line_feed = at < mended.size() && mended[at] == '\n';
    if (c == '\r') {
      if (!before_line_feed) scratch += '\n';
    } else if (is_wanted(c)) {
      append_utf8(scratch, c);
    }
  }
  return scratch;
}

std::string clean_text(std::string_view text) {
  std::string scratch;
  return std::string(clean_text(text, scratch));
}

std::string_view cut_bytes(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && is_continuation(static_cast<std::uint8_t>(text[bytes]))) --bytes;
  return text.substr(0, bytes);
}

std::string_view cut_code_points(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  for (; count > 0 && at < text.size(); --count) next_code_point(text, at);
  return text.substr(0, at);
}

}  // namespace edgewise
