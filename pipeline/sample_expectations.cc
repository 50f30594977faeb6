// SPDX-License-Identifier: Apache-2.0
// Reads expected.tsv.
#include "pipeline/sample_expectations.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "pipeline/document_reader.h"
#include "text/mend_utf8.h"
#include "text/table_rows.h"

namespace edgewise {
namespace {

using Column = std::size_t;
enum : Column { kDoc, kFrom, kRelation, kTo, kModality, kNote, kColumnCount };
constexpr std::array<std::string_view, kColumnCount> kColumns = {"doc", "from", "relation", "to", "modality", "note"};
constexpr std::size_t kRequiredColumns = 4;
constexpr std::size_t kAbsent = static_cast<std::size_t>(-1);

std::vector<std::string> split(std::string_view text, char mark) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0;;) {
    const std::size_t end = std::min(text.find(mark, begin), text.size());
    parts.emplace_back(text.substr(begin, end - begin));
    if (end == text.size()) return parts;
    begin = end + 1;
  }
}

class ExpectationReader {
 public:
  ExpectationReader(std::string path, const RuleSet& rules) : path_(std::move(path)), rules_(rules) {}

  Result<std::vector<ExpectedStatement>> read(std::string_view text) {
    bool has_header = false;
    for (const TableRow& row : table_rows(text, path_)) {
      row_ = &row;
      has_header ? read_row() : read_header();
      has_header = true;
    }
    if (!has_header)
      error({path_, 0, 0, 0, {}}, "the table has no header line",
            fmt::format("begin with {}", fmt::join(kColumns, ", ")));
    if (has_errors(diagnostics_)) return tl::make_unexpected(std::move(diagnostics_));
    return std::move(statements_);
  }

 private:
  void error(Place place, std::string message, std::string help) {
    diagnostics_.push_back({Severity::error, "E403", std::move(place), std::move(message), std::move(help), {}});
  }
  void error(std::string message, std::string help) { error(row_->place, std::move(message), std::move(help)); }

  void read_header() {
    position_.fill(kAbsent);
    const std::vector<std::string>& cells = row_->cells;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const auto column = std::find(kColumns.begin(), kColumns.end(), cells[i]);
      if (column == kColumns.end())
        error(cell_place(*row_, i), fmt::format("unknown column '{}'", cells[i]),
              fmt::format("columns are {}", fmt::join(kColumns, ", ")));
      else
        position_[static_cast<std::size_t>(column - kColumns.begin())] = i;
    }
    width_ = cells.size();
    for (Column column = 0; column < kRequiredColumns; ++column)
      if (position_[column] == kAbsent)
        error(fmt::format("the column '{}' is missing", kColumns[column]), "separate the columns by tabs");
  }

  std::string cell(const std::vector<std::string>& cells, Column column) const {
    return position_[column] < cells.size() ? cells[position_[column]] : std::string();
  }

  void read_row() {
    const std::vector<std::string>& cells = row_->cells;
    if (cells.size() > width_)
      return error(fmt::format("the row has {} cells, the header {}", cells.size(), width_), "a tab may be doubled");
    ExpectedStatement statement;
    statement.document = cell(cells, kDoc);
    statement.from = split(cell(cells, kFrom), '|');
    statement.to = split(cell(cells, kTo), '|');
    statement.relation = cell(cells, kRelation);
    statement.where = row_->place;
    for (Column column = 0; column < kRequiredColumns; ++column)
      if (position_[column] != kAbsent && cell(cells, column).empty())
        return error(fmt::format("the cell '{}' is empty", kColumns[column]), "fill it, or begin the row with '#'");
    check_relation(statement.relation);
    read_modality(cell(cells, kModality), statement);
    read_note(cell(cells, kNote), statement);
    statements_.push_back(std::move(statement));
  }

  void check_relation(const std::string& relation) {
    std::vector<std::string> known;
    for (const RelationInfo& info : rules_.relations()) known.push_back(info.id);
    if (relation.empty() || std::find(known.begin(), known.end(), relation) != known.end()) return;
    const std::string_view near = nearest_name(relation, known);
    error(cell_place(*row_, position_[kRelation]), fmt::format("no pack declares the relation '{}'", relation),
          near.empty() ? "name the pack that declares it as well" : fmt::format("did you mean '{}'?", near));
  }

  void read_modality(const std::string& word, ExpectedStatement& statement) {
    if (word.empty()) return;
    statement.modality = parse_modality(word);
    if (!statement.modality)
      error(cell_place(*row_, position_[kModality]), fmt::format("'{}' is not a modality", word),
            fmt::format("write one of {}", fmt::join(kModalityNames, ", ")));
  }

  void read_note(const std::string& note, ExpectedStatement& statement) {
    using Kind = ExpectedStatement::Kind;
    if (note.empty()) return;
    const std::size_t colon = note.find(": ");
    const std::string_view word = std::string_view(note).substr(0, colon);
    if (colon != std::string::npos) statement.reason = note.substr(colon + 2);
    if (word == "optional")
      statement.kind = Kind::optional;
    else if ((word == "todo" || word == "wrong") && !statement.reason.empty())
      statement.kind = word == "todo" ? Kind::todo : Kind::wrong;
    else
      error(cell_place(*row_, position_[kNote]), fmt::format("'{}' is not a note", note),
            "write 'optional', 'todo: reason' or 'wrong: reason'");
  }

  std::string path_;
  const RuleSet& rules_;
  const TableRow* row_ = nullptr;
  std::array<std::size_t, kColumnCount> position_{};
  std::size_t width_ = 0;
  std::vector<ExpectedStatement> statements_;
  Diagnostics diagnostics_;
};

}  // namespace

Result<std::vector<ExpectedStatement>> read_expected_statements(const std::string& path, const RuleSet& rules) {
  const Result<std::string> bytes = read_input({path, path, 0});
  if (!bytes) return tl::make_unexpected(bytes.error());
  return ExpectationReader(path, rules).read(mend_utf8(*bytes).text);
}

}  // namespace edgewise
