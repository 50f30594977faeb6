// SPDX-License-Identifier: Apache-2.0
// Reads name tables row by row; a wrong row never hides the others.
#include "rules/name_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace edgewise {
namespace {

constexpr std::array<std::string_view, 7> kColumns = {"name", "type", "zh", "en", "aliases", "id", "case"};

struct Cell {
  std::string_view text;
  std::uint32_t column = 1;
};

std::vector<Cell> split(std::string_view line, char separator, std::uint32_t column) {
  std::vector<Cell> cells;
  for (;;) {
    const std::size_t end = line.find(separator);
    cells.push_back({line.substr(0, end), column});
    if (end == std::string_view::npos) return cells;
    column += static_cast<std::uint32_t>(count_code_points(line.substr(0, end)) + 1);
    line.remove_prefix(end + 1);
  }
}

class TableReader {
 public:
  TableReader(std::uint32_t file, const Located& type, const RuleSource& source, std::vector<EntityDecl>& entities,
              Diagnostics& diagnostics)
      : file_(file), type_(type), source_(source), entities_(entities), diagnostics_(diagnostics) {}

  void run() {
    for (const std::string& line : source_.files[file_].lines) {
      ++line_;
      if (line.empty() || line[0] == '#') continue;
      if (!header_read_) {
        if (!read_header(line)) return;
      } else {
        read_row(line);
      }
    }
    if (!header_read_) error("E304", {"", 1}, "the table has no header line", "begin with: name\ttype\ten\taliases");
  }

 private:
  Located locate(const Cell& cell) const {
    Located located;
    located.file = file_;
    located.text = std::string(cell.text);
    located.positions.push_back({line_, cell.column});
    return located;
  }
  void error(std::string code, const Cell& cell, std::string message, std::string help) {
    diagnostics_.push_back({Severity::error, std::move(code), source_.place(locate(cell)), std::move(message), std::move(help), {}});
  }

  bool read_header(std::string_view line) {
    header_read_ = true;
    bool good = true, has_name = false;
    for (const Cell& cell : split(line, '\t', 1)) {
      header_.emplace_back(cell.text);
      has_name = has_name || cell.text == "name";
      if (std::find(kColumns.begin(), kColumns.end(), cell.text) != kColumns.end()) continue;
      const std::vector<std::string> known(kColumns.begin(), kColumns.end());
      const std::string_view near = nearest_name(cell.text, known);
      error("E303", cell, fmt::format("unknown column '{}'", cell.text),
            near.empty() ? fmt::format("columns are {}", fmt::join(known, ", ")) : fmt::format("did you mean '{}'?", near));
      good = false;
    }
    if (!has_name) error("E304", {line, 1}, "the table has no column 'name'", "add it; it holds the canonical names");
    return good && has_name;
  }

  void read_row(std::string_view line) {
    const std::vector<Cell> cells = split(line, '\t', 1);
    if (cells.size() > header_.size()) {
      error("E305", cells[header_.size()], fmt::format("the row has {} cells, the header {}", cells.size(), header_.size()),
            "separate cells by one tab each");
      return;
    }
    EntityDecl decl;
    decl.type = type_;
    for (std::size_t i = 0; i < cells.size(); ++i) fill(decl, header_[i], cells[i]);
    if (decl.name.text.empty()) {
      error("E306", cells.front(), "the row has no name", "fill the column 'name', or put # before the row");
    } else if (decl.type.text.empty()) {
      error("E307", cells.front(), fmt::format("'{}' has no type", decl.name.text),
            "fill the column 'type', or write 'type' beside 'file'");
    } else {
      entities_.push_back(std::move(decl));
    }
  }

  void fill(EntityDecl& decl, std::string_view column, const Cell& cell) {
    if (cell.text.empty()) return;
    if (column == "name") decl.name = locate(cell);
    else if (column == "type") decl.type = locate(cell);
    else if (column == "id") decl.id = locate(cell);
    else if (column == "zh" || column == "en") decl.labels.push_back({std::string(column), std::string(cell.text)});
    else if (column == "aliases") {
      for (const Cell& alias : split(cell.text, '|', cell.column))
        if (!alias.text.empty()) decl.also.push_back(locate(alias));
    } else if (cell.text == "fold") {
      decl.fold_case = true;
    } else if (cell.text != "exact") {
      error("E107", cell, fmt::format("'{}' is not a way to treat case", cell.text), "write 'exact' or 'fold'");
    }
  }

  std::uint32_t file_;
  const Located& type_;
  const RuleSource& source_;
  std::vector<EntityDecl>& entities_;
  Diagnostics& diagnostics_;
  std::vector<std::string> header_;
  bool header_read_ = false;
  std::uint32_t line_ = 0;
};

}  // namespace

void read_name_table(std::uint32_t file, const Located& type, const RuleSource& source, std::vector<EntityDecl>& entities,
                     Diagnostics& diagnostics) {
  TableReader(file, type, source, entities, diagnostics).run();
}

}  // namespace edgewise
