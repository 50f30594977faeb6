// SPDX-License-Identifier: Apache-2.0
// Which parts of the rules the examples exercise.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "rules/compiled_rules.h"
#include "rules/example_case.h"
#include "rules/pattern_parts.h"

namespace edgewise {

// A part of a pattern in one place of the rule files; through a fragment it may belong to several patterns.
struct RulePart {
  PatternPart::Kind kind = PatternPart::Kind::alternative;
  PatternOrigin origin;
  struct Use {
    std::uint32_t pattern = 0;
    PatternPart part;
    bool exercised = false;
  };
  std::vector<Use> uses;
  bool exercised() const;
};

// An entry of a guard of a relation pattern.
struct GuardEntry {
  std::vector<Located> PatternDecl::*guard = nullptr;
  std::size_t index = 0;
  std::uint32_t pattern = 0;
  bool exercised = false;

  const Located& text(const RuleSet::Compiled& rules) const;
  // The declaration of its pattern without it.
  PatternDecl dropped(const RuleSet::Compiled& rules) const;
};
// The key of a guard in rule files, such as "not_before".
std::string_view guard_name(std::vector<Located> PatternDecl::*guard);
// Every entry of the guards of a pattern.
void for_each_guard(const PatternDecl& decl,
                    const std::function<void(std::vector<Located> PatternDecl::*guard, std::size_t entry)>& visit);

struct ExampleCoverage {
  std::vector<ParsedPattern> patterns;  // by index
  std::vector<bool> matched;            // whether a positive example of its relation matches the pattern
  std::vector<RulePart> parts;          // by place
  std::vector<GuardEntry> guards;       // by pattern
  std::size_t unmeasured = 0;  // patterns that RE2 refuses once their parts are marked; they count as exercised
};

// Runs the relation patterns over the examples of their relations. An alternative or an optional part is exercised when
// a match of a positive example takes it, a list when it takes two names or more, a guard that allows when it alone
// would do, a guard that forbids when it keeps a match away or shortens a list in it. A part that repeats is judged by
// its last turn.
ExampleCoverage cover_examples(const RuleSet::Compiled& rules, const std::vector<ExampleCase>& cases);

}  // namespace edgewise
