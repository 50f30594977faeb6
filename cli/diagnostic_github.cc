// SPDX-License-Identifier: Apache-2.0
// Workflow commands and their escapes.
#include "cli/diagnostic_github.h"

#include <string_view>

#include <fmt/format.h>

#include "cli/report_path.h"
#include "text/mend_utf8.h"

namespace edgewise {
namespace {

enum class Part { property, message };

// A percent sign and line ends everywhere; colon and comma end a property.
std::string escaped(std::string_view text, Part part) {
  std::string result;
  for (const char c : mend_utf8(text).text) {
    const bool special = c == '%' || c == '\r' || c == '\n' || (part == Part::property && (c == ':' || c == ','));
    if (special)
      result += fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    else
      result += c;
  }
  return result;
}

}  // namespace

std::string github_annotation(const Diagnostic& diagnostic) {
  const Place& place = diagnostic.where;
  std::string line = diagnostic.severity == Severity::error ? "::error " : "::warning ";
  if (!place.file.empty()) line += fmt::format("file={},", escaped(report_path(place.file), Part::property));
  if (place.line > 0) line += fmt::format("line={},", place.line);
  if (place.line > 0 && place.column > 0) line += fmt::format("col={},endColumn={},", place.column, place.end_column);
  std::string message = diagnostic.message;
  if (!diagnostic.help.empty()) message += "\nhelp: " + diagnostic.help;
  for (const DiagnosticNote& note : diagnostic.notes)
    message +=
        fmt::format("\n{}:{}:{}: {}", report_path(note.where.file), note.where.line, note.where.column, note.message);
  return fmt::format("{}title={}::{}\n", line, escaped(diagnostic.code, Part::property),
                     escaped(message, Part::message));
}

}  // namespace edgewise
