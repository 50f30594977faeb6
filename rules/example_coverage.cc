// SPDX-License-Identifier: Apache-2.0
// Marks the parts of patterns by groups and looks which of them matches fill.
#include "rules/example_coverage.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "rules/match_ends.h"
#include "rules/pattern_set.h"

namespace edgewise {
namespace {

using Guard = std::vector<Located> PatternDecl::*;
struct NamedGuard {
  Guard guard;
  std::string_view name;
  bool forbids;
};
constexpr std::array<NamedGuard, 7> kGuards = {{{&PatternDecl::before, "before", false},
                                                {&PatternDecl::after, "after", false},
                                                {&PatternDecl::not_before, "not_before", true},
                                                {&PatternDecl::not_after, "not_after", true},
                                                {&PatternDecl::not_inside, "not_inside", true},
                                                {&PatternDecl::unless, "unless", true},
                                                {&PatternDecl::within, "within", false}}};

// Byte spans of the typed text of every match of a pattern in a sentence.
std::vector<PatternMatch> matches_of(const PatternSet& patterns, std::uint32_t pattern, std::string_view typed) {
  std::vector<PatternMatch> found;
  std::uint32_t from = 0;
  while (from <= typed.size()) {
    auto match = patterns.find(pattern, typed, from);
    if (!match) break;
    from = std::max(behind_first_slot(*match), from + 1);
    found.push_back(std::move(*match));
  }
  return found;
}

class CoverageRunner {
 public:
  CoverageRunner(const RuleSet::Compiled& rules, const std::vector<ExampleCase>& cases) : rules_(rules) {
    by_relation_.resize(rules.relations.size());
    for (const ExampleCase& example : cases) by_relation_[example.relation].push_back(&example);
  }

  ExampleCoverage run() {
    for (std::uint32_t pattern = 0; pattern < rules_.rules.size(); ++pattern) {
      coverage_.patterns.push_back(parse(*rules_.rules[pattern].decl));
      coverage_.matched.push_back(false);
      cover_parts(pattern);
      cover_guards(pattern);
    }
    sort_parts();
    return std::move(coverage_);
  }

 private:
  ParsedPattern parse(const PatternDecl& decl) const {
    Diagnostics ignored;
    const auto pattern = static_cast<std::uint32_t>(coverage_.patterns.size());
    return parse_pattern(decl.match, PatternUse::relation,
                         rules_.scope(*rules_.rules[pattern].file, rules_.rules[pattern].declared), ignored)
        .value_or(ParsedPattern());
  }

  // Compiles a version of a pattern; its index in `set`, if RE2 takes it.
  std::optional<std::uint32_t> compile(PatternSet& set, std::uint32_t pattern, const ParsedPattern& core,
                                       const PatternDecl& decl) const {
    const RelationRule& rule = rules_.rules[pattern];
    const std::uint32_t index =
        set.add(core, decl, {rule.file->language, PatternUse::relation}, rules_.scope(*rule.file, rule.declared),
                *rules_.codes, rules_.ends[rule.declared]);
    Diagnostics ignored;
    return set.freeze(ignored) ? std::optional(index) : std::nullopt;
  }

  // All matches of a version of the pattern in the examples of its relation.
  template <typename Visit>
  void for_each_match(const PatternSet& set, std::uint32_t index, std::uint32_t pattern, bool positive_only,
                      Visit visit) const {
    const RelationRule& rule = rules_.rules[pattern];
    for (const ExampleCase* example : by_relation_[rule.relation]) {
      if (positive_only && !example->is_positive()) continue;
      for (const ExampleText& text : texts_of(*example, rule.scope, rules_)) {
        if (!rule.file->language.empty() && rule.file->language != text.language) continue;
        for (const PatternMatch& match : matches_of(set, index, text.typed.text())) visit(match, text.typed);
      }
    }
  }

  void cover_parts(std::uint32_t pattern) {
    const ParsedPattern& core = coverage_.patterns[pattern];
    const std::vector<PatternPart> parts = parts_of(core);
    const GroupedPattern grouped = with_groups(core, parts);
    std::vector<bool> exercised(parts.size(), false);
    PatternSet set;
    if (const auto index = compile(set, pattern, grouped.pattern, *rules_.rules[pattern].decl)) {
      for_each_match(set, *index, pattern, true, [&](const PatternMatch& match, const TypedText& typed) {
        coverage_.matched[pattern] = true;
        for (std::size_t i = 0; i < parts.size(); ++i)
          if (takes(match, parts[i], grouped.groups[i], typed)) exercised[i] = true;
      });
    } else {
      ++coverage_.unmeasured;
      coverage_.matched[pattern] = true;
      exercised.assign(parts.size(), true);
    }
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const PatternOrigin& origin = parts[i].origin;
      RulePart& part = parts_[{origin.scalar, origin.begin, origin.end, parts[i].kind}];
      part.kind = parts[i].kind;
      part.origin = origin;
      part.uses.push_back({pattern, parts[i], exercised[i]});
    }
  }

