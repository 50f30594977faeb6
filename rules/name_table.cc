// SPDX-License-Identifier: Apache-2.0
// Reads name tables row by row; a wrong row never hides the others.
#include "rules/name_table.h"

#include <algorithm>
#include <functional>
#include <string_view>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "rules/rule_keys.h"

namespace edgewise {
namespace {

constexpr std::size_t kMostNames = 3'000'000;

// A piece of the table's text.
using Cell = std::string_view;

Cell trimmed(Cell cell) {
  const std::size_t begin = std::min(cell.find_first_not_of(" \r"), cell.size());
  const std::size_t end = cell.find_last_not_of(" \r");
  return end == Cell::npos ? cell.substr(begin, 0) : cell.substr(begin, end + 1 - begin);
}

// Calls visit(cell) for each piece between separators; an empty text has one empty piece.
template <typename Visit>
void for_each_cell(Cell line, char separator, Visit visit) {
  for (;;) {
    const std::size_t end = line.find(separator);
    visit(trimmed(line.substr(0, end)));
    if (end == Cell::npos) return;
    line.remove_prefix(end + 1);
  }
}

class TableReader {
 public:
  TableReader(std::uint32_t file, const Located& type, Complaints& complaints, std::vector<EntityDecl>& entities)
      : file_(file),
        text_(complaints.source().files[file].text),
        type_(type),
        complaints_(complaints),
        entities_(entities) {}

  void run();

 private:
  enum class Column { name, type, zh, en, aliases, id, fold, weak, near, ticker, unknown };
  using Row = std::pair<Cell, Cell>;  // name and type
  struct RowHash {
    std::size_t operator()(const Row& row) const {
      return std::hash<Cell>()(row.first) * 31 + std::hash<Cell>()(row.second);
    }
  };

  static Column column_of(Cell cell) {
    const auto known = std::find(kTableColumns.begin(), kTableColumns.end(), cell);
    return static_cast<Column>(known - kTableColumns.begin());
  }
  Located locate(Cell cell) const { return {std::string(cell), file_, start_of(cell), {}}; }
  std::uint32_t start_of(Cell cell) const { return static_cast<std::uint32_t>(cell.data() - text_.data()); }
  bool read_header(Cell line);
  void read_column(Cell cell);
  void read_row(Cell line);
  void fill(EntityDecl& decl, Column column, Cell cell);
  void fill(std::vector<Located>& names, Cell cell);
  void accept(EntityDecl decl, Cell name, Cell type);

