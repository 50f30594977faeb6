// SPDX-License-Identifier: Apache-2.0
// Relations first, so that they may refer to each other, then their patterns.
#include "rules/relation_compiler.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <xxhash.h>

#include "rules/pattern_compile.h"
#include "rules/relation_links.h"

namespace edgewise {
namespace {

class RelationCompiler {
 public:
  RelationCompiler(RuleSet::Compiled& rules, Diagnostics& diagnostics, Diagnostics& warnings)
      : rules_(rules), diagnostics_(diagnostics), warnings_(warnings) {}

  void run() {
    declare();
    gather_qualifiers();
    link_relations(rules_, relation_ids_, definitions_, diagnostics_);
    gather_removed();
    compile();
    complain_of_idle_removals();
  }

 private:
  void declare();
  void define(const RelationDecl& decl);
  void check_redefinition(const RelationDecl& decl, std::uint32_t relation);
  void gather_qualifiers();
  void gather_removed();
  void complain_of_idle_removals();
  void compile();
  void compile_pattern(const RuleFile& file, const PatternDecl& decl, std::uint32_t relation);
  void check_ends(const PatternDecl& decl, std::uint32_t relation, std::uint32_t pattern);
  PairCheck pair_check(const PairConstraints& where);
  std::optional<std::uint32_t> document_check(const RuleFile& file, const DocumentConditions& when);
  void error(std::string code, const Located& at, std::string message, std::string help,
             std::vector<DiagnosticNote> notes = {}) {
    diagnostics_.push_back({Severity::error, std::move(code), rules_.source.place(at), std::move(message),
                            std::move(help), std::move(notes)});
  }

  RuleSet::Compiled& rules_;
  Diagnostics& diagnostics_;
  Diagnostics& warnings_;
  RelationIds relation_ids_;
  std::vector<RelationDefinition> definitions_;
  std::map<std::string, const Located*, std::less<>> removed_;  // rules that are not to run
  std::set<std::string, std::less<>> removed_and_found_;
  std::vector<std::string> rule_ids_;
};

void RelationCompiler::declare() {
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
        error("E211", decl.id, fmt::format("relation '{}' does not say what it relates", decl.id.text),
              near.empty() ? "give it 'from' and 'to', or import the file that declares it"
                           : fmt::format("give it 'from' and 'to'; or did you mean '{}'?", near));
        definitions_[entry->second].decl = &decl;  // once is enough
      }
    }
  }
}

void RelationCompiler::define(const RelationDecl& decl) {
  const std::uint32_t relation = relation_ids_.find(decl.id.text)->second;
  RelationDefinition& definition = definitions_[relation];
  for (const Located& type : decl.from)
    if (const auto id = require_type(rules_.types, rules_.source, type, diagnostics_))
      definition.ends.from.push_back(*id);
  for (const Located& type : decl.to)
    if (const auto id = require_type(rules_.types, rules_.source, type, diagnostics_))
      definition.ends.to.push_back(*id);
  if (!decl.inverse_of && (decl.from.empty() || decl.to.empty()))
    error("E211", decl.id, fmt::format("relation '{}' lacks '{}'", decl.id.text, decl.from.empty() ? "from" : "to"),
          "say which types stand at both ends");
  definition.cues = decl.cues.value_or(true);
  definition.scope = decl.scope.value_or(MatchScope::sentence);
  RelationInfo& info = rules_.relations[relation];
  info.labels = decl.labels;
  info.symmetric = decl.symmetric.value_or(false);
  if (decl.color) info.color = decl.color->text;
}

void RelationCompiler::check_redefinition(const RelationDecl& decl, std::uint32_t relation) {
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
  error("E212", decl.id, fmt::format("relation '{}' is declared again with another '{}'", decl.id.text, key),
        "leave the key out here, or give the relation another name",
        {{rules_.source.place(first.id), "declared first here"}});
}

