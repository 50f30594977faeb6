// SPDX-License-Identifier: Apache-2.0
// Runs a folder of sample articles against what they should yield.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "rules/rule_set.h"
#include "rules/test_result.h"
#include "text/result.h"

namespace edgewise {

struct SampleReport {
  std::size_t articles = 0;
  std::vector<TestResult> results;  // by article: each statement expected, then each that came out without being so
};

// Reads `folder`/expected.tsv and every article below the folder except README.md. An article must yield what is
// expected of it and nothing else. Errors: the table or an article cannot be read, or the table names an article that
// is not there.
Result<SampleReport> run_samples(const RuleSet& rules, const std::string& folder);

}  // namespace edgewise
