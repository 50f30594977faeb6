// SPDX-License-Identifier: Apache-2.0
// Why an expected statement is or is not found, for programs.
#pragma once

#include "rules/expectation.h"
#include "text/json_writer.h"

namespace edgewise {

// An object: what is expected, `found`, the reason, and what it rests on. Spans are bytes of the file.
void write_json(JsonWriter& json, const RuleSet& rules, const Document& document, const Explanation& explanation,
                const Expectation& expected, const Verdict& verdict);

}  // namespace edgewise
