// SPDX-License-Identifier: Apache-2.0
// Places of scalars, worked out only when a diagnostic needs them.
#include "rules/rule_file.h"

#include <algorithm>

#include "text/utf8.h"

namespace edgewise {
namespace {

// A file of one line must not be copied into each of its diagnostics.
constexpr std::size_t kLongestQuotedLine = 64 << 10;

std::size_t offset_of(const Located& scalar, std::size_t byte) {
  const std::size_t inside = std::min(byte, scalar.text.size());
  return scalar.offsets.empty() ? scalar.start + inside : scalar.offsets[inside];
}

bool inside_character(std::string_view text, std::size_t offset) {
  return offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0) == 0x80;
}

}  // namespace

Place RuleSource::place(const Located& scalar, std::size_t begin, std::size_t end) const {
  const File& file = files[scalar.file];
  const std::string_view text = file.text;
  std::size_t from = std::min(offset_of(scalar, begin), text.size());
  while (from > 0 && inside_character(text, from)) --from;
  const std::string_view line = line_around(text, static_cast<std::uint32_t>(from));
  const auto line_end = static_cast<std::size_t>(line.data() - text.data()) + line.size();
  std::size_t to = std::clamp(offset_of(scalar, end), from, std::max(from, line_end));
  while (inside_character(text, to)) ++to;
  const LineColumn at = locate_byte(text, file.marks, static_cast<std::uint32_t>(from));
  const auto width = static_cast<std::uint32_t>(count_code_points(text.substr(from, to - from)));
  Place place{file.path, at.line, at.column, at.column + width, {}};
  if (line.size() <= kLongestQuotedLine) place.source_line = line;
  return place;
}

}  // namespace edgewise
