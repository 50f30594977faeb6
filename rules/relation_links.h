// SPDX-License-Identifier: Apache-2.0
// How relations refer to each other: `inverse_of` and `implies`.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "rules/compiled_rules.h"
#include "text/diagnostic.h"

namespace edgewise {

// A relation while it is being compiled.
struct RelationDefinition {
  const RelationDecl* decl = nullptr;
  PatternEnds ends;
  bool cues = true;
  MatchScope scope = MatchScope::sentence;
  std::optional<std::uint32_t> inverse_of;
  std::uint32_t pattern_count = 0;
};

using RelationIds = std::map<std::string, std::uint32_t, std::less<>>;

// Gives inverses their ends, and fills rules.implied. Every relation has its declaration and its own ends already.
void link_relations(RuleSet::Compiled& rules, const RelationIds& ids, std::vector<RelationDefinition>& definitions,
                    Diagnostics& diagnostics);

}  // namespace edgewise
