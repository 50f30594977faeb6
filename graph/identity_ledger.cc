// SPDX-License-Identifier: Apache-2.0
// Reads judgements, joins names, and finds where judgements contradict each other.
#include "graph/identity_ledger.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/range/iterator_range.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "text/normalise.h"
#include "text/table_rows.h"

namespace edgewise {
namespace {

constexpr std::array<std::string_view, 4> kColumns = {"judgement", "name", "other", "note"};
constexpr std::size_t kRequiredColumns = 3;
constexpr std::string_view kSame = "same", kDifferent = "different";
constexpr std::size_t kMostContradictions = 20;  // that are shown

struct Judgement {
  bool same = false;
  std::size_t name = 0, other = 0;  // indices of names
  Place place;
};

std::string judgement_help(const std::string& word) {
  const std::vector<std::string> known = {std::string(kSame), std::string(kDifferent)};
  const std::string_view near = nearest_name(word, known);
  return near.empty() ? "write 'same' or 'different'" : fmt::format("did you mean '{}'?", near);
}

// Names by number, and what was judged of them. An edge of `joined` is the index of the judgement.
using JoinedNames = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property,
                                          boost::property<boost::edge_index_t, std::size_t>>;

class LedgerReader {
 public:
  explicit LedgerReader(Diagnostics& warnings) : warnings_(warnings) {}

  void read(const LedgerText& ledger);
  void find_contradictions();
  std::map<std::string, std::string, std::less<>> canonical_names() const;
  Diagnostics take_errors() { return std::move(errors_); }

 private:
  std::optional<std::array<std::size_t, kColumns.size()>> read_header(const TableRow& row);
  void read_row(const TableRow& row, const std::array<std::size_t, kColumns.size()>& positions);
  std::size_t number_of(const std::string& name);
  JoinedNames joined_names() const;
  std::vector<std::size_t> groups(const JoinedNames& joined) const;
  std::vector<std::size_t> chain(const JoinedNames& joined, std::size_t from, std::size_t to) const;
  void error(std::string_view code, Place place, std::string message, std::string help,
             std::vector<DiagnosticNote> notes = {}) {
    errors_.push_back(
        {Severity::error, std::string(code), std::move(place), std::move(message), std::move(help), std::move(notes)});
  }

