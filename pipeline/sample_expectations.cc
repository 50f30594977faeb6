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
#include "text/utf8.h"

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

  Result<std::vector<ExpectedStatement>> read(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    for (std::string& line : split(bytes, '\n')) {
      ++number_;
      if (line.ends_with('\r')) line.pop_back();
      if (line.empty() || line.starts_with('#')) continue;
      line_ = line;
      has_header_ ? read_row() : read_header();
    }
    if (!has_header_) error("the table has no header line", fmt::format("begin with {}", fmt::join(kColumns, ", ")));
    if (has_errors(diagnostics_)) return tl::make_unexpected(std::move(diagnostics_));
    return std::move(statements_);
  }

 private:
  Place here() const {
    std::uint32_t columns = 1;
    for (std::size_t at = 0; at < line_.size(); ++columns) (void)next_code_point(line_, at);
    return {path_, number_, line_.empty() ? 0U : 1U, columns, line_};
  }

  void error(std::string message, std::string help) {
    diagnostics_.push_back({Severity::error, "E403", here(), std::move(message), std::move(help), {}});
  }

  void read_header() {
    has_header_ = true;
    position_.fill(kAbsent);
    const std::vector<std::string> cells = split(line_, '\t');
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const auto column = std::find(kColumns.begin(), kColumns.end(), cells[i]);
      if (column == kColumns.end())
        error(fmt::format("unknown column '{}'", cells[i]), fmt::format("columns are {}", fmt::join(kColumns, ", ")));
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
    const std::vector<std::string> cells = split(line_, '\t');
    if (cells.size() > width_)
      return error(fmt::format("the row has {} cells, the header {}", cells.size(), width_), "a tab may be doubled");
    ExpectedStatement statement;
    statement.document = cell(cells, kDoc);
    statement.from = split(cell(cells, kFrom), '|');
    statement.to = split(cell(cells, kTo), '|');
    statement.relation = cell(cells, kRelation);
    statement.where = here();
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
    error(fmt::format("no pack declares the relation '{}'", relation),
          near.empty() ? "name the pack that declares it as well" : fmt::format("did you mean '{}'?", near));
  }

  void read_modality(const std::string& word, ExpectedStatement& statement) {
    if (word.empty()) return;
    statement.modality = parse_modality(word);
    if (!statement.modality)
      error(fmt::format("'{}' is not a modality", word),
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
      error(fmt::format("'{}' is not a note", note), "write 'optional', 'todo: reason' or 'wrong: reason'");
  }

  std::string path_;
  const RuleSet& rules_;
  std::uint32_t number_ = 0;
  std::string line_;
  bool has_header_ = false;
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