// Files add up here as well.
void RelationCompiler::gather_qualifiers() {
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
          error("E225", kind, fmt::format("'{}' is neither a kind of quantity nor a type", kind.text),
                fmt::format("{}kinds of quantity: {}", near.empty() ? "" : fmt::format("did you mean '{}'? ", near),
                            fmt::join(kQuantityKindNames, ", ")));
          continue;
        }
        table.insert_or_assign(name.text, QualifierKind{quantity.value_or(QuantityKind::text), type});
      }
    }
  }
}

void RelationCompiler::gather_removed() {
  for (const RuleFile& file : rules_.source.rules)
    for (const Located& rule : file.removed_rules) removed_.try_emplace(rule.text, &rule);
}

void RelationCompiler::complain_of_idle_removals() {
  for (const auto& [rule, at] : removed_) {
    if (removed_and_found_.count(rule) > 0) continue;
    const std::string_view near = nearest_name(rule, rule_ids_);
    error("E221", *at, fmt::format("there is no rule '{}' to remove", rule),
          near.empty() ? "a rule is called relation#number or relation#id" : fmt::format("did you mean '{}'?", near));
  }
}

PairCheck RelationCompiler::pair_check(const PairConstraints& where) {
  PairCheck check;
  check.order = where.order;
  check.same_clause = where.same_clause;
  check.apart = where.apart;
  const auto codes = [&](const std::vector<Located>& names) {
    std::vector<TypeId> types;
    for (const Located& name : names)
      if (const auto type = require_type(rules_.types, rules_.source, name, diagnostics_)) types.push_back(*type);
    return types.empty() ? CodeSet() : rules_.codes->codes_of_types(types);
  };
  check.from_not = codes(where.from_not);
  check.to_not = codes(where.to_not);
  return check;
}

std::optional<std::uint32_t> RelationCompiler::document_check(const RuleFile& file, const DocumentConditions& when) {
  if (when.title.empty() && when.not_title.empty() && when.body.empty() && when.not_body.empty()) return std::nullopt;
  DocumentCheck check;
  const PatternScope scope = rules_.scope(file);
  compile_guard(when.title, "", scope, *rules_.codes, check.title, diagnostics_);
  compile_guard(when.not_title, "", scope, *rules_.codes, check.not_title, diagnostics_);
  compile_guard(when.body, "", scope, *rules_.codes, check.body, diagnostics_);
  compile_guard(when.not_body, "", scope, *rules_.codes, check.not_body, diagnostics_);
  rules_.document_checks.push_back(std::move(check));
  return static_cast<std::uint32_t>(rules_.document_checks.size() - 1);
}

void RelationCompiler::compile() {
  for (const RuleFile& file : rules_.source.rules) {
    for (const RelationDecl& decl : file.relations) {
      const std::uint32_t relation = relation_ids_.find(decl.id.text)->second;
      const RelationDefinition& definition = definitions_[relation];
      if (definition.ends.from.empty() || definition.ends.to.empty()) {
        definitions_[relation].pattern_count += static_cast<std::uint32_t>(decl.match.size());
        continue;
      }
      for (const PatternDecl& pattern : decl.match) compile_pattern(file, pattern, relation);
    }
  }
  rules_.patterns.freeze();
  for (const RelationDefinition& definition : definitions_) rules_.ends.push_back(definition.ends);
  for (std::size_t relation = 0; relation < definitions_.size(); ++relation) {
    const RelationDefinition& definition = definitions_[relation];
    if (definition.pattern_count > 0 || definition.decl == nullptr) continue;
    warnings_.push_back({Severity::warning,
                         "W203",
                         rules_.source.place(definition.decl->id),
                         fmt::format("relation '{}' has no patterns", rules_.relations[relation].id),
                         "add 'match', or take the relation away",
                         {}});
  }
}

