// SPDX-License-Identifier: Apache-2.0
// When two names count as the same.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace edgewise {

// How names are compared.
enum class NameRule {
  lenient,  // after folding, or by a line of an alias table
  strict,   // only if they are written alike, byte by byte
};

// A name without what writers differ in: normalised (NFKC), case folded, without blanks, the dots of foreign names and
// quotation marks. Requires valid UTF-8.
std::string fold_name(std::string_view name);

// Which names count as the same: each line of an alias table is one group. A name may stand in several groups, and
// groups that share a name do not run together.
class NameGroups {
 public:
  // Adds the lines of a table: names separated by tabs, one group a line. Requires valid UTF-8.
  void add_table(std::string_view bytes);

  // What a name is known by: itself as `rule` has it, and under the lenient rule the groups it stands in. Two names are
  // the same if they have one of these in common.
  std::vector<std::string> marks(std::string_view name, NameRule rule) const;

  // Every folded spelling that is the same as `name` under the lenient rule, its own first.
  std::vector<std::string> spellings(std::string_view name) const;

 private:
  std::vector<std::vector<std::string>> groups_;                            // folded names
  std::map<std::string, std::vector<std::size_t>, std::less<>> groups_of_;  // by folded name, ascending
};

}  // namespace edgewise
