// SPDX-License-Identifier: Apache-2.0
// Goes through the files once for the relations and once for their qualifiers.
#include "rules/relation_table.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "rules/rule_errors.h"

namespace edgewise {
namespace {

class RelationTable {
 public:
  RelationTable(RuleSet::Compiled& rules, RelationIds& relation_ids, std::vector<RelationDefinition>& definitions,
                Diagnostics& diagnostics)
      : rules_(rules),
        relation_ids_(relation_ids),
        definitions_(definitions),
        diagnostics_(diagnostics),
        errors_(rules.source, diagnostics) {}

  void declare();
  void gather_qualifiers();

 private:
  void define(const RelationDecl& decl);
  void check_redefinition(const RelationDecl& decl, std::uint32_t relation);

  RuleSet::Compiled& rules_;
  RelationIds& relation_ids_;
  std::vector<RelationDefinition>& definitions_;
  Diagnostics& diagnostics_;
  RuleErrors errors_;
};

void RelationTable::declare() {
  for (const RuleFile& file : rules_.source.rules) {
    for (const RelationDecl& decl : file.relations) {
      const auto [entry, fresh] =
          relation_ids_.try_emplace(decl.id.text, static_cast<std::uint32_t>(definitions_.size()));
      if (fresh) {
        definitions_.push_back({});
        rules_.relations.push_back({decl.id.text, {}, {}, false});
      }
      if (!decl.from.empty() || !decl.to.empty() || decl.inverse_of) {
        if (definitions_[entry->second].decl == nullptr) {
          definitions_[entry->second].decl = &decl;
          define(decl);
        } else {
          check_redefinition(decl, entry->second);
        }
      } else if (definitions_[entry->second].decl == nullptr) {
        std::vector<std::string> known;
        for (const auto& [id, index] : relation_ids_)
          if (definitions_[index].decl != nullptr) known.push_back(id);
        const std::string_view near = nearest_name(decl.id.text, known);
        errors_.add("E211", decl.id, fmt::format("relation '{}' does not say what it relates", decl.id.text),
                    near.empty() ? "give it 'from' and 'to', or import the file that declares it"
                                 : fmt::format("give it 'from' and 'to'; or did you mean '{}'?", near));
        definitions_[entry->second].decl = &decl;  // once is enough
      }
    }
  }
}

void RelationTable::define(const RelationDecl& decl) {
  const std::uint32_t relation = relation_ids_.find(decl.id.text)->second;
  RelationDefinition& definition = definitions_[relation];
  for (const Located& type : decl.from)
    if (const auto id = require_type(rules_.types, rules_.source, type, diagnostics_))
      definition.ends.from.push_back(*id);
  for (const Located& type : decl.to)
    if (const auto id = require_type(rules_.types, rules_.source, type, diagnostics_))
      definition.ends.to.push_back(*id);
  if (!decl.inverse_of && (decl.from.empty() || decl.to.empty()))
    errors_.add("E211", decl.id,
                fmt::format("relation '{}' lacks '{}'", decl.id.text, decl.from.empty() ? "from" : "to"),
                "say which types stand at both ends");
  definition.cues = decl.cues.value_or(true);
  definition.scope = decl.scope.value_or(MatchScope::sentence);
  RelationInfo& info = rules_.relations[relation];
  info.labels = decl.labels;
  info.symmetric = decl.symmetric.value_or(false);
  if (decl.color) info.color = decl.color->text;
}

void RelationTable::check_redefinition(const RelationDecl& decl, std::uint32_t relation) {
  const RelationDecl& first = *definitions_[relation].decl;
  const auto differs = [](const std::vector<Located>& a, const std::vector<Located>& b) {
    return !a.empty() && !std::equal(a.begin(), a.end(), b.begin(), b.end(),
                                     [](const Located& x, const Located& y) { return x.text == y.text; });
  };
  std::string key;
  if (differs(decl.from, first.from)) key = "from";
  if (differs(decl.to, first.to)) key = "to";
  if (decl.symmetric && *decl.symmetric != first.symmetric.value_or(false)) key = "symmetric";
  if (key.empty()) return;
  errors_.add("E212", decl.id, fmt::format("relation '{}' is declared again with another '{}'", decl.id.text, key),
              "leave the key out here, or give the relation another name",
              {{rules_.source.place(first.id), "declared first here"}});
}

// Files add up here as well.
void RelationTable::gather_qualifiers() {
  rules_.qualifiers.resize(definitions_.size());
  for (const RuleFile& file : rules_.source.rules) {
    for (const RelationDecl& decl : file.relations) {
      QualifierTable& table = rules_.qualifiers[relation_ids_.find(decl.id.text)->second];
      for (const auto& [name, kind] : decl.qualifiers) {
        const auto quantity = parse_quantity_kind(kind.text);
        const auto type = quantity ? std::nullopt : rules_.types.find(kind.text);
        if (!quantity && !type) {
          std::vector<std::string> known = rules_.types.names();
          known.insert(known.end(), kQuantityKindNames.begin(), kQuantityKindNames.end());
          const std::string_view near = nearest_name(kind.text, known);
          errors_.add(
              "E225", kind, fmt::format("'{}' is neither a kind of quantity nor a type", kind.text),
              fmt::format("{}kinds of quantity: {}", near.empty() ? "" : fmt::format("did you mean '{}'? ", near),
                          fmt::join(kQuantityKindNames, ", ")));
          continue;
        }
        table.insert_or_assign(name.text, QualifierKind{quantity.value_or(QuantityKind::text), type});
      }
    }
  }
}

}  // namespace

void declare_relations(RuleSet::Compiled& rules, RelationIds& relation_ids,
                       std::vector<RelationDefinition>& definitions, Diagnostics& diagnostics) {
  RelationTable table(rules, relation_ids, definitions, diagnostics);
  table.declare();
  table.gather_qualifiers();
}

}  // namespace edgewise
