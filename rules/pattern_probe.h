// SPDX-License-Identifier: Apache-2.0
// How far a pattern gets where two given mentions are to stand at its ends.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/compiled_rules.h"
#include "rules/pattern_elements.h"
#include "text/span.h"

namespace edgewise {

// A part of a pattern that can fail: an element, or one of the guards, which come behind all elements.
struct ProbeStep {
  PatternElement::Kind kind = PatternElement::Kind::literal;
  SlotRole role = SlotRole::other;  // of a slot
  std::string written;              // the element, or the guard's expressions
  std::string guard;                // its key; empty for an element
};

// A gap that would let the next element match.
struct ProbeGap {
  std::size_t step = 0;
  std::string instead;  // as it would be written: {..9}, {..4 any}
};

struct ProbeResult {
  std::vector<ProbeStep> steps;  // of the alternative of the pattern that gets furthest
  // The first so many steps match together, somewhere in the text, with the mentions in those of the slots that are
  // among them; one step more does not. All of them: the pattern can match the two mentions.
  std::size_t matched = 0;
  Span reached;             // what the matched steps took, in the pinned text; empty if there are none
  bool wrong_type = false;  // the failing step is the slot of an end, which does not take the mention's type
  std::optional<ProbeGap> gap;

  bool complete() const { return !steps.empty() && matched == steps.size(); }
};

struct ProbeSubject;    // a pattern taken apart
struct ProbeCourse;     // one alternative of it with one choice of slots for the ends
struct ProbeBeginning;  // compiled
struct PinnedCodes;

// Compiles growing beginnings of patterns with pinned ends, on demand, and keeps them. Not safe for concurrent use.
class PatternProbe {
 public:
  explicit PatternProbe(const RuleSet::Compiled& rules);
  ~PatternProbe();

  // `pinned` is typed text in which the mentions for `from` and `to` have the pins of TypeCodes; `from_code` and
  // `to_code` are the codes they have otherwise. Several mentions may have the same pin: any of them will do.
  ProbeResult probe(std::uint32_t pattern, std::string_view pinned, std::uint32_t from_code, std::uint32_t to_code);

 private:
  ProbeSubject& subject(std::uint32_t pattern);
  const ProbeBeginning& beginning(ProbeSubject& subject, const ProbeCourse& course, std::size_t steps,
                                  PinnedCodes codes);
  ProbeResult follow(ProbeSubject& subject, const ProbeCourse& course, std::string_view pinned, PinnedCodes codes);

  const RuleSet::Compiled& rules_;
  std::map<std::uint32_t, std::unique_ptr<ProbeSubject>> subjects_;
};

}  // namespace edgewise
