// SPDX-License-Identifier: Apache-2.0
// What each rule costs, and what it gives.
#pragma once

#include <chrono>
#include <cstdint>
#include <vector>

#include "rules/rule_set.h"

namespace edgewise {

struct RuleProfile {
  struct Row {
    std::uint64_t candidates = 0;  // sentences it was tried on
    std::uint64_t matches = 0;     // pairs of mentions it matched
    std::uint64_t statements = 0;  // of those, the ones that no other rule took
    std::chrono::nanoseconds time{0};
  };
  std::vector<Row> patterns;  // by index into RuleSet::patterns()
  std::uint64_t documents = 0, sentences = 0;
  std::chrono::nanoseconds names{0};      // finding mentions
  std::chrono::nanoseconds selection{0};  // preparing sentences and choosing the patterns to try
  std::chrono::nanoseconds settling{0};   // deciding between matches of the same two mentions
};

// RuleSet::extract with a look at the clock around each rule; what comes out is the same. Adds to `profile`.
Extraction extract_profiled(const RuleSet& rules, const Document& document, RuleProfile& profile);

}  // namespace edgewise
