// SPDX-License-Identifier: Apache-2.0
// What a rule asks of a pair of mentions and of the document, beyond its pattern.
#pragma once

#include <cstdint>
#include <vector>

#include "rules/compiled_rules.h"
#include "rules/document_facts.h"
#include "rules/typed_text.h"
#include "text/document.h"

namespace edgewise {

// Whether mentions `from` and `to` of the typed text, which `mentions` lists, satisfy `check`.
bool may_be_a_pair(const PairCheck& check, const TypedText& typed, const std::vector<FoundMention>& mentions,
                   std::uint32_t from, std::uint32_t to);

// For each of rules.document_checks, whether the document satisfies it. A document without a title or source has an
// empty one; one without a date satisfies no condition about dates.
std::vector<bool> documents_suit(const RuleSet::Compiled& rules, const Story& story);

}  // namespace edgewise
