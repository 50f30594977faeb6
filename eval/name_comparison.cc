// SPDX-License-Identifier: Apache-2.0
// Folding names and looking them up in alias tables.
#include "eval/name_comparison.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "text/normalise.h"
#include "text/utf8.h"

namespace edgewise {
namespace {

// Blanks that normalisation leaves, the dots between the parts of foreign names, quotation marks.
constexpr std::u32string_view kDropped = U"\t\n\v\f\r\x1c\x1d\x1e\x1f \u1680·•・《》“”\"'";
// No folded name holds a tab.
constexpr std::string_view kGroupMark = "\t";

std::string_view next_part(std::string_view& rest, char separator) {
  const std::string_view part = rest.substr(0, rest.find(separator));
  rest.remove_prefix(std::min(part.size() + 1, rest.size()));
  return part;
}

}  // namespace

std::string fold_name(std::string_view name) {
  const std::string folded = fold_case(normalise_name(name));
  std::string kept;
  kept.reserve(folded.size());
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t begin = at;
    if (kDropped.find(next_code_point(folded, at)) == std::u32string_view::npos) kept.append(folded, begin, at - begin);
  }
  return kept;
}

void NameGroups::add_table(std::string_view bytes) {
  while (!bytes.empty()) {
    std::string_view line = next_part(bytes, '\n');
    std::vector<std::string> group;
    while (!line.empty())
      if (std::string name = fold_name(next_part(line, '\t')); !name.empty()) group.push_back(std::move(name));
    if (group.size() < 2) continue;
    for (const std::string& name : group) {
      std::vector<std::size_t>& known = groups_of_[name];
      if (known.empty() || known.back() != groups_.size()) known.push_back(groups_.size());
    }
    groups_.push_back(std::move(group));
  }
}

std::vector<std::string> NameGroups::marks(std::string_view name, NameRule rule) const {
  if (rule == NameRule::strict) return {std::string(name)};
  std::vector<std::string> marks{fold_name(name)};
  if (const auto known = groups_of_.find(marks.front()); known != groups_of_.end())
    for (const std::size_t group : known->second) marks.push_back(fmt::format("{}{}", kGroupMark, group));
  return marks;
}

std::vector<std::string> NameGroups::spellings(std::string_view name) const {
  std::vector<std::string> spellings{fold_name(name)};
  if (const auto known = groups_of_.find(spellings.front()); known != groups_of_.end())
    for (const std::size_t group : known->second)
      spellings.insert(spellings.end(), groups_[group].begin(), groups_[group].end());
  return spellings;
}

}  // namespace edgewise
