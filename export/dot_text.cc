// SPDX-License-Identifier: Apache-2.0
// Quoting for DOT and breaking long names.
#include "export/dot_text.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "export/clean_text.h"
#include "text/utf8.h"

namespace edgewise {
namespace {

// Where the first line ends: after the last break that fits, or where it is full.
std::size_t line_end(std::string_view text, std::size_t columns) {
  std::size_t at = 0, last_break = 0, used = 0;
  while (at < text.size()) {
    std::size_t next = at;
    const char32_t c = next_code_point(text, next);
    if (c == '\n') return at;
    used += display_width(text.substr(at, next - at));
    if (used > columns && at > 0) return c == ' ' || last_break == 0 ? at : last_break;
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

// The first `most` lines of `text`, without the blanks around them.
std::vector<std::string_view> broken_lines(std::string_view text, std::size_t columns, std::size_t most) {
  std::vector<std::string_view> lines;
  for (std::string_view rest = text; !rest.empty() && lines.size() < most;) {
    const std::size_t end = line_end(rest, columns);
    lines.push_back(without_blanks_around(rest.substr(0, end)));
    rest = without_blanks_around(rest.substr(end));
  }
  return lines;
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
  std::string scratch;
  const std::string_view whole = without_blanks_around(clean_text(text, scratch));
  std::vector<std::string_view> broken = broken_lines(whole, columns, lines + 1);
  // The narrowest lines that need no more of them, so that no single character is left for the last.
  for (std::size_t narrower = columns / 2; broken.size() > 1 && broken.size() <= lines && narrower < columns;
       ++narrower) {
    std::vector<std::string_view> balanced = broken_lines(whole, narrower, broken.size() + 1);
    if (balanced.size() != broken.size()) continue;
    broken = std::move(balanced);
    break;
  }
  std::string result;
  for (std::size_t i = 0; i < std::min(broken.size(), lines); ++i) result.append(i > 0 ? "\n" : "").append(broken[i]);
  return broken.size() > lines ? result + "…" : result;
}

Box text_box(std::string_view lines, double font_size) {
  std::size_t count = 0, columns = 0;
  for (std::size_t begin = 0; begin <= lines.size(); ++count) {
    const std::size_t end = std::min(lines.find('\n', begin), lines.size());
    columns = std::max(columns, display_width(lines.substr(begin, end - begin)));
    begin = end + 1;
  }
  return {16 + 0.55 * font_size * static_cast<double>(columns), 10 + 1.4 * font_size * static_cast<double>(count)};
}

}  // namespace edgewise