  Diagnostics& warnings_;
  Diagnostics errors_;
  std::vector<std::string> names_;
  std::map<std::string, std::size_t, std::less<>> numbers_;
  std::vector<Judgement> judgements_;
  std::set<std::size_t> others_;  // names in the column `other` of judgements that join
  std::map<std::tuple<bool, std::size_t, std::size_t>, std::size_t> given_;  // to the judgement that says it first
};

void LedgerReader::read(const LedgerText& ledger) {
  std::optional<std::array<std::size_t, kColumns.size()>> positions;
  bool has_header = false;
  for (const TableRow& row : table_rows(ledger.text, ledger.file)) {
    if (has_header) {
      if (positions) read_row(row, *positions);
      continue;
    }
    has_header = true;
    positions = read_header(row);
  }
  if (!has_header)
    error("E801", {ledger.file, 0, 0, 0, {}}, "the ledger has no header line",
          fmt::format("begin with a line of its columns: {}, with tabs between them", fmt::join(kColumns, ", ")));
}

std::optional<std::array<std::size_t, kColumns.size()>> LedgerReader::read_header(const TableRow& row) {
  std::array<std::size_t, kColumns.size()> positions;
  positions.fill(row.cells.size());
  const std::size_t errors = errors_.size();
  const std::vector<std::string> known(kColumns.begin(), kColumns.end());
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const auto column = static_cast<std::size_t>(std::find(known.begin(), known.end(), row.cells[i]) - known.begin());
    if (column < known.size() && positions[column] == row.cells.size()) {
      positions[column] = i;
      continue;
    }
    const std::string_view near = nearest_name(row.cells[i], known);
    error("E801", cell_place(row, i),
          column < known.size() ? fmt::format("column '{}' is there twice", row.cells[i])
                                : fmt::format("unknown column '{}'", row.cells[i]),
          fmt::format("{}columns are {}",
                      near.empty() || column < known.size() ? "" : fmt::format("did you mean '{}'? ", near),
                      fmt::join(known, ", ")));
  }
  for (std::size_t column = 0; column < kRequiredColumns; ++column)
    if (positions[column] == row.cells.size() && errors_.size() == errors)
      error("E801", row.place, fmt::format("the column '{}' is missing", kColumns[column]),
            fmt::format("columns are {}, with tabs between them", fmt::join(known, ", ")));
  return errors_.size() == errors ? std::optional(positions) : std::nullopt;
}

std::size_t LedgerReader::number_of(const std::string& name) {
  const auto [entry, fresh] = numbers_.try_emplace(normalise_name(name), names_.size());
  if (fresh) names_.push_back(entry->first);
  return entry->second;
}

void LedgerReader::read_row(const TableRow& row, const std::array<std::size_t, kColumns.size()>& positions) {
  std::array<std::string, kRequiredColumns> cells;
  for (std::size_t column = 0; column < kRequiredColumns; ++column) {
    if (positions[column] < row.cells.size()) cells[column] = row.cells[positions[column]];
    if (cells[column].empty())
      return error("E801", row.place, fmt::format("the row has no {}", kColumns[column]),
                   "a row says 'same' or 'different', then two names, with tabs between them");
  }
  const Place where = cell_place(row, positions[0]);
  if (cells[0] != kSame && cells[0] != kDifferent)
    return error("E802", where, fmt::format("'{}' is no judgement", cells[0]), judgement_help(cells[0]));
  const Judgement judgement{cells[0] == kSame, number_of(cells[1]), number_of(cells[2]), row.place};
  if (judgement.name == judgement.other)
    return error("E801", row.place, fmt::format("'{}' is judged against itself", cells[1]), "name two things");
  if (judgement.same) others_.insert(judgement.other);
  const auto [low, high] = std::minmax(judgement.name, judgement.other);
  const auto [first, fresh] = given_.try_emplace({judgement.same, low, high}, judgements_.size());
  if (fresh)
    judgements_.push_back(judgement);
  else
    warnings_.push_back({Severity::warning,
                         "W801",
                         row.place,
                         fmt::format("'{}' and '{}' are judged '{}' twice", cells[1], cells[2], cells[0]),
                         "keep one of the two lines",
                         {{judgements_[first->second].place, "judged first here"}}});
}

JoinedNames LedgerReader::joined_names() const {
  JoinedNames joined(names_.size());
  for (std::size_t i = 0; i < judgements_.size(); ++i)
    if (judgements_[i].same) boost::add_edge(judgements_[i].name, judgements_[i].other, i, joined);
  return joined;
}

std::vector<std::size_t> LedgerReader::groups(const JoinedNames& joined) const {
  std::vector<std::size_t> group(names_.size());
  if (!names_.empty()) boost::connected_components(joined, group.data());
  return group;
}

// The judgements on a shortest way between two joined names.
std::vector<std::size_t> LedgerReader::chain(const JoinedNames& joined, std::size_t from, std::size_t to) const {
  std::vector<std::size_t> reached_from(names_.size(), names_.size());
  boost::breadth_first_search(
      joined, to,
      boost::visitor(boost::make_bfs_visitor(boost::record_predecessors(reached_from.data(), boost::on_tree_edge()))));
  std::vector<std::size_t> judgements;
  for (std::size_t at = from; at != to; at = reached_from[at])
    judgements.push_back(boost::get(boost::edge_index, joined, boost::edge(at, reached_from[at], joined).first));
  return judgements;
}

void LedgerReader::find_contradictions() {
  const JoinedNames joined = joined_names();
  const std::vector<std::size_t> group = groups(joined);
  std::size_t shown = 0;
  for (const Judgement& judgement : judgements_) {
    if (judgement.same || group[judgement.name] != group[judgement.other]) continue;
    if (++shown > kMostContradictions) return;
    std::vector<DiagnosticNote> notes;
    for (const std::size_t i : chain(joined, judgement.name, judgement.other))
      notes.push_back({judgements_[i].place, fmt::format("'{}' and '{}' are judged the same here",
                                                         names_[judgements_[i].name], names_[judgements_[i].other])});
    error("E803", judgement.place,
          fmt::format("'{}' and '{}' are judged different, but other judgements join them", names_[judgement.name],
                      names_[judgement.other]),
          "take away the judgement that is wrong", std::move(notes));
  }
}

std::map<std::string, std::string, std::less<>> LedgerReader::canonical_names() const {
  const std::vector<std::size_t> group = groups(joined_names());
  // Names that are never another's `other` come first, then the smaller ones.
  using Rank = std::pair<bool, std::string_view>;
  std::map<std::size_t, Rank> best;
  for (std::size_t i = 0; i < names_.size(); ++i) {
    const Rank rank{others_.contains(i), names_[i]};
    const auto [entry, fresh] = best.try_emplace(group[i], rank);
    if (!fresh) entry->second = std::min(entry->second, rank);
  }
  std::map<std::string, std::string, std::less<>> canonical;
  for (std::size_t i = 0; i < names_.size(); ++i)
    if (const std::string_view name = best.at(group[i]).second; name != names_[i]) canonical.emplace(names_[i], name);
  return canonical;
}

}  // namespace

Result<IdentityLedger> IdentityLedger::read(const std::vector<LedgerText>& ledgers, Diagnostics& warnings) {
  LedgerReader reader(warnings);
  for (const LedgerText& ledger : ledgers) reader.read(ledger);
  reader.find_contradictions();
  if (Diagnostics errors = reader.take_errors(); !errors.empty()) return tl::make_unexpected(std::move(errors));
  IdentityLedger ledger;
  ledger.canonical_ = reader.canonical_names();
  return ledger;
}

std::string_view IdentityLedger::canonical(std::string_view key) const {
  const auto found = canonical_.find(key);
  return found == canonical_.end() ? key : std::string_view(found->second);
}

}  // namespace edgewise