  static bool takes(const PatternMatch& match, const PatternPart& part, std::size_t group, const TypedText& typed) {
    if (part.kind == PatternPart::Kind::list) {
      if (!match.slots[part.slot]) return false;
      const auto [first, last] = typed.mentions_in(*match.slots[part.slot]);
      return last - first > 1;
    }
    const auto& span = match.groups[group];
    return span && (part.kind != PatternPart::Kind::optional || !span->empty());
  }

  // What the slots took in every match of a version of the pattern, one match after the other.
  std::vector<std::optional<Span>> slots_of_matches(std::uint32_t pattern, const PatternDecl& decl,
                                                    bool positive_only) const {
    PatternSet set;
    std::vector<std::optional<Span>> slots;
    if (const auto index = compile(set, pattern, coverage_.patterns[pattern], decl))
      for_each_match(set, *index, pattern, positive_only, [&](const PatternMatch& match, const TypedText&) {
        slots.insert(slots.end(), match.slots.begin(), match.slots.end());
      });
    return slots;
  }

  void cover_guards(std::uint32_t pattern) {
    const PatternDecl& decl = *rules_.rules[pattern].decl;
    for (const NamedGuard& known : kGuards) {
      for (std::size_t i = 0; i < (decl.*known.guard).size(); ++i) {
        GuardEntry entry{known.guard, i, pattern, false};
        if (known.forbids) {
          entry.exercised =
              slots_of_matches(pattern, entry.dropped(rules_), false) != slots_of_matches(pattern, decl, false);
        } else {
          PatternDecl alone = decl;
          alone.*known.guard = {(decl.*known.guard)[i]};
          entry.exercised = !slots_of_matches(pattern, alone, true).empty();
        }
        coverage_.guards.push_back(entry);
      }
    }
  }

  void sort_parts() {
    for (auto& [key, part] : parts_) coverage_.parts.push_back(std::move(part));
    const auto key = [&](const RulePart& part) {
      const Place place = rules_.source.place(*part.origin.scalar, part.origin.begin, part.origin.end);
      return std::tuple(part.origin.scalar->file, place.line, place.column, place.end_column, part.kind);
    };
    std::stable_sort(coverage_.parts.begin(), coverage_.parts.end(),
                     [&](const RulePart& a, const RulePart& b) { return key(a) < key(b); });
  }

  using Key = std::tuple<const Located*, std::size_t, std::size_t, PatternPart::Kind>;
  const RuleSet::Compiled& rules_;
  std::vector<std::vector<const ExampleCase*>> by_relation_;
  std::map<Key, RulePart> parts_;  // sorted by place afterwards, so that addresses do not show
  ExampleCoverage coverage_;
};

}  // namespace

bool RulePart::exercised() const {
  return std::any_of(uses.begin(), uses.end(), [](const Use& use) { return use.exercised; });
}

const Located& GuardEntry::text(const RuleSet::Compiled& rules) const {
  return (rules.rules[pattern].decl->*guard)[index];
}

PatternDecl GuardEntry::dropped(const RuleSet::Compiled& rules) const {
  PatternDecl decl = *rules.rules[pattern].decl;
  (decl.*guard).erase((decl.*guard).begin() + static_cast<std::ptrdiff_t>(index));
  return decl;
}

std::string_view guard_name(std::vector<Located> PatternDecl::*guard) {
  for (const NamedGuard& known : kGuards)
    if (known.guard == guard) return known.name;
  return "guard";
}

void for_each_guard(const PatternDecl& decl,
                    const std::function<void(std::vector<Located> PatternDecl::*guard, std::size_t entry)>& visit) {
  for (const NamedGuard& known : kGuards)
    for (std::size_t entry = 0; entry < (decl.*known.guard).size(); ++entry) visit(known.guard, entry);
}

ExampleCoverage cover_examples(const RuleSet::Compiled& rules, const std::vector<ExampleCase>& cases) {
  return CoverageRunner(rules, cases).run();
}

}  // namespace edgewise
