// SPDX-License-Identifier: Apache-2.0
// Diagnostics for programs.
#pragma once

#include <string>

#include "text/diagnostic.h"

namespace edgewise {

// One JSON object and a newline: severity, code, file, line, column, end_column, message, help, notes. Numbers that are
// not known are 0, texts that are not known are empty. Always valid UTF-8.
std::string json_line(const Diagnostic& diagnostic);

}  // namespace edgewise
