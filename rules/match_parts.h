// SPDX-License-Identifier: Apache-2.0
// What each part of a pattern took of the text it matched.
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

struct MatchPart {
  PatternElement::Kind kind = PatternElement::Kind::literal;
  SlotRole role = SlotRole::other;  // of a slot
  std::string written;              // as in the rule file
  Span taken;                       // in the typed text
};

// Compiles each pattern once more, with a group for each part, when it is first asked for. Not safe for concurrent use.
class MatchParts {
 public:
  explicit MatchParts(const RuleSet::Compiled& rules);
  ~MatchParts();

  // The parts of relation pattern `pattern` where it took `span` of `typed`, in the order of the text; parts that took
  // nothing are left out. Requires that the pattern does match there.
  std::vector<MatchPart> of(std::uint32_t pattern, std::string_view typed, Span span);

 private:
  struct Program;
  const Program& program(std::uint32_t pattern);

  const RuleSet::Compiled& rules_;
  std::map<std::uint32_t, std::unique_ptr<Program>> programs_;
};

}  // namespace edgewise
