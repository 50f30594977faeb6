// SPDX-License-Identifier: Apache-2.0
// Results of tests, for people and for programs.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "rules/coverage_report.h"
#include "rules/mutation_test.h"
#include "rules/test_result.h"

namespace edgewise {

struct TestCounts {
  std::size_t passed = 0, failed = 0, todo = 0;  // a todo that passes is counted as todo
};
TestCounts count_results(const std::vector<TestResult>& results);

// One line for each known gap: its place, its relation and its reason.
std::string render_todos(const std::vector<TestResult>& results);

// One JSON object: passed, failed, todo, and for each test its suite, relation, name, place, outcome, complaint, reason;
// and `coverage` and `mutation` where they were asked for.
std::string test_json(const std::vector<TestResult>& results, const std::optional<CoverageReport>& coverage,
                      const std::optional<MutationReport>& mutation);

// Closing lines. `words`: whether alternatives that are mere words were asked for.
std::string coverage_line(const CoverageReport& report, bool words);
std::string mutation_line(const MutationReport& report);

// JUnit XML: a suite for each file, in the order of its first test; a todo is skipped, with its reason. Times are left
// out, so that equal results give equal bytes.
std::string test_junit(const std::vector<TestResult>& results);

}  // namespace edgewise
