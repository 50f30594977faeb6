// SPDX-License-Identifier: Apache-2.0
// Resolves what relations say of each other.
#include "rules/relation_links.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "rules/rule_errors.h"

namespace edgewise {
namespace {

class RelationLinker {
 public:
  RelationLinker(RuleSet::Compiled& rules, const RelationIds& ids, std::vector<RelationDefinition>& definitions,
                 Diagnostics& diagnostics)
      : rules_(rules), relation_ids_(ids), definitions_(definitions), errors_(rules.source, diagnostics) {}

  void turn_inverses();
  void close_implications();

 private:
  std::optional<std::uint32_t> known_relation(const Located& id);
  bool fits(const std::vector<TypeId>& narrow, const std::vector<TypeId>& wide) const;

  RuleSet::Compiled& rules_;
  const RelationIds& relation_ids_;
  std::vector<RelationDefinition>& definitions_;
  RuleErrors errors_;
};

std::optional<std::uint32_t> RelationLinker::known_relation(const Located& id) {
  const auto found = relation_ids_.find(id.text);
  if (found != relation_ids_.end()) return found->second;
  std::vector<std::string> known;
  for (const auto& [name, index] : relation_ids_) known.push_back(name);
  const std::string_view near = nearest_name(id.text, known);
  errors_.add("E221", id, fmt::format("there is no relation '{}'", id.text),
              near.empty() ? "declare it, or import the file that does" : fmt::format("did you mean '{}'?", near));
  return std::nullopt;
}

bool RelationLinker::fits(const std::vector<TypeId>& narrow, const std::vector<TypeId>& wide) const {
  return std::all_of(narrow.begin(), narrow.end(), [&](TypeId type) {
    return std::any_of(wide.begin(), wide.end(), [&](TypeId end) { return rules_.types.is_a(type, end); });
  });
}

// An inverse has the ends of the relation it turns round, so that nothing can be said twice and differently.
void RelationLinker::turn_inverses() {
  for (RelationDefinition& definition : definitions_) {
    if (definition.decl == nullptr || !definition.decl->inverse_of) continue;
    const RelationDecl& decl = *definition.decl;
    const auto target = known_relation(*decl.inverse_of);
    if (!target) continue;
    const RelationDefinition& other = definitions_[*target];
    if (!decl.from.empty() || !decl.to.empty() || (other.decl != nullptr && other.decl->inverse_of)) {
      errors_.add("E222", *decl.inverse_of,
                  fmt::format("'{}' cannot be the inverse of '{}'", decl.id.text, decl.inverse_of->text),
                  decl.from.empty() && decl.to.empty()
                      ? "that relation is an inverse itself"
                      : "leave out 'from' and 'to': an inverse has those of the other");
      continue;
    }
    definition.ends = {other.ends.to, other.ends.from};
    definition.inverse_of = target;
    rules_.relations[relation_ids_.find(decl.id.text)->second].inverse_of = decl.inverse_of->text;
  }
}

void RelationLinker::close_implications() {
  std::vector<std::set<std::uint32_t>> implied(definitions_.size());
  for (std::uint32_t relation = 0; relation < definitions_.size(); ++relation) {
    const RelationDecl* decl = definitions_[relation].decl;
    if (decl == nullptr) continue;
    for (const Located& id : decl->implies) {
      const auto target = known_relation(id);
      if (!target) continue;
      const PatternEnds& ends = definitions_[relation].ends;
      const PatternEnds& wider = definitions_[*target].ends;
      if (definitions_[relation].inverse_of || definitions_[*target].inverse_of || !fits(ends.from, wider.from) ||
          !fits(ends.to, wider.to)) {
        errors_.add("E222", id, fmt::format("'{}' cannot imply '{}'", decl->id.text, id.text),
                    definitions_[relation].inverse_of || definitions_[*target].inverse_of
                        ? "name the relation itself, not its inverse"
                        : "every type at its ends must be a type of the other's ends, or below one");
        continue;
      }
      implied[relation].insert(*target);
    }
  }
  // As many rounds as a chain can be long.
  for (bool grown = true; grown;) {
    grown = false;
    for (std::set<std::uint32_t>& all : implied)
      for (const std::uint32_t next : std::set<std::uint32_t>(all))
        for (const std::uint32_t further : implied[next]) grown = all.insert(further).second || grown;
  }
  for (std::uint32_t relation = 0; relation < implied.size(); ++relation) {
    implied[relation].erase(relation);
    rules_.implied.emplace_back(implied[relation].begin(), implied[relation].end());
  }
}

}  // namespace

void link_relations(RuleSet::Compiled& rules, const RelationIds& ids, std::vector<RelationDefinition>& definitions,
                    Diagnostics& diagnostics) {
  RelationLinker linker(rules, ids, definitions, diagnostics);
  linker.turn_inverses();
  linker.close_implications();
}

}  // namespace edgewise