  std::uint32_t file_;
  std::string_view text_;
  const Located& type_;
  Complaints& complaints_;
  std::vector<EntityDecl>& entities_;
  std::vector<Column> columns_;
  std::vector<Cell> cells_;
  std::unordered_map<Row, Cell, RowHash> rows_;  // to the cell that names it first
  std::size_t names_ = 0;
  bool any_row_ = false;
};

void TableReader::run() {
  for (std::size_t begin = 0; begin < text_.size();) {
    const std::size_t end = std::min(text_.find('\n', begin), text_.size());
    const Cell line = text_.substr(begin, end - begin);
    begin = end + 1;
    if (line.starts_with('#') || line.find_first_not_of(" \t\r") == Cell::npos) continue;
    if (columns_.empty()) {
      if (!read_header(line)) return;
    } else {
      any_row_ = true;
      read_row(line);
      if (names_ <= kMostNames) continue;
      complaints_.error("E124", locate(line.substr(0, 0)), fmt::format("more than {} names in one table", kMostNames),
                        "split it into several tables");
      return;
    }
  }
  if (!columns_.empty() && !any_row_)
    complaints_.warn("W303", locate(text_.substr(0, 0)), "the table has no rows", "fill it, or take it away");
  if (columns_.empty())
    complaints_.error("E302", locate(text_.substr(0, 0)), "the table has no header line",
                      fmt::format("begin with a line of the columns it has: {}, with tabs between them",
                                  fmt::join(kTableColumns, ", ")));
}

void TableReader::read_column(Cell cell) {
  const Column column = column_of(cell);
  if (column == Column::unknown) {
    const std::vector<std::string> names(kTableColumns.begin(), kTableColumns.end());
    const std::string_view near = nearest_name(cell, names);
    complaints_.error(
        "E303", locate(cell), fmt::format("unknown column '{}'", cell),
        fmt::format("{}accepted columns: {}", near.empty() ? "" : fmt::format("did you mean '{}'? ", near),
                    fmt::join(names, ", ")));
  } else if (std::find(columns_.begin(), columns_.end(), column) != columns_.end()) {
    complaints_.error("E308", locate(cell), fmt::format("column '{}' is there twice", cell), "keep one of the two");
  }
  columns_.push_back(column);
}

bool TableReader::read_header(Cell line) {
  std::vector<Cell> cells;
  for_each_cell(line, '\t', [&](Cell cell) { cells.push_back(cell); });
  // If nothing in it is a column, this is a row and the header is missing.
  const bool header =
      std::any_of(cells.begin(), cells.end(), [](Cell cell) { return column_of(cell) != Column::unknown; });
  if (header) std::for_each(cells.begin(), cells.end(), [&](Cell cell) { read_column(cell); });
  if (std::find(columns_.begin(), columns_.end(), Column::name) != columns_.end()) return true;
  complaints_.error("E304", locate(trimmed(line)), "the table has no column 'name'",
                    "the first line names the columns; 'name' holds the canonical names");
  return false;
}

void TableReader::read_row(Cell line) {
  cells_.clear();
  for_each_cell(line, '\t', [&](Cell cell) { cells_.push_back(cell); });
  if (cells_.size() != columns_.size()) {
    const Cell at = cells_.size() > columns_.size() ? cells_[columns_.size()] : cells_.back();
    complaints_.error("E305", locate(at),
                      fmt::format("the row has {} cells, but the header has {}", cells_.size(), columns_.size()),
                      cells_.size() > columns_.size() ? "take the last ones away, or add a column"
                                                      : "put a tab for each empty cell, at the end of the row too");
    return;
  }
  EntityDecl decl;
  Cell name = cells_.front(), type = type_.text;
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    if (columns_[i] == Column::name) name = cells_[i];
    if (columns_[i] == Column::type && !cells_[i].empty()) type = cells_[i];
    if (!cells_[i].empty()) fill(decl, columns_[i], cells_[i]);
  }
  accept(std::move(decl), name, type);
}

void TableReader::fill(EntityDecl& decl, Column column, Cell cell) {
  switch (column) {
    case Column::name:
      decl.name = locate(cell);
      return;
    case Column::type:
      decl.type = locate(cell);
      return;
    case Column::zh:
      decl.labels.push_back({"zh", std::string(cell)});
      return;
    case Column::en:
      decl.labels.push_back({"en", std::string(cell)});
      return;
    case Column::id:
      decl.id = locate(cell);
      return;
    case Column::aliases:
      return fill(decl.also, cell);
    case Column::ticker:
      decl.ticker = locate(cell);
      return;
    case Column::weak:
      return fill(decl.weak, cell);
    case Column::near:
      return fill(decl.near, cell);
    case Column::fold:
      decl.fold_case = cell == kCaseWords[1];
      if (std::find(kCaseWords.begin(), kCaseWords.end(), cell) == kCaseWords.end())
        complaints_.error("E309", locate(cell), fmt::format("'case' cannot be '{}'", cell),
                          fmt::format("accepted values: {}; an empty cell means exact", fmt::join(kCaseWords, ", ")));
      return;
    case Column::unknown:
      return;
  }
}

void TableReader::fill(std::vector<Located>& names, Cell cell) {
  for_each_cell(cell, '|', [&](Cell name) {
    ++names_;
    if (!name.empty()) names.push_back(locate(name));
  });
}

void TableReader::accept(EntityDecl decl, Cell name, Cell type) {
  ++names_;
  if (name.empty()) {
    complaints_.error("E306", locate(name), "the row has no name",
                      "fill the column 'name', or begin the row with # to leave it out");
    return;
  }
  if (type.empty()) {
    complaints_.error("E307", locate(name), fmt::format("'{}' has no type", name),
                      "fill the column 'type', or write 'type' beside 'file' where the table is named");
    return;
  }
  if (decl.type.text.empty()) decl.type = type_;
  const auto [first, fresh] = rows_.try_emplace({name, type}, name);
  if (!fresh)
    complaints_.warn("W302", locate(name), fmt::format("'{}' is listed twice as {}", name, type),
                     "put all its names into one row", {complaints_.note(locate(first->second), "listed first here")});
  entities_.push_back(std::move(decl));
}

}  // namespace

void read_name_table(std::uint32_t file, const Located& type, Complaints& complaints,
                     std::vector<EntityDecl>& entities) {
  TableReader(file, type, complaints, entities).run();
}

}  // namespace edgewise
