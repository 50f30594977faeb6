// SPDX-License-Identifier: Apache-2.0
// The order in which complaints about rules are shown.
#pragma once

#include <cstddef>
#include <string>

#include "rules/rule_file.h"
#include "text/diagnostic.h"

namespace edgewise {

// Orders complaints by file as the files were read, then by place. The first one of a file that another file names says
// where that is.
void arrange(const RuleSource& source, Diagnostics& diagnostics);

// Of one file; the rest is only counted.
inline constexpr std::size_t kMostOfOneFile = 100;

// Says that `count` complaints about a file are not shown; `at_least` if not all were counted.
Diagnostic more_of_one_file(Severity severity, const std::string& file, std::size_t count, bool at_least = false);

// When this many errors (or warnings) have been gathered, the compiler looks for no more.
inline constexpr std::size_t kMostGathered = 500;

// Keeps the first 100 of each file; what is left out is counted (E125, W102). Requires arranged complaints.
void shorten(Diagnostics& diagnostics);

}  // namespace edgewise
