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
  std::vector<std::uint32_t> near;  // what speaks for it where a name is in doubt: values of Gazetteer::near_words()
};

// One of the things that a name in doubt may mean. `weak`: it means it only where something speaks for it.
struct NameClaim {
  EntityId entity = 0;
  bool weak = true;
};

// A name that does not settle by itself what it means.
struct SharedName {
  std::string name;
  std::vector<NameClaim> claims;  // never empty; in the order of declaration, a claim that is not weak first
};

// All listed entities, by canonical name. Immutable once built; safe to share.
class Gazetteer {
 public:
  // Declarations with the same canonical name and type add up. One alias of two entities is a warning (the first entity
  // keeps it) unless it is weak for all but one; one canonical name with two types is an error. Names that some file
  // removes are nobody's.
  static Gazetteer build(const RuleSource& source, const TypeTree& types, Diagnostics& diagnostics,
                         Diagnostics& warnings);

  const std::vector<ListedEntity>& entities() const { return entities_; }
  std::size_t alias_count() const { return exact_.size() + folded_.size(); }

  // Canonical names, in the order listed.
  std::vector<std::string> names() const;

  // The entity with exactly this name or alias, if it is not a weak one.
  std::optional<EntityId> find(std::string_view name) const;
  // What exactly this name may mean, if it is in doubt.
  const SharedName* find_shared(std::string_view name) const;

  // The longest listed name that starts at `begin` and ends by `end`; value is an EntityId, the value of a name in
  // doubt, or NameTrie::kNone.
  NameTrie::Hit longest_at(std::string_view text, std::uint32_t begin, std::uint32_t end) const;

  // Names in doubt have values with the highest bit; their index counts from 0.
  static bool is_shared(std::uint32_t value) { return value >= kFirstShared && value != NameTrie::kNone; }
  static std::uint32_t shared_index(std::uint32_t value) { return value - kFirstShared; }
  const std::vector<SharedName>& shared() const { return shared_; }

  // The words that speak for some entity, each with a value of its own.
  const NameTrie& near_words() const { return near_; }

 private:
  static constexpr std::uint32_t kFirstShared = 0x80000000;
  void add_alias(const RuleSource& source, const Located& alias, EntityId entity, bool fold_case,
                 Diagnostics& warnings);
  void add_weak(const RuleSource& source, const Located& alias, EntityId entity, bool fold_case, Diagnostics& warnings);
  void add_near(const EntityDecl& decl, EntityId entity);
  bool is_removed(const std::string& name);
  std::uint32_t value_of(std::string_view name) const;

  std::vector<ListedEntity> entities_;
  std::map<std::string, bool> removed_;  // names that are not to be found, and whether any entity has them
  NameTrie exact_{NameTrie::Case::exact};
  NameTrie folded_{NameTrie::Case::fold};
  NameTrie near_{NameTrie::Case::exact};
  std::vector<SharedName> shared_;
};

}  // namespace edgewise
