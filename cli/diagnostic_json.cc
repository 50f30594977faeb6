// SPDX-License-Identifier: Apache-2.0
// Writes a diagnostic as JSON.
#include "cli/diagnostic_json.h"

#include "text/json_writer.h"

namespace edgewise {
namespace {

void write_place(JsonWriter& json, const Place& place) {
  json.member("file", place.file).member("line", place.line).member("column", place.column);
  json.member("end_column", place.end_column);
}

}  // namespace

void write_json(JsonWriter& json, const Diagnostic& diagnostic) {
  json.open_object().member("severity", diagnostic.severity == Severity::error ? "error" : "warning");
  json.member("code", diagnostic.code);
  write_place(json, diagnostic.where);
  json.member("message", diagnostic.message).member("help", diagnostic.help);
  json.key("notes").open_array();
  for (const DiagnosticNote& note : diagnostic.notes) {
    json.open_object();
    write_place(json, note.where);
    json.member("message", note.message).close_object();
  }
  json.close_array().close_object();
}

std::string json_line(const Diagnostic& diagnostic) {
  JsonWriter json;
  write_json(json, diagnostic);
  return json.text() + "\n";
}

}  // namespace edgewise
