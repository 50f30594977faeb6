// SPDX-License-Identifier: Apache-2.0
// Who says what a document tells: words of speech, and the statements that they hold for.
#pragma once

#include <cstdint>
#include <vector>

#include "rules/compiled_rules.h"
#include "rules/typed_text.h"
#include "text/document.h"

namespace edgewise {

// Fills `speaker` and `speech` of each match of `extraction` that somebody is said to say: in its own sentence, or
// within quotation marks that a sentence shortly before has opened. `mentions` are those of the extraction by sentence,
// `first_mention` the index of each sentence's first.
void attribute_matches(const RuleSet::Compiled& rules, const Document& document,
                       const std::vector<std::vector<FoundMention>>& mentions,
                       const std::vector<std::uint32_t>& first_mention, Extraction& extraction);

}  // namespace edgewise
