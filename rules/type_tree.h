// SPDX-License-Identifier: Apache-2.0
// The kinds of things a rule set knows, and which kind is a kind of which.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rule_file.h"
#include "rules/rule_set.h"
#include "text/diagnostic.h"

namespace edgewise {

using TypeId = std::uint32_t;

// Types with several parents each; acyclic once built. Ids are in declaration order. Immutable, safe to share.
class TypeTree {
 public:
  // Gathers the declarations of all files. Repeated declarations add up if they do not contradict each other.
  // Unknown parents, cycles and contradictions become diagnostics; what remains is usable all the same.
  static TypeTree build(const RuleSource& source, Diagnostics& diagnostics);

  std::optional<TypeId> find(std::string_view name) const;
  // True if `type` is `ancestor` or below it. O(1).
  bool is_a(TypeId type, TypeId ancestor) const { return below_[type][ancestor]; }
  std::size_t size() const { return infos_.size(); }
  const std::vector<TypeInfo>& infos() const { return infos_; }
  std::vector<std::string> names() const;

 private:
  void close_over_parents(const RuleSource& source, Diagnostics& diagnostics);
  std::vector<TypeId> way_back_to(TypeId type) const;
  void inherit_colours();

  std::vector<TypeInfo> infos_;
  std::map<std::string, TypeId, std::less<>> ids_;
  std::vector<Located> declared_;  // where each type was declared first
  std::vector<std::vector<TypeId>> parents_;
  std::vector<std::vector<bool>> below_;
};

// The type of that name, or a diagnostic E201 with the nearest name.
std::optional<TypeId> require_type(const TypeTree& types, const RuleSource& source, const Located& name,
                                   Diagnostics& diagnostics);

}  // namespace edgewise
