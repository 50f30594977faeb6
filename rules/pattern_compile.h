// SPDX-License-Identifier: Apache-2.0
// One way of making an RE2 object from what an author wrote, with complaints that point into it.
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include <re2/re2.h>

#include "rules/pattern_regex.h"
#include "rules/pattern_syntax.h"
#include "rules/type_codes.h"
#include "text/diagnostic.h"

namespace edgewise {

// Options of every expression: quiet, bounded memory, `.` takes line breaks as well.
RE2::Options pattern_options();

// Adds E208 (or E214 if it is too large) for an expression that RE2 refused, at the part it complains about; or for one
// that RE2 took although a bracket of its author's has no partner.
void report_broken(const RE2& broken, const PatternRegex& regex, const Located& whole, const RuleSource& source,
                   Diagnostics& diagnostics);

// The guards as one pattern of alternatives; no pieces if there are none. Nothing after a diagnostic.
std::optional<ParsedPattern> parse_alternatives(const std::vector<Located>& guards, const PatternScope& scope,
                                                Diagnostics& diagnostics);

// Compiles guards into `result`, followed by `anchor`; leaves it null if there are none. False after a diagnostic.
bool compile_guard(const std::vector<Located>& guards, std::string_view anchor, const PatternScope& scope,
                   const TypeCodes& codes, std::unique_ptr<RE2>& result, Diagnostics& diagnostics);
// The same for text with pins.
bool compile_guard(const std::vector<Located>& guards, std::string_view anchor, const PatternScope& scope,
                   const TypeCodes& codes, const PinnedEnds& pins, std::unique_ptr<RE2>& result,
                   Diagnostics& diagnostics);

}  // namespace edgewise
