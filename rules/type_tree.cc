// SPDX-License-Identifier: Apache-2.0
// Builds the type tree out of the declarations of all files.
#include "rules/type_tree.h"

#include <algorithm>

#include <fmt/format.h>

#include "rules/diagnostic_order.h"

namespace edgewise {
namespace {

void merge_labels(std::vector<Label>& into, const std::vector<Label>& more) {
  for (const Label& label : more) {
    const auto same = [&](const Label& known) { return known.language == label.language; };
    if (std::none_of(into.begin(), into.end(), same)) into.push_back(label);
  }
}

}  // namespace

TypeTree TypeTree::build(const RuleSource& source, Diagnostics& diagnostics) {
  TypeTree tree;
  std::vector<std::vector<const Located*>> parents;
  for (const RuleFile& file : source.rules) {
    for (const TypeDecl& decl : file.types) {
      auto [entry, fresh] = tree.ids_.try_emplace(decl.name.text, static_cast<TypeId>(tree.infos_.size()));
      if (fresh) {
        tree.infos_.push_back({decl.name.text, {}, {}, {}});
        tree.declared_.push_back(decl.name);
        parents.emplace_back();
      }
      TypeInfo& info = tree.infos_[entry->second];
      merge_labels(info.labels, decl.labels);
      for (const Located& parent : decl.parents) parents[entry->second].push_back(&parent);
      if (!decl.color) continue;
      if (!info.color.empty() && info.color != decl.color->text) {
        diagnostics.push_back({Severity::error,
                               "E203",
                               source.place(*decl.color),
                               fmt::format("type '{}' already has the colour {}", info.name, info.color),
                               "keep one of the two",
                               {{source.place(tree.declared_[entry->second]), "declared here"}}});
      } else {
        info.color = decl.color->text;
      }
    }
  }
  tree.parents_.resize(tree.infos_.size());
  for (TypeId type = 0; type < tree.infos_.size(); ++type) {
    for (const Located* parent : parents[type]) {
      const auto id = require_type(tree, source, *parent, diagnostics);
      if (!id || std::count(tree.parents_[type].begin(), tree.parents_[type].end(), *id) > 0) continue;
      tree.parents_[type].push_back(*id);
      tree.infos_[type].parents.push_back(parent->text);
    }
  }
  tree.close_over_parents(source, diagnostics);
  tree.inherit_colours();
  return tree;
}

void TypeTree::close_over_parents(const RuleSource& source, Diagnostics& diagnostics) {
  const std::size_t count = infos_.size();
  below_.assign(count, std::vector<bool>(count, false));
  for (TypeId type = 0; type < count; ++type) {
    std::vector<TypeId> open = {type};
    while (!open.empty()) {
      const TypeId next = open.back();
      open.pop_back();
      if (below_[type][next]) continue;
      below_[type][next] = true;
      open.insert(open.end(), parents_[next].begin(), parents_[next].end());
    }
  }
  std::vector<bool> reported(count, false);
  for (TypeId type = 0; type < count; ++type) {
    if (reported[type]) continue;
    const std::vector<TypeId> round = way_back_to(type);
    if (round.empty()) continue;
    std::string names = infos_[type].name;
    std::vector<DiagnosticNote> notes;
    for (const TypeId step : round) {
      reported[step] = true;
      names += " → " + infos_[step].name;
      if (step != type) notes.push_back({source.place(declared_[step]), "by way of this type"});
    }
    diagnostics.push_back({Severity::error, "E202", source.place(declared_[type]),
                           fmt::format("type '{}' is a kind of itself: {}", infos_[type].name, names),
                           "take one of the 'is' entries of the cycle away", std::move(notes)});
  }
}

// The shortest way from a type to itself, from parent to parent, without the first step's start; empty if none.
std::vector<TypeId> TypeTree::way_back_to(TypeId type) const {
  const TypeId kUnseen = static_cast<TypeId>(infos_.size());
  std::vector<TypeId> reached_from(infos_.size(), kUnseen), open = {type};
  for (std::size_t next = 0; next < open.size() && reached_from[type] == kUnseen; ++next) {
    for (const TypeId parent : parents_[open[next]]) {
      if (reached_from[parent] != kUnseen) continue;
      reached_from[parent] = open[next];
      open.push_back(parent);
    }
  }
  if (reached_from[type] == kUnseen) return {};
  std::vector<TypeId> way = {type};
  for (TypeId at = reached_from[type]; at != type; at = reached_from[at]) way.push_back(at);
  std::reverse(way.begin(), way.end());
  return way;
}

void TypeTree::inherit_colours() {
  // As many rounds as the tree can be deep: parents may be declared after their children.
  for (std::size_t round = 0; round < infos_.size(); ++round) {
    bool changed = false;
    for (TypeId type = 0; type < infos_.size(); ++type) {
      for (const TypeId parent : parents_[type]) {
        if (!infos_[type].color.empty() || infos_[parent].color.empty()) continue;
        infos_[type].color = infos_[parent].color;
        changed = true;
      }
    }
    if (!changed) return;
  }
}

std::optional<TypeId> TypeTree::find(std::string_view name) const {
  const auto found = ids_.find(name);
  if (found == ids_.end()) return std::nullopt;
  return found->second;
}

std::vector<std::string> TypeTree::names() const {
  std::vector<std::string> names;
  for (const TypeInfo& info : infos_) names.push_back(info.name);
  return names;
}

std::optional<TypeId> require_type(const TypeTree& types, const RuleSource& source, const Located& name,
                                   Diagnostics& diagnostics) {
  if (const auto id = types.find(name.text)) return id;
  // The reader has complained; or there is enough to mend already.
  if (name.text.empty() || diagnostics.size() >= kMostGathered) return std::nullopt;
  const std::vector<std::string> known = types.names();
  const std::string_view near = nearest_name(name.text, known);
  diagnostics.push_back({Severity::error,
                         "E201",
                         source.place(name),
                         fmt::format("unknown type '{}'", name.text),
                         !near.empty()   ? fmt::format("did you mean '{}'?", near)
                         : known.empty() ? "declare it under 'types', or import a file that does"
                                         : fmt::format("known types: {}", fmt::join(known, ", ")),
                         {}});
  return std::nullopt;
}

}  // namespace edgewise
