// SPDX-License-Identifier: Apache-2.0
// Compiles types, names, mention patterns, cues and relations, in that order, since each refers to those before it.
#include "rules/rule_compiler.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <xxhash.h>

#include "rules/pattern_compile.h"
#include "rules/pattern_syntax.h"
#include "rules/rule_lint.h"

namespace edgewise {
namespace {

class RuleCompiler {
 public:
  RuleCompiler(RuleSet::Compiled& rules, Diagnostics& diagnostics, Diagnostics& warnings)
      : rules_(rules), diagnostics_(diagnostics), warnings_(warnings) {}

  void run() {
    rules_.types = TypeTree::build(rules_.source, diagnostics_);
    rules_.gazetteer = Gazetteer::build(rules_.source, rules_.types, diagnostics_, warnings_);
    gather_fragments();
    rules_.codes.emplace(rules_.types, rules_.gazetteer, named_entities());
    compile_mentions();
    compile_references();
    compile_cues();
    declare_relations();
    compile_relations();
    choose_language();
    lint_rules(rules_.source, warnings_);
  }

 private:
  PatternScope scope(const RuleFile& file) const { return rules_.scope(file); }
  void gather_fragments();
  std::set<EntityId> named_entities() const;
  void compile_mentions();
  void compile_mention(const RuleFile& file, const MentionDecl& decl);
  void compile_references();
  void compile_cues();
  void declare_relations();
  void define_relation(const RelationDecl& decl);
  void check_redefinition(const RelationDecl& decl, std::uint32_t relation);
  void compile_relations();
  void compile_relation_pattern(const RuleFile& file, const PatternDecl& decl, std::uint32_t relation);
  void check_ends(const PatternDecl& decl, std::uint32_t relation, std::uint32_t pattern);
  void choose_language();
  void error(std::string code, const Located& at, std::string message, std::string help,
             std::vector<DiagnosticNote> notes = {}) {
    diagnostics_.push_back({Severity::error, std::move(code), rules_.source.place(at), std::move(message),
                            std::move(help), std::move(notes)});
  }

  struct Definition {
    const RelationDecl* decl = nullptr;
    PatternEnds ends;
    bool cues = true;
    std::uint32_t pattern_count = 0;
  };

