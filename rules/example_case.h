// SPDX-License-Identifier: Apache-2.0
// An example made ready for patterns: its text read, its names found.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "rules/compiled_rules.h"
#include "rules/typed_text.h"
#include "text/document.h"

namespace edgewise {

struct ExampleCase {
  std::uint32_t relation = 0;  // index into Compiled::relations
  const ExampleDecl* decl = nullptr;
  Document document;
  std::vector<TypedText> sentences;         // those in which two names were found
  std::vector<std::string_view> languages;  // of each of them

  // True if the example says that something comes out, and is expected to pass.
  bool is_positive() const { return !decl->yields.empty() && !decl->todo; }
};

// Every example of `rules`, in the order of the rule files.
std::vector<ExampleCase> example_cases(const RuleSet::Compiled& rules);

}  // namespace edgewise
