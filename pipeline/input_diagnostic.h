// SPDX-License-Identifier: Apache-2.0
// What is said about inputs that cannot be used, worded once for the finder and the reader.
#pragma once

#include <string>
#include <string_view>
#include <system_error>

#include "text/diagnostic.h"

namespace edgewise {

// A complaint about an input as a whole; an error if the code starts with E, else a warning.
Diagnostic input_diagnostic(std::string_view code, std::string_view name, std::string message, std::string help);

Diagnostic input_missing(std::string_view name);                                 // E510
Diagnostic input_unreadable(std::string_view name, const std::error_code& why);  // E511, E510 where nothing is there
Diagnostic input_not_plain(std::string_view name);                               // E512
Diagnostic input_without_text(std::string_view name);                            // W522

// `path` as it may be shown and stored: `/` between parts, no `./` in front, no doubled `/`; bytes that are not UTF-8
// and control characters are written \xNN, so that no name can break a file format or steer a terminal.
std::string input_name(std::string_view path);

}  // namespace edgewise
