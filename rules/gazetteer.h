// SPDX-License-Identifier: Apache-2.0
// The names that rule packs list, and the entities they stand for.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/name_trie.h"
#include "rules/rule_file.h"
#include "rules/rule_set.h"
#include "rules/type_tree.h"
#include "text/diagnostic.h"

namespace edgewise {

using EntityId = std::uint32_t;

struct ListedEntity {
  EntityRef ref;
  TypeId type = 0;
};

// All listed entities, by canonical name. Immutable once built; safe to share.
class Gazetteer {
 public:
  // Declarations with the same canonical name and type add up. One alias of two entities is a warning (the first entity
  // keeps it); one canonical name with two types is an error. Names that some file removes are nobody's.
  static Gazetteer build(const RuleSource& source, const TypeTree& types, Diagnostics& diagnostics,
                         Diagnostics& warnings);

  const std::vector<ListedEntity>& entities() const { return entities_; }
  std::size_t alias_count() const { return exact_.size() + folded_.size(); }

  // Canonical names, in the order listed.
  std::vector<std::string> names() const;

  // The entity with exactly this name or alias.
  std::optional<EntityId> find(std::string_view name) const;

  // The longest listed name that starts at `begin` and ends by `end`; value is an EntityId or NameTrie::kNone.
  NameTrie::Hit longest_at(std::string_view text, std::uint32_t begin, std::uint32_t end) const;

 private:
  void add_alias(const RuleSource& source, const Located& alias, EntityId entity, bool fold_case,
                 Diagnostics& warnings);

  std::vector<ListedEntity> entities_;
  std::map<std::string, bool> removed_;  // names that are not to be found, and whether any entity has them
  NameTrie exact_{NameTrie::Case::exact};
  NameTrie folded_{NameTrie::Case::fold};
};

}  // namespace edgewise
