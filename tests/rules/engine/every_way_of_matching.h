// SPDX-License-Identifier: Apache-2.0
// A slow and simple judge of how far a pattern gets: PCRE2 goes through every way of matching.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "rules/compiled_rules.h"
#include "rules/typed_text.h"

namespace edgewise::testing {

// Which mentions of a typed text may stand at the ends.
struct WantedEnds {
  std::vector<bool> from, to;  // by mention
};

class EveryWayOfMatching {
 public:
  explicit EveryWayOfMatching(const RuleSet::Compiled& rules);
  ~EveryWayOfMatching();

  // Whether the first `steps` parts of the pattern, its elements and then its guards, match anywhere so that each end
  // whose slot is among them holds a wanted mention.
  bool matches(std::uint32_t pattern, std::size_t steps, const TypedText& typed, const WantedEnds& ends);

 private:
  struct Program;
  Program& program(std::uint32_t pattern, std::size_t steps);

  const RuleSet::Compiled& rules_;
  std::map<std::pair<std::uint32_t, std::size_t>, std::unique_ptr<Program>> programs_;
};

}  // namespace edgewise::testing
