// SPDX-License-Identifier: Apache-2.0
// The private-use code points that stand for mentions in typed text.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "rules/gazetteer.h"
#include "rules/type_tree.h"

namespace edgewise {

// A set of code indexes.
using CodeSet = std::vector<bool>;

// One code for every type, and one for every entity that some pattern names. Immutable; safe to share.
class TypeCodes {
 public:
  TypeCodes(const TypeTree& types, const Gazetteer& gazetteer, const std::set<EntityId>& named);

  std::size_t size() const { return code_types_.size(); }
  // The index of the code for a mention of `type`; `entity` is the listed entity or NameTrie::kNone.
  std::uint32_t index(TypeId type, EntityId entity) const;
  char32_t code_point(std::uint32_t index) const { return base_ + index; }
  // Two codes beyond size() that stand for no type: a mention that has one of them can be told from all others.
  std::uint32_t from_pin() const { return static_cast<std::uint32_t>(size()); }
  std::uint32_t to_pin() const { return static_cast<std::uint32_t>(size()) + 1; }

  // Every code whose type is one of `types` or below.
  CodeSet codes_of_types(std::span<const TypeId> types) const;
  CodeSet codes_of_entity(EntityId entity) const;

  // The set as the inside of an RE2 character class: "\x{E000}-\x{E003}". Empty for the empty set.
  std::string class_items(const CodeSet& codes) const;

 private:
  const TypeTree& types_;
  std::vector<TypeId> code_types_;
  std::map<EntityId, std::uint32_t> named_;
  char32_t base_;
};

}  // namespace edgewise
