// SPDX-License-Identifier: Apache-2.0
// What the examples of a pack leave untried, for people.
#pragma once

#include <cstddef>

#include "rules/rule_set.h"
#include "text/diagnostic.h"

namespace edgewise {

// A warning (W411) for each part that no example exercises, by place; words apart from the rest. What belongs
// to a pattern that no example matches is not reported beside it.
struct CoverageReport {
  std::size_t parts = 0, exercised = 0;  // patterns, guards and parts that are no words
  std::size_t words = 0, words_exercised = 0;
  std::size_t unmeasured = 0;  // patterns that are too large; they count as exercised
  Diagnostics missing, missing_words;
};
CoverageReport report_coverage(const RuleSet& rules);

}  // namespace edgewise
