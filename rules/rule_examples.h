// SPDX-License-Identifier: Apache-2.0
// Runs the examples that rule authors write beside their patterns.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "rules/rule_set.h"
#include "text/diagnostic.h"

namespace edgewise {

struct ExampleReport {
  std::size_t passed = 0, failed = 0, todo = 0;
  Diagnostics failures;   // one for each failed example: what was expected, what came out
  Diagnostics surprises;  // a todo that passes
};

ExampleReport run_examples(const RuleSet& rules);

}  // namespace edgewise
