// SPDX-License-Identifier: Apache-2.0
// Why an expected statement is or is not found, for people.
#pragma once

#include <string>

#include "rules/expectation.h"

namespace edgewise {

// A tree: the verdict, and below it what it rests on.
std::string verdict_text(const RuleSet& rules, const Document& document, const Explanation& explanation,
                         const Expectation& expected, const Verdict& verdict, bool colour);

}  // namespace edgewise
