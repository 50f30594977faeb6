// SPDX-License-Identifier: Apache-2.0
// Changes a copy of the rules in place, runs examples, and puts it back.
#include "rules/mutation_test.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "rules/example_coverage.h"
#include "rules/rule_compiler.h"
#include "rules/rule_examples.h"

namespace edgewise {
namespace {

// One change: do it, run the examples of `relations` (all if empty), undo it.
struct Mutant {
  PatternOrigin origin;
  std::string what;  // "this alternative"
  std::set<std::uint32_t> relations;
  bool is_taken;               // false: no match takes it, so that none can miss it
  std::function<bool()> make;  // false: there is no such version
  std::function<void()> undo;
};

class MutationTester {
 public:
  MutationTester(const RuleSource& source, bool words) : words_(words) {
    rules_.source = source;
    Diagnostics ignored;
    compile_rules(rules_, ignored, ignored);
    cases_ = example_cases(rules_);
    coverage_ = cover_examples(rules_, cases_);
    baseline_.reserve(cases_.size());
    for (const ExampleCase& example : cases_) baseline_.push_back(complaints(example));
    gather_patterns();
    gather_guards();
    gather_parts();
    gather_mentions();
    gather_references();
    gather_cues();
  }

  MutationReport run(const MutationProgress& progress) {
    MutationReport report;
    std::vector<std::pair<std::uint32_t, Diagnostic>> unnoticed;
    for (std::size_t i = 0; i < mutants_.size(); ++i) {
      if (progress && !progress(i, mutants_.size())) break;
      const Mutant& mutant = mutants_[i];
      const bool made = mutant.make();
      const bool noticed = made && mutant.is_taken && is_noticed(mutant);
      mutant.undo();
      if (!made) continue;
      ++report.tried;
      if (noticed)
        ++report.noticed;
      else
        unnoticed.emplace_back(mutant.origin.scalar->file, complaint(mutant));
    }
    const auto key = [](const auto& entry) {
      const Place& place = entry.second.where;
      return std::tuple(entry.first, place.line, place.column, place.end_column);
    };
    std::stable_sort(unnoticed.begin(), unnoticed.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
    for (auto& [file, diagnostic] : unnoticed) report.unnoticed.push_back(std::move(diagnostic));
    return report;
  }

 private:
  std::vector<std::string> complaints(const ExampleCase& example) const {
    return example_complaints(rules_.relations, std::string(example.id), *example.decl, example.document,
                              extract_with(rules_, example.document, Search::prefiltered));
  }

  bool is_noticed(const Mutant& mutant) const {
    for (std::size_t i = 0; i < cases_.size(); ++i) {
      const ExampleCase& example = cases_[i];
      if (example.decl->todo || (!mutant.relations.empty() && mutant.relations.count(example.relation) == 0)) continue;
      if (complaints(example) != baseline_[i]) return true;
    }
    return false;
  }

  Diagnostic complaint(const Mutant& mutant) const {
    return {Severity::warning,
            "W412",
            rules_.source.place(*mutant.origin.scalar, mutant.origin.begin, mutant.origin.end),
            fmt::format("no example notices when {} is dropped", mutant.what),
            "write an example that needs it, or take it away",
            {}};
  }

  static PatternOrigin whole(const Located& text) { return {&text, 0, text.text.size()}; }

  bool replace(std::uint32_t pattern, const ParsedPattern& core, const PatternDecl& decl) {
    const RelationRule& rule = rules_.rules[pattern];
    return rules_.patterns.replace(pattern, core, decl, {rule.file->language, PatternUse::relation},
                                   rules_.scope(*rule.file, rule.declared), *rules_.codes, rules_.ends[rule.declared]);
  }

  // Those that the pattern can say something about.
  std::set<std::uint32_t> relations_of(std::uint32_t pattern) const {
    const std::uint32_t relation = rules_.rules[pattern].relation;
    std::set<std::uint32_t> relations(rules_.implied[relation].begin(), rules_.implied[relation].end());
    relations.insert(relation);
    return relations;
  }

  void gather_patterns() {
    for (std::uint32_t i = 0; i < rules_.rules.size(); ++i)
      mutants_.push_back({whole(rules_.rules[i].decl->match), fmt::format("pattern '{}'", rules_.infos[i].rule),
                          relations_of(i), true, [this, i] { return rules_.patterns.drop(i), true; },
                          [this] { rules_.patterns.restore(); }});
  }

  void gather_guards() {
    for (const GuardEntry& guard : coverage_.guards)
      mutants_.push_back(
          {whole(guard.text(rules_)), fmt::format("this '{}'", guard_name(guard.guard)), relations_of(guard.pattern),
           true,
           [this, &guard] { return replace(guard.pattern, coverage_.patterns[guard.pattern], guard.dropped(rules_)); },
           [this] { rules_.patterns.restore(); }});
  }

  // All uses of a part change at once. Where no match takes it, none can miss it, so those patterns stay as they are.
  bool replace_uses(const RulePart& part) {
    bool all = true;
    for (std::size_t i = 0; i < part.uses.size() && all;) {
      const std::uint32_t pattern = part.uses[i].pattern;
      std::vector<PatternPart> dropped;
      bool exercised = false;
      for (; i < part.uses.size() && part.uses[i].pattern == pattern; ++i) {
        dropped.push_back(part.uses[i].part);
        exercised = exercised || part.uses[i].exercised;
      }
      if (exercised)
        all = replace(pattern, without_parts(coverage_.patterns[pattern], dropped), *rules_.rules[pattern].decl);
    }
    return all;
  }

  void gather_parts() {
    for (const RulePart& part : coverage_.parts) {
      if (part.kind == PatternPart::Kind::word && !words_) continue;
      std::set<std::uint32_t> relations;
      for (const RulePart::Use& use : part.uses) relations.merge(relations_of(use.pattern));
      mutants_.push_back({part.origin,
                          part.kind == PatternPart::Kind::list ? "all but the first name of this list"
                                                               : fmt::format("this {}", name(part.kind)),
                          std::move(relations), part.exercised(), [this, &part] { return replace_uses(part); },
                          [this] { rules_.patterns.restore(); }});
    }
  }

  void gather_mentions() {
    for (MentionStage& stage : rules_.stages) {
      for (std::uint32_t i = 0; i < stage.rules.size(); ++i) {
        const MentionRule& rule = stage.rules[i];
        mutants_.push_back({whole(rule.decl->pattern.match),
                            "this mention pattern",
                            {},
                            true,
                            [&stage, i] { return stage.patterns.drop(i), true; },
                            [&stage] { stage.patterns.restore(); }});
        gather_guards_of_mention(stage, i);
      }
    }
  }

  void gather_guards_of_mention(MentionStage& stage, std::uint32_t index) {
    const MentionRule& rule = stage.rules[index];
    for_each_guard(rule.decl->pattern, [&](std::vector<Located> PatternDecl::*guard, std::size_t entry) {
      const Located& text = (rule.decl->pattern.*guard)[entry];
      mutants_.push_back(
          {whole(text),
           fmt::format("this '{}'", guard_name(guard)),
           {},
           true,
           [this, &stage, &rule, index, guard, entry] {
             PatternDecl decl = rule.decl->pattern;
             (decl.*guard).erase((decl.*guard).begin() + static_cast<std::ptrdiff_t>(entry));
             Diagnostics ignored;
             const auto core = parse_pattern(decl.match, PatternUse::mention, rules_.scope(*rule.file), ignored);
             return core && stage.patterns.replace(index, *core, decl, {rule.file->language, PatternUse::mention},
                                                   rules_.scope(*rule.file), *rules_.codes, {});
           },
           [&stage] { stage.patterns.restore(); }});
    });
  }

  void gather_references() {
    std::uint32_t index = 0;
    for (const RuleFile& file : rules_.source.rules)
      for (const ReferenceDecl& decl : file.references) {
        mutants_.push_back({whole(decl.pattern.match),
                            "this reference",
                            {},
                            true,
                            [this, index] { return rules_.references.drop(index), true; },
                            [this] { rules_.references.restore(); }});
        ++index;
      }
  }

  void gather_cues() {
    std::size_t index = 0;
    for (const RuleFile& file : rules_.source.rules)
      for (const CueDecl& decl : file.cues) {
        mutants_.push_back({whole(decl.match),
                            "this cue",
                            {},
                            true,
                            [this, index] { return rules_.cues.leave_out(index), true; },
                            [this] { rules_.cues.leave_out(std::nullopt); }});
        ++index;
      }
  }

  RuleSet::Compiled rules_;
  bool words_;
  std::vector<ExampleCase> cases_;
  std::vector<std::vector<std::string>> baseline_;
  ExampleCoverage coverage_;
  std::vector<Mutant> mutants_;
};

}  // namespace

MutationReport mutate_rules(const RuleSet& rules, bool words, const MutationProgress& progress) {
  return MutationTester(rules.source(), words).run(progress);
}

}  // namespace edgewise