  RuleSet::Compiled& rules_;
  Diagnostics& diagnostics_;
  Diagnostics& warnings_;
  std::map<std::string, std::uint32_t, std::less<>> relation_ids_;
  std::vector<Definition> definitions_;
};

// Packs of different languages are loaded together and may call their own fragments alike.
void RuleCompiler::gather_fragments() {
  for (const RuleFile& file : rules_.source.rules) rules_.fragments.try_emplace(file.language);
  std::set<const FragmentDecl*> reported;
  for (auto& [language, table] : rules_.fragments) {
    for (const RuleFile& file : rules_.source.rules) {
      if (!file.language.empty() && file.language != language) continue;
      for (const FragmentDecl& decl : file.fragments) {
        const auto [entry, fresh] = table.try_emplace(decl.name.text, &decl);
        if (fresh || entry->second->pattern.text == decl.pattern.text || !reported.insert(&decl).second) continue;
        error("E216", decl.name, fmt::format("fragment '{}' is declared twice, differently", decl.name.text),
              "rename one of the two", {{rules_.source.place(entry->second->name), "declared first here"}});
      }
    }
  }
}

template <typename Visit>
void for_each_guard(const PatternDecl& decl, Visit visit) {
  for (const auto* guards :
       {&decl.before, &decl.after, &decl.not_before, &decl.not_after, &decl.not_inside, &decl.unless, &decl.within})
    for (const Located& guard : *guards) visit(guard);
}

// Entities that patterns name need codes of their own before any class of codes is written down.
std::set<EntityId> RuleCompiler::named_entities() const {
  std::set<EntityId> named;
  Diagnostics ignored;  // the same mistakes are reported when the patterns are compiled
  const auto gather = [&](const RuleFile& file, const Located& text, PatternUse use) {
    if (text.text.find("{=") == std::string::npos && text.text.find('<') == std::string::npos) return;
    if (const auto parsed = parse_pattern(text, use, scope(file), ignored))
      for (const PatternPiece& piece : parsed->pieces)
        if (piece.entity) named.insert(*piece.entity);
  };
  const auto gather_all = [&](const RuleFile& file, const PatternDecl& decl, PatternUse use) {
    gather(file, decl.match, use);
    for_each_guard(decl, [&](const Located& guard) { gather(file, guard, PatternUse::guard); });
  };
  for (const RuleFile& file : rules_.source.rules) {
    for (const MentionDecl& decl : file.mentions) gather_all(file, decl.pattern, PatternUse::mention);
    for (const ReferenceDecl& decl : file.references) gather_all(file, decl.pattern, PatternUse::mention);
    for (const CueDecl& decl : file.cues) gather(file, decl.match, PatternUse::guard);
    for (const RelationDecl& decl : file.relations)
      for (const PatternDecl& pattern : decl.match) gather_all(file, pattern, PatternUse::relation);
  }
  return named;
}

void RuleCompiler::compile_mentions() {
  std::uint32_t stages = 0;
  for (const RuleFile& file : rules_.source.rules)
    for (const MentionDecl& decl : file.mentions) stages = std::max(stages, decl.stage);
  rules_.stages.resize(stages);
  for (const RuleFile& file : rules_.source.rules)
    for (const MentionDecl& decl : file.mentions) compile_mention(file, decl);
  for (MentionStage& stage : rules_.stages) stage.patterns.freeze();
}

void RuleCompiler::compile_mention(const RuleFile& file, const MentionDecl& decl) {
  const auto type = require_type(rules_.types, rules_.source, decl.type, diagnostics_);
  MentionStage& stage = rules_.stages[decl.stage - 1];
  const auto pattern = stage.patterns.add(decl.pattern, {file.language, PatternUse::mention}, scope(file),
                                          *rules_.codes, {}, diagnostics_);
  if (!pattern || !type) {
    if (pattern) stage.rules.push_back({});
    return;
  }
  MentionRule rule{*type, decl.learn, std::nullopt, &decl, &file};
  if (decl.name) {
    rule.name = decl.name->text;
    for (std::size_t at = rule.name->find('\\'); at != std::string::npos; at = rule.name->find('\\', at + 2)) {
      const char digit = at + 1 < rule.name->size() ? (*rule.name)[at + 1] : '\0';
      const std::size_t groups = stage.patterns.author_group_count(*pattern);
      if (digit >= '1' && digit <= '9' && static_cast<std::size_t>(digit - '0') <= groups) continue;
      error("E215", *decl.name, fmt::format("'{}' asks for a group that the pattern does not have", *rule.name),
            fmt::format("the pattern has {} groups; write \\1 for the first", groups));
    }
  }
  stage.rules.push_back(std::move(rule));
}

void RuleCompiler::compile_references() {
  for (const RuleFile& file : rules_.source.rules) {
    for (const ReferenceDecl& decl : file.references) {
      const auto type = require_type(rules_.types, rules_.source, decl.type, diagnostics_);
      const auto pattern = rules_.references.add(decl.pattern, {file.language, PatternUse::mention}, scope(file),
                                                 *rules_.codes, {}, diagnostics_);
      if (pattern) rules_.reference_types.push_back(type.value_or(0));
    }
    for (const ShortenDecl& decl : file.shorten) {
      const auto type = require_type(rules_.types, rules_.source, decl.type, diagnostics_);
      if (!type) continue;
      std::unique_ptr<RE2> except;
      if (compile_guard(decl.except, "\\z", scope(file), *rules_.codes, except, diagnostics_))
        rules_.shorten.push_back({*type, decl.how, std::move(except)});
    }
  }
  rules_.references.freeze();
}

void RuleCompiler::compile_cues() {
  for (const RuleFile& file : rules_.source.rules)
    for (const CueDecl& decl : file.cues)
      rules_.cues.add(decl, file.language, scope(file), *rules_.codes, diagnostics_);
}

void RuleCompiler::declare_relations() {
  for (const RuleFile& file : rules_.source.rules) {
    for (const RelationDecl& decl : file.relations) {
      const auto [entry, fresh] =
          relation_ids_.try_emplace(decl.id.text, static_cast<std::uint32_t>(definitions_.size()));
      if (fresh) {
        definitions_.push_back({});
        rules_.relations.push_back({decl.id.text, {}, {}, false});
      }
      if (!decl.from.empty() || !decl.to.empty()) {
        if (definitions_[entry->second].decl == nullptr) {
          definitions_[entry->second].decl = &decl;
          define_relation(decl);
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

void RuleCompiler::define_relation(const RelationDecl& decl) {
  const std::uint32_t relation = relation_ids_.find(decl.id.text)->second;
  Definition& definition = definitions_[relation];
  for (const Located& type : decl.from)
    if (const auto id = require_type(rules_.types, rules_.source, type, diagnostics_))
      definition.ends.from.push_back(*id);
  for (const Located& type : decl.to)
    if (const auto id = require_type(rules_.types, rules_.source, type, diagnostics_))
      definition.ends.to.push_back(*id);
  if (decl.from.empty() || decl.to.empty())
    error("E211", decl.id, fmt::format("relation '{}' lacks '{}'", decl.id.text, decl.from.empty() ? "from" : "to"),
          "say which types stand at both ends");
  definition.cues = decl.cues.value_or(true);
  RelationInfo& info = rules_.relations[relation];
  info.labels = decl.labels;
  info.symmetric = decl.symmetric.value_or(false);
  if (decl.color) info.color = decl.color->text;
}

void RuleCompiler::check_redefinition(const RelationDecl& decl, std::uint32_t relation) {
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

void RuleCompiler::compile_relations() {
  for (const RuleFile& file : rules_.source.rules) {
    for (const RelationDecl& decl : file.relations) {
      const std::uint32_t relation = relation_ids_.find(decl.id.text)->second;
      const Definition& definition = definitions_[relation];
      if (definition.ends.from.empty() || definition.ends.to.empty()) continue;
      for (const PatternDecl& pattern : decl.match) compile_relation_pattern(file, pattern, relation);
    }
  }
  rules_.patterns.freeze();
  for (const Definition& definition : definitions_) rules_.ends.push_back(definition.ends);
  for (std::size_t relation = 0; relation < definitions_.size(); ++relation) {
    const Definition& definition = definitions_[relation];
    if (definition.pattern_count > 0 || definition.decl == nullptr) continue;
    warnings_.push_back({Severity::warning,
                         "W203",
                         rules_.source.place(definition.decl->id),
                         fmt::format("relation '{}' has no patterns", rules_.relations[relation].id),
                         "add 'match', or take the relation away",
                         {}});
  }
}

void RuleCompiler::compile_relation_pattern(const RuleFile& file, const PatternDecl& decl, std::uint32_t relation) {
  Definition& definition = definitions_[relation];
  ++definition.pattern_count;
  const auto pattern = rules_.patterns.add(decl, {file.language, PatternUse::relation}, scope(file), *rules_.codes,
                                           definition.ends, diagnostics_);
  if (!pattern) return;
  const bool has_to = std::any_of(rules_.patterns.slots(*pattern).begin(), rules_.patterns.slots(*pattern).end(),
                                  [](const SlotGroup& slot) { return slot.role == SlotRole::to; });
  check_ends(decl, relation, *pattern);
  rules_.rules.push_back({relation, decl.modality, definition.cues, !has_to, &decl, &file});
  std::string whole = decl.match.text;
  for_each_guard(decl, [&](const Located& guard) { whole += '\n' + guard.text; });
  const Place place = rules_.source.place(decl.match);
  rules_.infos.push_back({fmt::format("{}#{}", rules_.relations[relation].id, definition.pattern_count), place.file,
                          place.line, fmt::format("{:016x}", XXH3_64bits(whole.data(), whole.size()))});
}

void RuleCompiler::check_ends(const PatternDecl& decl, std::uint32_t relation, std::uint32_t pattern) {
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
      error("E213", decl.match,
            fmt::format("'{}' is not a kind of what stands at '{}' of '{}'", rules_.types.infos()[type].name,
                        is_from ? "from" : "to", rules_.relations[relation].id),
            "narrow the slot to a type below the relation's own, or widen the relation");
    }
  }
  if (!has_from || (!has_to && !(from_list && rules_.relations[relation].symmetric)))
    error("E207", decl.match, fmt::format("the pattern has no {{{}}}", has_from ? "to" : "from"),
          rules_.relations[relation].symmetric
              ? "a pattern needs {from} and {to}, or one {from:list} whose items are related to each other"
              : "a pattern needs {from} and {to}");
}

void RuleCompiler::choose_language() {
  // Files come in the order of the packs given, so the first that names a language belongs to the first pack.
  for (const RuleFile& file : rules_.source.rules) {
    if (file.language.empty()) continue;
    rules_.language = file.language;
    return;
  }
}

}  // namespace

void compile_rules(RuleSet::Compiled& rules, Diagnostics& diagnostics, Diagnostics& warnings) {
  RuleCompiler(rules, diagnostics, warnings).run();
}

}  // namespace edgewise
