// SPDX-License-Identifier: Apache-2.0
// Compiles types, names, fragments, mention patterns, cues and relations, in that order: each refers to those before
// it.
#include "rules/rule_compiler.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "rules/document_facts.h"
#include "rules/fragment_call.h"
#include "rules/pattern_compile.h"
#include "rules/pattern_syntax.h"
#include "rules/relation_compiler.h"
#include "rules/rule_errors.h"
#include "rules/rule_limits.h"
#include "rules/rule_lint.h"

namespace edgewise {
namespace {

const PatternEnds kNoEnds;

class RuleCompiler {
 public:
  RuleCompiler(RuleSet::Compiled& rules, Diagnostics& diagnostics, Diagnostics& warnings)
      : rules_(rules), diagnostics_(diagnostics), warnings_(warnings), errors_(rules.source, diagnostics) {}

  void run() {
    if (is_too_large(rules_.source, diagnostics_)) return;
    rules_.types = TypeTree::build(rules_.source, diagnostics_);
    rules_.gazetteer = Gazetteer::build(rules_.source, rules_.types, diagnostics_, warnings_);
    override_fragments();
    gather_fragments();
    rules_.codes.emplace(rules_.types, rules_.gazetteer, named_entities());
    compile_mentions();
    compile_references();
    compile_fits();
    compile_document_lines(rules_, diagnostics_);
    compile_cues();
    compile_speakers();
    compile_relations(rules_, diagnostics_, warnings_);
    choose_language();
    lint_rules(rules_.source, warnings_);
  }

 private:
  PatternScope scope(const RuleFile& file) const { return rules_.scope(file); }
  void override_fragments();
  void gather_fragments();
  std::set<EntityId> named_entities() const;
  void compile_mentions();
  void compile_mention(const RuleFile& file, const MentionDecl& decl);
  void compile_references();
  void compile_fits();
  void compile_speakers();
  void compile_cues();
  void choose_language();

  RuleSet::Compiled& rules_;
  Diagnostics& diagnostics_;
  Diagnostics& warnings_;
  RuleErrors errors_;
  FragmentTable overrides_;
};

// Of two overrides the one of the pack that comes later wins: it knows what it imports.
void RuleCompiler::override_fragments() {
  for (const RuleFile& file : rules_.source.rules)
    for (const FragmentDecl& decl : file.overrides) {
      const auto same = [&](const FragmentDecl& other) {
        return fragment_name(other.name.text) == fragment_name(decl.name.text);
      };
      const bool known = std::any_of(rules_.source.rules.begin(), rules_.source.rules.end(), [&](const RuleFile& any) {
        return std::any_of(any.fragments.begin(), any.fragments.end(), same);
      });
      if (known) {
        overrides_.insert_or_assign(std::string(fragment_name(decl.name.text)), &decl);
      } else {
        errors_.add("E221", decl.name,
                    fmt::format("there is no fragment '{}' to override", fragment_name(decl.name.text)),
                    "declare it under 'fragments', or mend the name");
      }
    }
}

// Packs of different languages are loaded together and may call their own fragments alike.
void RuleCompiler::gather_fragments() {
  for (const RuleFile& file : rules_.source.rules) rules_.fragments.try_emplace(file.language, overrides_);
  std::set<const FragmentDecl*> reported;
  for (auto& [language, table] : rules_.fragments) {
    for (const RuleFile& file : rules_.source.rules) {
      if (!file.language.empty() && file.language != language) continue;
      for (const FragmentDecl& decl : file.fragments) {
        const std::string name(fragment_name(decl.name.text));
        const auto [entry, fresh] = table.try_emplace(name, &decl);
        if (fresh || overrides_.count(name) > 0 || reported.count(&decl) > 0) continue;
        if (entry->second->name.text == decl.name.text && entry->second->pattern.text == decl.pattern.text) continue;
        reported.insert(&decl);
        errors_.add("E216", decl.name, fmt::format("fragment '{}' is declared twice, differently", name),
                    "rename one of the two, or put it under 'override'",
                    {{rules_.source.place(entry->second->name), "declared first here"}});
      }
    }
  }
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
    visit_guards(decl, [&](const Located& guard) { gather(file, guard, PatternUse::guard); });
  };
  for (const RuleFile& file : rules_.source.rules) {
    for (const MentionDecl& decl : file.mentions) gather_all(file, decl.pattern, PatternUse::mention);
    for (const ReferenceDecl& decl : file.references) gather_all(file, decl.pattern, PatternUse::mention);
    for (const SpeakerDecl& decl : file.speakers) gather_all(file, decl.pattern, PatternUse::mention);
    for (const DocumentDecl& decl : file.document) gather_all(file, decl.pattern, PatternUse::mention);
    for (const CueDecl& decl : file.cues) gather(file, decl.match, PatternUse::guard);
    for (const FitDecl& decl : file.fits)
      for (const auto* guards : {&decl.before, &decl.after})
        for (const Located& guard : *guards) gather(file, guard, PatternUse::guard);
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
  for (MentionStage& stage : rules_.stages) stage.patterns.freeze(diagnostics_);
}

void RuleCompiler::compile_mention(const RuleFile& file, const MentionDecl& decl) {
  const auto type = require_type(rules_.types, rules_.source, decl.type, diagnostics_);
  MentionStage& stage = rules_.stages[decl.stage - 1];
  const auto pattern = stage.patterns.add(decl.pattern, {file.language, PatternUse::mention}, scope(file),
                                          *rules_.codes, kNoEnds, diagnostics_);
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
      errors_.add("E215", *decl.name, fmt::format("'{}' asks for a group that the pattern does not have", *rule.name),
                  groups == 0 ? "put brackets around the part of the pattern that is meant"
                              : fmt::format("the pattern has {} group{}; write \\1 for the first", groups,
                                            groups == 1 ? "" : "s"));
    }
  }
  stage.rules.push_back(std::move(rule));
}

