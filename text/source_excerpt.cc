// SPDX-License-Identifier: Apache-2.0
// Cutting a source line around its caret, in terminal columns.
#include "text/source_excerpt.h"

#include <algorithm>
#include <vector>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "text/utf8.h"

namespace edgewise {
namespace {

constexpr std::string_view kCut = "…";

// Where each code point begins: in bytes and in terminal columns; one entry more than there are code points.
struct Mark {
  std::size_t byte, column;
};

std::vector<Mark> measure(std::string_view line) {
  std::vector<Mark> marks{{0, 0}};
  for (std::size_t i = 0; i < line.size();) {
    const std::size_t start = i;
    next_code_point(line, i);
    marks.push_back({i, marks.back().column + display_width(line.substr(start, i - start))});
  }
  return marks;
}

// The first mark at or behind `column`.
std::size_t mark_at(const std::vector<Mark>& marks, std::size_t column) {
  const auto found = std::lower_bound(marks.begin(), marks.end(), column,
                                      [](const Mark& mark, std::size_t at) { return mark.column < at; });
  return std::min(static_cast<std::size_t>(found - marks.begin()), marks.size() - 1);
}

// The last mark at or before `column`.
std::size_t mark_before(const std::vector<Mark>& marks, std::size_t column) {
  const auto found = std::upper_bound(marks.begin(), marks.end(), column,
                                      [](std::size_t at, const Mark& mark) { return at < mark.column; });
  return static_cast<std::size_t>(found - marks.begin()) - 1;
}

}  // namespace

std::string printable(std::string_view text) {
  std::string shown;
  shown.reserve(text.size());
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t start = i;
    UChar32 c = 0;
    U8_NEXT(bytes, i, text.size(), c);
    if (c == '\t') {
      shown += ' ';
    } else if (c < 0 || u_charType(c) == U_CONTROL_CHAR || c == 0x2028 || c == 0x2029 ||
               u_hasBinaryProperty(c, UCHAR_BIDI_CONTROL)) {
      append_utf8(shown, 0xFFFD);
    } else {
      shown += text.substr(start, i - start);
    }
  }
  return shown;
}

SourceExcerpt cut_source_line(std::string_view line, std::uint32_t column, std::uint32_t end_column,
                              std::size_t columns) {
  const std::string shown = printable(line);
  const std::vector<Mark> marks = measure(shown);
  const std::size_t length = marks.size() - 1;
  const std::size_t blanks = std::min(shown.find_first_not_of(' '), shown.size());
  const std::size_t caret = std::min<std::size_t>(column > 0 ? column - 1 : 0, length);
  const std::size_t caret_end = std::clamp<std::size_t>(end_column > 0 ? end_column - 1 : 0, caret, length);

  std::size_t from = std::min(blanks, caret), to = length;
  if (marks[to].column - marks[from].column > columns) {
    // A third of the room before the caret, so that what follows is seen as well; all of it if the line ends soon.
    const std::size_t before = std::min(marks[caret].column, columns / 3);
    const std::size_t latest = marks[length].column - columns + 1;
    const std::size_t start = std::min(marks[caret].column - before, latest);
    from = std::max(from, start > 0 ? mark_at(marks, start) : 0);
    from = std::min(from, caret);
    const bool cut_in_front = from > blanks;
    const std::size_t room = columns - (cut_in_front ? 1 : 0);
    if (marks[length].column - marks[from].column > room) to = mark_before(marks, marks[from].column + room - 1);
  }
  SourceExcerpt excerpt;
  const bool cut_in_front = from > blanks;
  if (cut_in_front) excerpt.line += kCut;
  excerpt.line += shown.substr(marks[from].byte, marks[to].byte - marks[from].byte);
  if (to < length) excerpt.line += kCut;
  excerpt.caret_column = marks[caret].column - marks[from].column + (cut_in_front ? 1 : 0);
  const std::size_t shown_end = std::max(caret, std::min(caret_end, to));
  excerpt.caret_width = std::max<std::size_t>(1, marks[shown_end].column - marks[caret].column);
  return excerpt;
}

}  // namespace edgewise
