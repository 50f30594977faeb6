// SPDX-License-Identifier: Apache-2.0
// A relation's pattern taken apart for probing, and what has been compiled of it so far.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <re2/re2.h>

#include "rules/compiled_rules.h"
#include "rules/guarded_pattern.h"
#include "rules/pattern_elements.h"
#include "rules/pattern_guards.h"
#include "rules/pinned_pattern.h"

namespace edgewise {

// One alternative of a pattern with one choice of slots for the ends.
struct ProbeCourse {
  std::size_t number = 0;
  std::vector<PatternElement> flags;  // of the alternatives before this one, which hold here as well
  std::vector<PatternElement> elements;
  PinnedSlots slots;
};

// The first steps of a course.
struct ProbeBeginning {
  std::unique_ptr<RE2> core;  // as group 1
  std::optional<GuardedPattern> guarded;

  std::optional<Span> find(std::string_view pinned) const {
    if (!guarded) return std::nullopt;
    const auto groups = guarded->find(pinned, 0);
    return groups ? (*groups)[1] : std::nullopt;
  }
};

// A beginning with its last gap but one step written otherwise.
struct WidenedBeginning {
  std::unique_ptr<RE2> regex;
  int group = 0;  // of the gap
};

// The codes that the two mentions have when they are not pinned.
struct PinnedCodes {
  std::uint32_t from = 0, to = 0;
};

struct ProbeSubject {
  const RelationRule* rule = nullptr;
  PatternEnds ends;
  ParsedPattern pattern;
  std::vector<const GuardKey*> guards;
  std::vector<ProbeCourse> courses;
  using Key = std::tuple<std::size_t, std::size_t, std::uint32_t, std::uint32_t>;  // course, steps, codes
  std::map<Key, ProbeBeginning> beginnings;
  std::map<std::pair<Key, std::size_t>, WidenedBeginning> widened;  // by the attempt
};

// Of relation pattern `pattern`; nothing is compiled yet. `rules` outlives it.
ProbeSubject make_probe_subject(const RuleSet::Compiled& rules, std::uint32_t pattern);

// Writes the first `count` elements of a course as group 1. `pattern` is the subject's, or a changed copy. Returns the
// number of the group around element `grouped`, 0 if it is none.
int write_elements(const ParsedPattern& pattern, const ProbeCourse& course, std::size_t count, PinnedCodes codes,
                   PatternRegex& regex, std::optional<std::size_t> grouped = std::nullopt);

}  // namespace edgewise
