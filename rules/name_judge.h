// SPDX-License-Identifier: Apache-2.0
// Decides what the names in doubt of a document mean.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "rules/compiled_rules.h"
#include "rules/typed_text.h"
#include "text/document.h"

namespace edgewise {

// A place of a name in doubt. One name means one thing throughout a document.
struct DoubtfulPlace {
  std::uint32_t name = 0;  // index into Gazetteer::shared()
  std::uint32_t sentence = 0;
  Span span;  // in Document::text()
};

// What the names in doubt mean, by index into Gazetteer::shared(): nothing for those that do not occur or stay in
// doubt.
struct NameVerdicts {
  std::vector<std::optional<EntityId>> meaning;
  std::vector<NameChoice> choices;  // by name; those that occur
};

// `named` tells for each listed entity whether the document has one of its names that is not in doubt; `mentions` are
// those of such names, by sentence. Cost: one pass over the document, and a bounded number of places for each name.
NameVerdicts judge_names(const RuleSet::Compiled& rules, const Document& document,
                         const std::vector<DoubtfulPlace>& places, const std::vector<bool>& named,
                         const std::vector<std::vector<FoundMention>>& mentions);

}  // namespace edgewise
