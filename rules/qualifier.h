// SPDX-License-Identifier: Apache-2.0
// What a match says besides its two ends.
#pragma once

#include <string_view>
#include <vector>

#include "rules/pattern_set.h"
#include "rules/typed_text.h"

namespace edgewise {

// The qualifiers that `found` took, in the order of the text. `mentions` are those of `typed`, `entities` what they
// stand for, and `document_text` is Document::text().
std::vector<QualifierValue> qualifiers_of(const PatternMatch& found, const QualifierTable& kinds,
                                          const TypedText& typed, const std::vector<FoundMention>& mentions,
                                          const std::vector<EntityRef>& entities, std::string_view document_text,
                                          std::string_view document_date);

// Adds to `kept` what `other` says under names that `kept` does not have.
void add_qualifiers(std::vector<QualifierValue>& kept, const std::vector<QualifierValue>& other);

}  // namespace edgewise
