// SPDX-License-Identifier: Apache-2.0
// What became of one test of a rule pack.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "text/diagnostic.h"

namespace edgewise {

// A todo is expected to fail; one that passes is worth a word, but no failure.
enum class TestOutcome { passed, failed, todo, todo_passes };

struct TestResult {
  std::string suite;     // the file that the test stands in
  std::string relation;  // may be empty
  std::string name;      // the text of an example, or a statement
  Place where;
  TestOutcome outcome = TestOutcome::passed;
  std::string complaint;                 // what went wrong; also of a todo
  std::string reason;                    // of a todo, as its author gave it
  std::optional<Diagnostic> diagnostic;  // of a failure, and of a todo that passes
};

}  // namespace edgewise
