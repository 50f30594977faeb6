// SPDX-License-Identifier: Apache-2.0
// Explanations as trees for people.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "rules/explanation.h"

namespace edgewise {

// One tree for each of `sentences`.
std::string explanation_text(const RuleSet& rules, const Document& document, const Explanation& explanation,
                             const std::vector<std::uint32_t>& sentences, bool colour);

// The sentence with its mentions in brackets: [华为 Company]发布新品。
std::string typed_sentence(const RuleSet& rules, const Document& document, const Explanation& explanation,
                           std::uint32_t sentence, bool colour);

// file:line:column of the first byte of `span` of the document's text.
std::string place_text(const Document& document, Span span);

// "alias of 华为技术有限公司": how the mention came to its entity.
std::string how_found(const Document& document, const Extraction& extraction, const Mention& mention);

}  // namespace edgewise
