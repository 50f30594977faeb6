// SPDX-License-Identifier: Apache-2.0
// Names of relations in somebody else's gold, and ours.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "text/result.h"

namespace edgewise {

struct MappedRelation {
  std::string relation;
  bool reversed = false;  // from and to change places
};

// Renames relations. An empty map leaves every name as it is; any other passes only those it lists.
class RelationMap {
 public:
  // Reads lines of their name, a tab, our name, and for relations that run the other way a tab and `reversed`. Empty
  // lines and lines that start with # are passed over. Errors (E705) at file:line.
  static Result<RelationMap> read(std::string_view bytes, const std::string& file);

  std::optional<MappedRelation> apply(const std::string& theirs) const;
  bool empty() const { return ours_.empty(); }
  // Our names, sorted.
  std::set<std::string> relations() const;

 private:
  std::map<std::string, MappedRelation, std::less<>> ours_;
};

}  // namespace edgewise
