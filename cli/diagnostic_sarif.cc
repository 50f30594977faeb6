// SPDX-License-Identifier: Apache-2.0
// Builds the SARIF log.
#include "cli/diagnostic_sarif.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <vector>

#include "cli/diagnostic_pages.h"
#include "cli/report_path.h"
#include "text/json_writer.h"

namespace edgewise {
namespace {

constexpr std::string_view kSchema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
constexpr std::string_view kRoot = "%SRCROOT%";

std::string_view level_of(std::string_view code) { return code.starts_with('W') ? "warning" : "error"; }

std::string_view title_of(std::string_view code) {
  for (const DiagnosticKind& kind : diagnostic_kinds())
    if (kind.code == code) return kind.title;
  return code;
}

void write_text(JsonWriter& json, std::string_view key, std::string_view text) {
  json.key(key).open_object().member("text", text).close_object();
}

void write_rule(JsonWriter& json, std::string_view code) {
  json.open_object().member("id", code);
  write_text(json, "shortDescription", title_of(code));
  const std::string_view page = diagnostic_page(code);
  json.key("help").open_object();
  json.member("text", page.empty() ? title_of(code) : page);
  json.member("markdown", page.empty() ? title_of(code) : page);
  json.close_object();
  json.key("defaultConfiguration").open_object().member("level", level_of(code)).close_object();
  json.close_object();
}

void write_region(JsonWriter& json, const Place& place) {
  if (place.line == 0) return;
  json.key("region").open_object().member("startLine", place.line);
  if (place.column > 0) {
    json.member("startColumn", place.column);
    json.member("endColumn", std::max(place.end_column, place.column));
  }
  json.close_object();
  if (place.source_line.empty()) return;
  json.key("contextRegion").open_object().member("startLine", place.line);
  write_text(json, "snippet", place.source_line);
  json.close_object();
}

void write_physical_location(JsonWriter& json, const Place& place) {
  const std::string uri = report_uri(place.file);
  json.key("physicalLocation").open_object();
  json.key("artifactLocation").open_object().member("uri", uri);
  if (!uri.starts_with("file:")) json.member("uriBaseId", kRoot);
  json.close_object();
  write_region(json, place);
  json.close_object();
}

void write_result(JsonWriter& json, const Diagnostic& diagnostic, std::size_t rule) {
  json.open_object().member("ruleId", diagnostic.code).member("ruleIndex", rule);
  json.member("level", diagnostic.severity == Severity::error ? "error" : "warning");
  write_text(json, "message",
             diagnostic.help.empty() ? diagnostic.message : diagnostic.message + "\nhelp: " + diagnostic.help);
  json.key("locations").open_array();
  if (!diagnostic.where.file.empty()) {
    json.open_object();
    write_physical_location(json, diagnostic.where);
    json.close_object();
  }
  json.close_array();
  if (!diagnostic.notes.empty()) {
    json.key("relatedLocations").open_array();
    for (std::size_t i = 0; i < diagnostic.notes.size(); ++i) {
      json.open_object().member("id", i + 1);
      if (!diagnostic.notes[i].where.file.empty()) write_physical_location(json, diagnostic.notes[i].where);
      write_text(json, "message", diagnostic.notes[i].message);
      json.close_object();
    }
    json.close_array();
  }
  json.close_object();
}

}  // namespace

std::string sarif_log(const Diagnostics& diagnostics) {
  std::set<std::string> codes;
  for (const Diagnostic& diagnostic : diagnostics) codes.insert(diagnostic.code);
  JsonWriter json(2);
  json.open_object().member("$schema", kSchema).member("version", "2.1.0");
  json.key("runs").open_array().open_object();
  json.key("tool").open_object().key("driver").open_object();
  json.member("name", "edgewise").member("semanticVersion", EDGEWISE_VERSION);
  json.key("rules").open_array();
  for (const std::string& code : codes) write_rule(json, code);
  json.close_array().close_object().close_object();
  json.member("columnKind", "unicodeCodePoints");
  json.key("originalUriBaseIds").open_object().key(kRoot).open_object();
  write_text(json, "description", "the folder in which the program was started");
  json.close_object().close_object();
  json.key("results").open_array();
  for (const Diagnostic& diagnostic : diagnostics)
    write_result(json, diagnostic, static_cast<std::size_t>(std::distance(codes.begin(), codes.find(diagnostic.code))));
  json.close_array().close_object().close_array().close_object();
  return json.text() + "\n";
}

}  // namespace edgewise
