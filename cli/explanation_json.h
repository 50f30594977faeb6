// SPDX-License-Identifier: Apache-2.0
// Explanations for programs.
#pragma once

#include <cstdint>
#include <vector>

#include "rules/explanation.h"
#include "text/json_writer.h"

namespace edgewise {

// An object: the document's id and, for each of `sentences`, its place, mentions, statements and refused matches. Spans
// are bytes of the file.
void write_json(JsonWriter& json, const RuleSet& rules, const Document& document, const Explanation& explanation,
                const std::vector<std::uint32_t>& sentences);

}  // namespace edgewise
