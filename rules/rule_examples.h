// SPDX-License-Identifier: Apache-2.0
// Runs the examples that rule authors write beside their patterns.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "rules/rule_set.h"
#include "rules/test_result.h"
#include "text/diagnostic.h"

namespace edgewise {

struct ExampleReport {
  std::size_t passed = 0, failed = 0, todo = 0;  // a todo that passes is counted as todo
  std::vector<TestResult> results;               // of every example, in the order of the rule files
  Diagnostics failures;                          // one for each failed example: what was expected, what came out
  Diagnostics surprises;                         // a todo that passes
};

ExampleReport run_examples(const RuleSet& rules);

// What keeps `example` of the relation `id` from passing when `extraction` is what came out of it; empty if it passes.
std::vector<std::string> example_complaints(const std::vector<RelationInfo>& relations, const std::string& id,
                                            const ExampleDecl& example, const Document& document,
                                            const Extraction& extraction);

// The text of an example as the document that it is run on.
Document example_document(const ExampleDecl& example);

}  // namespace edgewise
