// SPDX-License-Identifier: Apache-2.0
// Builds the gazetteer out of inline entities and name tables.
#include "rules/gazetteer.h"

#include <algorithm>
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
        gazetteer.entities_.push_back({{key, decl.type.text, {}, {}}, *type, {}});
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
      if (decl.ticker && entity.ref.ticker.empty()) entity.ref.ticker = decl.ticker->text;
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
  // Weak names last: they only share what others have.
  for (const auto& [decl, id] : accepted) {
    for (const Located& name : decl->weak) gazetteer.add_weak(source, name, id, decl->fold_case, warnings);
    gazetteer.add_near(*decl, id);
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
  if (name.empty() || is_removed(name)) return;
  const EntityId owner = (fold_case ? folded_ : exact_).add(name, entity);
  if (owner == entity || warnings.size() >= kMostGathered) return;
  warnings.push_back({Severity::warning,
                      "W301",
                      source.place(alias),
                      fmt::format("'{}' is already a name of '{}'; as a name of '{}' it is ignored", name,
                                  entities_[owner].ref.key, entities_[entity].ref.key),
                      "take it away from one of the two, or put it under 'weak' for the one that is meant less often",
                      {}});
}

void Gazetteer::add_weak(const RuleSource& source, const Located& alias, EntityId entity, bool fold_case,
                         Diagnostics& warnings) {
  const std::string name = normalise_name(alias.text);
  if (name.empty() || is_removed(name)) return;
  NameTrie& names = fold_case ? folded_ : exact_;
  const std::uint32_t fresh = kFirstShared + static_cast<std::uint32_t>(shared_.size());
  const std::uint32_t value = names.add(name, fresh);
  if (value == fresh) {
    shared_.push_back({name, {{entity, true}}});
  } else if (is_shared(value)) {
    std::vector<NameClaim>& claims = shared_[shared_index(value)].claims;
    const auto same = [&](const NameClaim& claim) { return claim.entity == entity; };
    if (std::none_of(claims.begin(), claims.end(), same)) claims.push_back({entity, true});
  } else if (value != entity) {
    shared_.push_back({name, {{value, false}, {entity, true}}});
    names.replace(name, fresh);
  } else if (warnings.size() < kMostGathered) {
    warnings.push_back(
        {Severity::warning,
         "W306",
         source.place(alias),
         fmt::format("'{}' is a name of '{}' anyway, so it cannot be a weak one", name, entities_[entity].ref.key),
         "take it away here or there",
         {}});
  }
}

void Gazetteer::add_near(const EntityDecl& decl, EntityId entity) {
  std::vector<std::uint32_t>& near = entities_[entity].near;
  for (const Located& word : decl.near) {
    const std::string normal = normalise_name(word.text);
    if (!normal.empty()) near.push_back(near_.add(normal, static_cast<std::uint32_t>(near_.size())));
  }
  std::sort(near.begin(), near.end());
  near.erase(std::unique(near.begin(), near.end()), near.end());
}

// Notes that there is such a name.
bool Gazetteer::is_removed(const std::string& name) {
  const auto silenced = removed_.find(name);
  if (silenced == removed_.end()) return false;
  silenced->second = true;
  return true;
}

std::vector<std::string> Gazetteer::names() const {
  std::vector<std::string> names;
  for (const ListedEntity& entity : entities_) names.push_back(entity.ref.key);
  return names;
}

std::uint32_t Gazetteer::value_of(std::string_view name) const {
  const std::uint32_t value = exact_.find(name);
  return value == NameTrie::kNone ? folded_.find(name) : value;
}

std::optional<EntityId> Gazetteer::find(std::string_view name) const {
  const std::uint32_t value = value_of(name);
  if (value == NameTrie::kNone) return std::nullopt;
  if (!is_shared(value)) return value;
  const NameClaim& first = shared_[shared_index(value)].claims.front();
  if (first.weak) return std::nullopt;
  return first.entity;
}

const SharedName* Gazetteer::find_shared(std::string_view name) const {
  const std::uint32_t value = value_of(name);
  return is_shared(value) ? &shared_[shared_index(value)] : nullptr;
}

NameTrie::Hit Gazetteer::longest_at(std::string_view text, std::uint32_t begin, std::uint32_t end) const {
  NameTrie::Hit hit = exact_.longest_at(text, begin, end);
  if (folded_.size() == 0) return hit;
  const NameTrie::Hit folded = folded_.longest_at(text, begin, end);
  return folded.span.size() > hit.span.size() ? folded : hit;
}

}  // namespace edgewise