void RelationCompiler::compile_pattern(const RuleFile& file, const PatternDecl& decl, std::uint32_t relation) {
  RelationDefinition& definition = definitions_[relation];
  ++definition.pattern_count;
  const std::string number = std::to_string(definition.pattern_count);
  const std::string id = fmt::format("{}#{}", rules_.relations[relation].id, decl.id ? decl.id->text : number);
  if (decl.id && std::find(rule_ids_.begin(), rule_ids_.end(), id) != rule_ids_.end())
    error("E223", *decl.id, fmt::format("two rules are called '{}'", id), "give one of them another 'id'");
  rule_ids_.push_back(id);
  if (removed_.count(id) > 0) {
    removed_and_found_.insert(id);
    return;
  }
  const auto pattern = rules_.patterns.add(decl, {file.language, PatternUse::relation}, rules_.scope(file, relation),
                                           *rules_.codes, definition.ends, diagnostics_);
  if (!pattern) return;
  const bool has_to = std::any_of(rules_.patterns.slots(*pattern).begin(), rules_.patterns.slots(*pattern).end(),
                                  [](const SlotGroup& slot) { return slot.role == SlotRole::to; });
  check_ends(decl, relation, *pattern);
  RelationRule rule;
  rule.declared = relation;
  rule.relation = definition.inverse_of.value_or(relation);
  rule.swapped = definition.inverse_of.has_value();
  rule.modality = decl.modality;
  rule.cues = definition.cues;
  rule.pairs = !has_to;
  rule.priority = decl.priority;
  rule.scope = decl.scope.value_or(definition.scope);
  rule.where = pair_check(decl.where);
  rule.when = document_check(file, decl.when);
  rule.decl = &decl;
  rule.file = &file;
  rules_.rules.push_back(std::move(rule));
  std::string whole = decl.match.text;
  visit_guards(decl, [&](const Located& guard) { whole += '\n' + guard.text; });
  const Place place = rules_.source.place(decl.match);
  rules_.infos.push_back({id, place.file, place.line, fmt::format("{:016x}", XXH3_64bits(whole.data(), whole.size()))});
}

void RelationCompiler::check_ends(const PatternDecl& decl, std::uint32_t relation, std::uint32_t pattern) {
  const PatternEnds& ends = definitions_[relation].ends;
  bool has_from = false, has_to = false, from_list = false;
  for (const SlotGroup& slot : rules_.patterns.slots(pattern)) {
    if (slot.role == SlotRole::other) continue;
    const bool is_from = slot.role == SlotRole::from;
    (is_from ? has_from : has_to) = true;
    from_list = from_list || (is_from && slot.list);
    for (const TypeId type : slot.types) {
      const std::vector<TypeId>& allowed = is_from ? ends.from : ends.to;
      if (std::any_of(allowed.begin(), allowed.end(), [&](TypeId end) { return rules_.types.is_a(type, end); }))
        continue;
      const std::string& name = rules_.types.infos()[type].name;
      const std::size_t written = decl.match.text.find(name);  // or within a fragment
      const std::size_t at = written == std::string::npos ? 0 : written;
      const std::size_t end = written == std::string::npos ? decl.match.text.size() : at + name.size();
      diagnostics_.push_back({Severity::error,
                              "E213",
                              rules_.source.place(decl.match, at, end),
                              fmt::format("'{}' is not a kind of what stands at '{}' of '{}'", name,
                                          is_from ? "from" : "to", rules_.relations[relation].id),
                              "narrow the slot to a type below the relation's own, or widen the relation",
                              {}});
    }
  }
  if (!has_from || (!has_to && !(from_list && rules_.relations[relation].symmetric)))
    error("E207", decl.match, fmt::format("the pattern has no {{{}}}", has_from ? "to" : "from"),
          rules_.relations[relation].symmetric
              ? "a pattern needs {from} and {to}, or one {from:list} whose items are related to each other"
              : "a pattern needs {from} and {to}");
}

}  // namespace

void compile_relations(RuleSet::Compiled& rules, Diagnostics& diagnostics, Diagnostics& warnings) {
  RelationCompiler(rules, diagnostics, warnings).run();
}

}  // namespace edgewise
