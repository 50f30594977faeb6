// SPDX-License-Identifier: Apache-2.0
// Writes a diagnostic as JSON.
#include "cli/diagnostic_json.h"

#include <string_view>

#include <fmt/format.h>

#include "text/normalise.h"

namespace edgewise {
namespace {

std::string quoted(std::string_view text) {
  std::string json = "\"";
  for (const char c : mend_utf8(text).text) {
    if (c == '"' || c == '\\') {
      json += '\\';
      json += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      json += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    } else {
      json += c;
    }
  }
  return json + '"';
}

std::string place_fields(const Place& place) {
  return fmt::format(R"("file":{},"line":{},"column":{},"end_column":{})", quoted(place.file), place.line, place.column,
                     place.end_column);
}

}  // namespace

std::string json_line(const Diagnostic& diagnostic) {
  std::string notes;
  for (const DiagnosticNote& note : diagnostic.notes)
    notes += fmt::format("{}{{{},\"message\":{}}}", notes.empty() ? "" : ",", place_fields(note.where),
                         quoted(note.message));
  return fmt::format("{{\"severity\":\"{}\",\"code\":{},{},\"message\":{},\"help\":{},\"notes\":[{}]}}\n",
                     diagnostic.severity == Severity::error ? "error" : "warning", quoted(diagnostic.code),
                     place_fields(diagnostic.where), quoted(diagnostic.message), quoted(diagnostic.help), notes);
}

}  // namespace edgewise
