// SPDX-License-Identifier: Apache-2.0
// Finding the line and column of a byte without walking the whole file.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace edgewise {

// A byte whose line and column are known: the first of a line, and one every few KB of a long line.
struct LineMark {
  std::uint32_t offset;
  LineColumn at;
};

// Lines end with LF, CRLF or CR. A leading byte-order mark takes no column; each broken stretch of UTF-8 takes one.
// `bytes` may be broken; `first_line` is the number of its first line.
std::vector<LineMark> mark_lines(std::string_view bytes, std::uint32_t first_line);

// The place of the character that holds byte `offset` (at most bytes.size()). O(log lines), whatever their length.
LineColumn locate_byte(std::string_view bytes, const std::vector<LineMark>& marks, std::uint32_t offset);

// The line that holds byte `offset`, without its end.
std::string_view line_around(std::string_view bytes, std::uint32_t offset);

}  // namespace edgewise
