// SPDX-License-Identifier: Apache-2.0
// Lines into rows, rows into cells.
#include "text/table_rows.h"

#include <algorithm>
#include <cstdint>

#include "text/utf8.h"

namespace edgewise {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF", kBlanks = " \r";

// Takes the next piece off `text`; `text.data()` is null behind the last.
std::string_view next_piece(std::string_view& text, char mark) {
  const std::size_t end = text.find(mark);
  const std::string_view piece = text.substr(0, end);
  text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  return piece;
}

std::string_view trimmed(std::string_view cell) {
  const std::size_t begin = std::min(cell.find_first_not_of(kBlanks), cell.size());
  return cell.substr(begin, cell.find_last_not_of(kBlanks) + 1 - begin);
}

std::uint32_t columns(std::string_view text) { return static_cast<std::uint32_t>(count_code_points(text)); }

}  // namespace

std::vector<TableRow> table_rows(std::string_view text, const std::string& file) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  std::vector<TableRow> rows;
  for (std::uint32_t number = 1; text.data() != nullptr; ++number) {
    std::string_view line = next_piece(text, '\n');
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.starts_with('#') || line.find_first_not_of(" \t") == std::string_view::npos) continue;
    TableRow row{{}, {file, number, 1, columns(line) + 1, std::string(line)}};
    while (line.data() != nullptr) row.cells.emplace_back(trimmed(next_piece(line, '\t')));
    rows.push_back(std::move(row));
  }
  return rows;
}

Place cell_place(const TableRow& row, std::size_t cell) {
  std::string_view line = row.place.source_line, piece;
  for (std::size_t i = 0; i <= cell; ++i) piece = next_piece(line, '\t');
  const std::string_view before(row.place.source_line.data(),
                                static_cast<std::size_t>(piece.data() - row.place.source_line.data()));
  Place place = row.place;
  const std::size_t lead = std::min(piece.find_first_not_of(kBlanks), piece.size());
  place.column = columns(before) + static_cast<std::uint32_t>(lead) + 1;
  place.end_column = std::max(place.column + columns(trimmed(piece)), place.column);
  return place;
}

}  // namespace edgewise
