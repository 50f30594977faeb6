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
  std::uint32_t relation = 0;  // as which its statements are told; index into Compiled::relations
  std::string_view id;         // of the relation that it stands under
  const ExampleDecl* decl = nullptr;
  Document document;
  Document story;                                   // the same without its bylines
  std::vector<std::vector<FoundMention>> mentions;  // by sentence

  // True if the example says that something comes out, and is expected to pass.
  bool is_positive() const { return !decl->yields.empty() && !decl->todo; }
};

// What the engine matches patterns of a scope on: stretches of an example with two names or more.
struct ExampleText {
  TypedText typed;
  std::string_view language;
};
std::vector<ExampleText> texts_of(const ExampleCase& example, MatchScope scope, const RuleSet::Compiled& rules);

// Every example of `rules`, in the order of the rule files.
std::vector<ExampleCase> example_cases(const RuleSet::Compiled& rules);

}  // namespace edgewise
