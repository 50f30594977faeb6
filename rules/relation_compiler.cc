// SPDX-License-Identifier: Apache-2.0
// Relations first, so that they may refer to each other, then their patterns.
#include "rules/relation_compiler.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <set>
#include <string>

#include <fmt/format.h>
#include <xxhash.h>

#include "rules/pattern_compile.h"
#include "rules/relation_links.h"
#include "rules/relation_table.h"
#include "rules/rule_errors.h"

namespace edgewise {
namespace {

class RelationCompiler {
 public:
  RelationCompiler(RuleSet::Compiled& rules, Diagnostics& diagnostics, Diagnostics& warnings)
      : rules_(rules), diagnostics_(diagnostics), warnings_(warnings), errors_(rules.source, diagnostics) {}

  void run() {
    declare_relations(rules_, relation_ids_, definitions_, diagnostics_);
    link_relations(rules_, relation_ids_, definitions_, diagnostics_);
    gather_removed();
    compile();
    complain_of_idle_removals();
  }

 private:
  void gather_removed();
  void complain_of_idle_removals();
  void compile();
  void compile_pattern(const RuleFile& file, const PatternDecl& decl, std::uint32_t relation);
  std::vector<TypeId> all_types() const;
  void check_ends(const PatternDecl& decl, std::uint32_t relation, std::uint32_t pattern);
  PairCheck pair_check(const PairConstraints& where);
  std::optional<std::uint32_t> document_check(const RuleFile& file, const DocumentConditions& when);

  RuleSet::Compiled& rules_;
  Diagnostics& diagnostics_;
  Diagnostics& warnings_;
  RuleErrors errors_;
  RelationIds relation_ids_;
  std::vector<RelationDefinition> definitions_;
  std::map<std::string, const Located*, std::less<>> removed_;  // rules that are not to run
  std::set<std::string, std::less<>> removed_and_found_;
  std::vector<std::string> rule_ids_;
};

void RelationCompiler::gather_removed() {
  for (const RuleFile& file : rules_.source.rules)
    for (const Located& rule : file.removed_rules) removed_.try_emplace(rule.text, &rule);
}

void RelationCompiler::complain_of_idle_removals() {
  for (const auto& [rule, at] : removed_) {
    if (removed_and_found_.count(rule) > 0) continue;
    const std::string_view near = nearest_name(rule, rule_ids_);
    errors_.add(
        "E221", *at, fmt::format("there is no rule '{}' to remove", rule),
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
  const std::vector<Located>* const all[] = {&when.title,  &when.not_title,  &when.body, &when.not_body,
                                             &when.source, &when.not_source, &when.date};
  if (std::all_of(std::begin(all), std::end(all), [](const auto* texts) { return texts->empty(); }))
    return std::nullopt;
  DocumentCheck check;
  const PatternScope scope = rules_.scope(file);
  compile_guard(when.title, "", scope, *rules_.codes, check.title, diagnostics_);
  compile_guard(when.not_title, "", scope, *rules_.codes, check.not_title, diagnostics_);
  compile_guard(when.body, "", scope, *rules_.codes, check.body, diagnostics_);
  compile_guard(when.not_body, "", scope, *rules_.codes, check.not_body, diagnostics_);
  compile_guard(when.source, "", scope, *rules_.codes, check.source, diagnostics_);
  compile_guard(when.not_source, "", scope, *rules_.codes, check.not_source, diagnostics_);
  for (const Located& date : when.date) {
    if (auto condition = parse_date_condition(date.text))
      check.dates.push_back(*std::move(condition));
    else
      errors_.add("E229", date, fmt::format("'{}' is not a date to compare with", date.text),
                  "write a day, month or year, such as '>= 2020-01-01', '< 2021-06' or 2023");
  }
  rules_.document_checks.push_back(std::move(check));
  return static_cast<std::uint32_t>(rules_.document_checks.size() - 1);
}

std::vector<TypeId> RelationCompiler::all_types() const {
  std::vector<TypeId> types(rules_.types.infos().size());
  std::iota(types.begin(), types.end(), TypeId{0});
  return types;
}

void RelationCompiler::compile() {
  for (const RuleFile& file : rules_.source.rules) {
    for (const RelationDecl& decl : file.relations) {
      const std::uint32_t relation = relation_ids_.find(decl.id.text)->second;
      PatternEnds& ends = definitions_[relation].ends;
      // Its types could not be read, which is an error already: its patterns are still shown their own mistakes.
      for (std::vector<TypeId>* types : {&ends.from, &ends.to})
        if (types->empty()) *types = all_types();
      for (const PatternDecl& pattern : decl.match)
        if (!pattern.match.text.empty()) compile_pattern(file, pattern, relation);  // the reader has refused empty ones
    }
  }
  rules_.patterns.freeze(diagnostics_);
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
    errors_.add("E223", *decl.id, fmt::format("two rules are called '{}'", id), "give one of them another 'id'");
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
  PatternInfo info{id, place.file, place.line, fmt::format("{:016x}", XXH3_64bits(whole.data(), whole.size()))};
  info.confidence = decl.confidence;
  if (decl.note) info.note = decl.note->text;
  for (const Located& reference : decl.references) info.references.push_back(reference.text);
  rules_.infos.push_back(std::move(info));
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
    errors_.add("E207", decl.match, fmt::format("the pattern has no {{{}}}", has_from ? "to" : "from"),
                rules_.relations[relation].symmetric
                    ? "a pattern needs {from} and {to}, or one {from:list} whose items are related to each other"
                    : "a pattern needs {from} and {to}");
}

}  // namespace

void compile_relations(RuleSet::Compiled& rules, Diagnostics& diagnostics, Diagnostics& warnings) {
  RelationCompiler(rules, diagnostics, warnings).run();
}

}  // namespace edgewise