void RuleCompiler::compile_references() {
  for (const RuleFile& file : rules_.source.rules) {
    for (const ReferenceDecl& decl : file.references) {
      const auto type = require_type(rules_.types, rules_.source, decl.type, diagnostics_);
      const auto pattern = rules_.references.add(decl.pattern, {file.language, PatternUse::mention}, scope(file),
                                                 *rules_.codes, kNoEnds, diagnostics_);
      if (!pattern) continue;
      rules_.reference_types.push_back(type.value_or(0));
      rules_.reference_pairs.push_back(decl.pair);
    }
    for (const ShortenDecl& decl : file.shorten) {
      const auto type = require_type(rules_.types, rules_.source, decl.type, diagnostics_);
      if (!type) continue;
      std::unique_ptr<RE2> except;
      if (compile_guard(decl.except, "\\z", scope(file), *rules_.codes, except, diagnostics_))
        rules_.shorten.push_back({*type, decl.how, std::move(except)});
    }
  }
  rules_.references.freeze(diagnostics_);
}

void RuleCompiler::compile_fits() {
  for (const RuleFile& file : rules_.source.rules) {
    for (const FitDecl& decl : file.fits) {
      const auto type = require_type(rules_.types, rules_.source, decl.type, diagnostics_);
      std::unique_ptr<RE2> before, after;
      const bool good = compile_guard(decl.before, "", scope(file), *rules_.codes, before, diagnostics_) &&
                        compile_guard(decl.after, "\\z", scope(file), *rules_.codes, after, diagnostics_);
      if (decl.before.empty() && decl.after.empty())
        errors_.add("E226", decl.type, "this fit asks for nothing", "say what stands before or after the name");
      else if (type && good)
        rules_.fits.push_back({*type, file.language, std::move(before), std::move(after)});
    }
  }
}

void RuleCompiler::compile_cues() {
  for (const RuleFile& file : rules_.source.rules)
    for (const CueDecl& decl : file.cues)
      rules_.cues.add(decl, file.language, scope(file), *rules_.codes, diagnostics_);
}

void RuleCompiler::compile_speakers() {
  std::vector<const Located*> written;
  for (const RuleFile& file : rules_.source.rules) {
    for (const SpeakerDecl& decl : file.speakers) {
      if (!rules_.speakers.add(decl.pattern, {file.language, PatternUse::mention}, scope(file), *rules_.codes, kNoEnds,
                               diagnostics_))
        continue;
      rules_.speaks_behind.push_back(decl.behind);
      written.push_back(&decl.pattern.match);
    }
  }
  if (!rules_.speakers.freeze(diagnostics_)) return;
  for (std::uint32_t pattern = 0; pattern < written.size(); ++pattern)
    if (rules_.speakers.slots(pattern).empty())
      errors_.add("E227", *written[pattern], "nobody speaks in this pattern",
                  "say who speaks by a slot, such as {Person}");
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
