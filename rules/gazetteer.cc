// SPDX-License-Identifier: Apache-2.0
// Builds the gazetteer out of inline entities and name tables.
#include "rules/gazetteer.h"

#include <map>
#include <unordered_map>

#include <fmt/format.h>

#include "rules/diagnostic_order.h"
#include "text/normalise.h"

namespace edgewise {

Gazetteer Gazetteer::build(const RuleSource& source, const TypeTree& types, Diagnostics& diagnostics,
                           Diagnostics& warnings) {
  Gazetteer gazetteer;
  std::unordered_map<std::string, EntityId> by_name;
  std::vector<const EntityDecl*> first_decl;
  std::vector<std::pair<const EntityDecl*, EntityId>> accepted;
  for (const RuleFile& file : source.rules) {
    for (const EntityDecl& decl : file.entities) {
      const auto type = require_type(types, source, decl.type, diagnostics);
      if (!type) continue;
      const std::string key = normalise_name(decl.name.text);
      const auto [entry, fresh] = by_name.try_emplace(key, static_cast<EntityId>(gazetteer.entities_.size()));
      if (fresh) {
        gazetteer.entities_.push_back({{key, decl.type.text, {}, {}}, *type});
        first_decl.push_back(&decl);
      }
      ListedEntity& entity = gazetteer.entities_[entry->second];
      if (entity.type != *type && diagnostics.size() >= kMostGathered) continue;
      if (entity.type != *type) {
        diagnostics.push_back({Severity::error,
                               "E301",
                               source.place(decl.name),
                               fmt::format("'{}' is listed as {} and as {}", key, entity.ref.type, decl.type.text),
                               "keep one type, or give the other thing a longer name",
                               {{source.place(first_decl[entry->second]->name), "listed first here"}}});
        continue;
      }
      for (const Label& label : decl.labels) entity.ref.labels.push_back({label.language, normalise_name(label.text)});
      if (decl.id && entity.ref.external_id.empty()) entity.ref.external_id = decl.id->text;
      accepted.emplace_back(&decl, entry->second);
    }
  }
  std::map<std::string, const Located*> removed;
  for (const RuleFile& file : source.rules)
    for (const Located& name : file.removed_names) removed.try_emplace(normalise_name(name.text), &name);
  for (const auto& [name, at] : removed) gazetteer.removed_.emplace(name, false);
  // Canonical names first: an alias must never take another entity's own name.
  for (const auto& [decl, id] : accepted) gazetteer.add_alias(source, decl->name, id, decl->fold_case, warnings);
  for (const auto& [decl, id] : accepted) {
    for (const Located& alias : decl->also) gazetteer.add_alias(source, alias, id, decl->fold_case, warnings);
    for (const Label& label : decl->labels) {
      Located located = decl->name;
      located.text = label.text;
      gazetteer.add_alias(source, located, id, decl->fold_case, warnings);
    }
  }
  for (const auto& [name, at] : removed)
    if (!gazetteer.removed_.at(name))
      diagnostics.push_back({Severity::error,
                             "E310",
                             source.place(*at),
                             fmt::format("there is no name '{}' to remove", name),
                             "mend the name, or take it away",
                             {}});
  return gazetteer;
}

void Gazetteer::add_alias(const RuleSource& source, const Located& alias, EntityId entity, bool fold_case,
                          Diagnostics& warnings) {
  const std::string name = normalise_name(alias.text);
  if (name.empty()) return;
  if (const auto silenced = removed_.find(name); silenced != removed_.end()) {
    silenced->second = true;
    return;
  }
  const EntityId owner = (fold_case ? folded_ : exact_).add(name, entity);
  if (owner == entity || warnings.size() >= kMostGathered) return;
  warnings.push_back({Severity::warning,
                      "W301",
                      source.place(alias),
                      fmt::format("'{}' is already a name of '{}'; as a name of '{}' it is ignored", name,
                                  entities_[owner].ref.key, entities_[entity].ref.key),
                      "take it away from one of the two",
                      {}});
}

std::vector<std::string> Gazetteer::names() const {
  std::vector<std::string> names;
  for (const ListedEntity& entity : entities_) names.push_back(entity.ref.key);
  return names;
}

std::optional<EntityId> Gazetteer::find(std::string_view name) const {
  EntityId id = exact_.find(name);
  if (id == NameTrie::kNone) id = folded_.find(name);
  if (id == NameTrie::kNone) return std::nullopt;
  return id;
}

NameTrie::Hit Gazetteer::longest_at(std::string_view text, std::uint32_t begin, std::uint32_t end) const {
  NameTrie::Hit hit = exact_.longest_at(text, begin, end);
  if (folded_.size() == 0) return hit;
  const NameTrie::Hit folded = folded_.longest_at(text, begin, end);
  return folded.span.size() > hit.span.size() ? folded : hit;
}

}  // namespace edgewise
