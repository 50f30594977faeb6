// SPDX-License-Identifier: Apache-2.0
// Diagnostics for programs.
#pragma once

#include <string>

#include "text/diagnostic.h"
#include "text/json_writer.h"

namespace edgewise {

// One JSON object: severity, code, file, line, column, end_column, message, help, notes. Numbers that are not known are
// 0, texts that are not known are empty. Always valid UTF-8.
void write_json(JsonWriter& json, const Diagnostic& diagnostic);

// The same and a newline.
std::string json_line(const Diagnostic& diagnostic);

}  // namespace edgewise
