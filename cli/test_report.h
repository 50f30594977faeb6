// SPDX-License-Identifier: Apache-2.0
// Results of tests, for people and for programs.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "rules/test_result.h"

namespace edgewise {

struct TestCounts {
  std::size_t passed = 0, failed = 0, todo = 0;  // a todo that passes is counted as todo
};
TestCounts count_results(const std::vector<TestResult>& results);

// One line for each known gap: its place, its relation and its reason.
std::string render_todos(const std::vector<TestResult>& results);

// One JSON object: passed, failed, todo, and for each test its suite, relation, name, place, outcome, complaint,
// reason.
std::string test_json(const std::vector<TestResult>& results);

// JUnit XML: a suite for each file, in the order of its first test; a todo is skipped, with its reason. Times are left
// out, so that equal results give equal bytes.
std::string test_junit(const std::vector<TestResult>& results);

}  // namespace edgewise
