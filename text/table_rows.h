// SPDX-License-Identifier: Apache-2.0
// The rows of small tables that people write: cells parted by tabs, one row a line.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "text/diagnostic.h"

namespace edgewise {

struct TableRow {
  std::vector<std::string> cells;  // without the blanks around them; at least one
  Place place;                     // the whole line
};

// The rows of `text` (valid UTF-8) in order, without blank lines and lines that start with '#'. Lines end with LF or
// CRLF; a byte-order mark at the beginning is passed over. `file` is what places are to be called. Linear.
std::vector<TableRow> table_rows(std::string_view text, const std::string& file);

// Where a cell of `row` stands. Requires `cell < row.cells.size()`.
Place cell_place(const TableRow& row, std::size_t cell);

}  // namespace edgewise
