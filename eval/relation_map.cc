// SPDX-License-Identifier: Apache-2.0
// Reads a table of relation names.
#include "eval/relation_map.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "text/source_excerpt.h"

namespace edgewise {
namespace {

std::vector<std::string_view> cells_of(std::string_view line) {
  std::vector<std::string_view> cells;
  for (std::size_t begin = 0; begin <= line.size();) {
    const std::size_t end = std::min(line.find('\t', begin), line.size());
    cells.push_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  return cells;
}

Diagnostic unreadable(const std::string& file, std::uint32_t line, std::string message) {
  Diagnostic diagnostic;
  diagnostic.code = "E705";
  diagnostic.where.file = file;
  diagnostic.where.line = line;
  diagnostic.message = std::move(message);
  diagnostic.help = "write their name, a tab, our name, and a tab and 'reversed' if it runs the other way";
  return diagnostic;
}

}  // namespace

Result<RelationMap> RelationMap::read(std::string_view bytes, const std::string& file) {
  RelationMap map;
  Diagnostics errors;
  for (std::uint32_t number = 1; !bytes.empty(); ++number) {
    std::string_view line = bytes.substr(0, bytes.find('\n'));
    bytes.remove_prefix(std::min(line.size() + 1, bytes.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.starts_with('#')) continue;
    const std::vector<std::string_view> cells = cells_of(line);
    const bool reversed = cells.size() == 3 && cells[2] == "reversed";
    if (cells.size() < 2 || cells[0].empty() || cells[1].empty() || (cells.size() > 2 && !reversed)) {
      errors.push_back(unreadable(file, number, "not a pair of relation names"));
    } else if (!map.ours_.try_emplace(std::string(cells[0]), MappedRelation{std::string(cells[1]), reversed}).second) {
      errors.push_back(unreadable(file, number, fmt::format("'{}' is renamed twice", printable(cells[0]))));
    }
  }
  if (!errors.empty()) return tl::unexpected(std::move(errors));
  return map;
}

std::optional<MappedRelation> RelationMap::apply(const std::string& theirs) const {
  if (ours_.empty()) return MappedRelation{theirs, false};
  const auto found = ours_.find(theirs);
  return found == ours_.end() ? std::nullopt : std::optional(found->second);
}

std::set<std::string> RelationMap::relations() const {
  std::set<std::string> names;
  for (const auto& [theirs, mapped] : ours_) names.insert(mapped.relation);
  return names;
}

}  // namespace edgewise
