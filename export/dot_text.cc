// SPDX-License-Identifier: Apache-2.0
// Quoting for DOT and breaking long names.
#include "export/dot_text.h"

#include "export/clean_text.h"
#include "text/utf8.h"

namespace edgewise {
namespace {

// Where a line that starts at `begin` ends: after the last break that fits, or where it is full.
std::size_t line_end(std::string_view text, std::size_t begin, std::size_t columns) {
  std::size_t at = begin, last_break = begin, used = 0;
  while (at < text.size()) {
    std::size_t next = at;
    const char32_t c = next_code_point(text, next);
    if (c == '\n') return at;
    used += display_width(text.substr(at, next - at));
    if (used > columns && at > begin) return last_break > begin ? last_break : at;
    if (c == ' ' || c == '-' || is_han(c)) last_break = next;
    at = next;
  }
  return at;
}

std::string_view without_blanks_around(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \n\t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \n\t") - first + 1);
}

}  // namespace

std::string dot_string(std::string_view text, std::size_t most) {
  std::string scratch, quoted = "\"";
  const std::string_view clean = clean_text(text, scratch);
  const std::string_view shown = cut_code_points(clean, most);
  for (char c : shown) {
    switch (c) {
      case '"':
        quoted += "\\\"";
        break;
      case '\\':
        quoted += "\\\\";
        break;
      case '\n':
        quoted += "\\n";
        break;
      case '\t':
        quoted += ' ';
        break;
      case '&':
        quoted += "&amp;";
        break;  // Graphviz decodes entities
      default:
        quoted += c;
    }
  }
  if (shown.size() < clean.size()) quoted += "…";
  return quoted + '"';
}

std::string wrapped(std::string_view text, std::size_t columns, std::size_t lines) {
  std::string scratch, result;
  std::string_view rest = without_blanks_around(clean_text(text, scratch));
  for (std::size_t line = 0; !rest.empty(); ++line) {
    if (line == lines) return result + "…";
    const std::size_t end = line_end(rest, 0, columns);
    if (line > 0) result += '\n';
    result += without_blanks_around(rest.substr(0, end));
    rest = without_blanks_around(rest.substr(end));
  }
  return result;
}

}  // namespace edgewise
