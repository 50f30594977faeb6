// SPDX-License-Identifier: Apache-2.0
// Diagnostics as SARIF, the format in which code hosts and editors take findings.
#pragma once

#include <string>

#include "text/diagnostic.h"

namespace edgewise {

// A whole SARIF 2.1.0 log with one run. Its rules are the kinds of diagnostics that occur, by code, with their pages as
// help. Columns count Unicode code points. Files under the current folder are relative to %SRCROOT%.
std::string sarif_log(const Diagnostics& diagnostics);

}  // namespace edgewise
