// SPDX-License-Identifier: Apache-2.0
// The piece of a source line that is shown under a diagnostic, and where its caret goes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace edgewise {

struct SourceExcerpt {
  std::string line;              // printable; begins and ends with `…` where something was cut off
  std::size_t caret_column = 0;  // terminal columns before the caret
  std::size_t caret_width = 1;   // terminal columns under the marked stretch, at least 1
};

// Leading blanks are left out. Columns are 1-based code points as in Place; the excerpt is at most `columns` wide,
// except that it always has room for the caret. Requires columns >= 8.
SourceExcerpt cut_source_line(std::string_view line, std::uint32_t column, std::uint32_t end_column,
                              std::size_t columns);

// `text` with tabs as spaces and everything that could move a terminal's cursor (control characters, line breaks, marks
// that change the writing direction, bytes that are not UTF-8) as U+FFFD.
std::string printable(std::string_view text);

}  // namespace edgewise
