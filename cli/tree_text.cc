// SPDX-License-Identifier: Apache-2.0
// Lines of a tree and columns that keep their width under Chinese text.
#include "cli/tree_text.h"

#include <algorithm>

#include "text/source_excerpt.h"
#include "text/utf8.h"

namespace edgewise {
namespace {

constexpr std::string_view kEndOfColour = "\x1b[0m";

std::string_view colour_of(Ink ink) {
  switch (ink) {
    case Ink::plain:
      return {};
    case Ink::faint:
      return "\x1b[2m";
    case Ink::name:
      return "\x1b[1;36m";
    case Ink::place:
      return "\x1b[33m";
    case Ink::good:
      return "\x1b[1;32m";
    case Ink::bad:
      return "\x1b[1;31m";
  }
  return {};
}

void render_branches(const TextTree& tree, const std::string& indent, bool colour, std::string& out) {
  for (std::size_t i = 0; i < tree.branches.size(); ++i) {
    const bool last = i + 1 == tree.branches.size();
    out += inked(indent + (last ? "└─ " : "├─ "), Ink::faint, colour) + tree.branches[i].line + "\n";
    render_branches(tree.branches[i], indent + (last ? "   " : "│  "), colour, out);
  }
}

}  // namespace

std::string inked(std::string_view text, Ink ink, bool colour) {
  const std::string shown = printable(text);
  const std::string_view start = colour_of(ink);
  if (!colour || start.empty() || shown.empty()) return shown;
  return std::string(start) + shown + std::string(kEndOfColour);
}

std::string shortened(std::string_view text, std::size_t columns) {
  const std::string shown = printable(text);
  if (display_width(shown) <= columns) return shown;
  std::size_t end = 0, width = 1;
  while (end < shown.size()) {
    std::size_t next = end;
    (void)next_code_point(shown, next);
    width += display_width(std::string_view(shown).substr(end, next - end));
    if (width > columns) break;
    end = next;
  }
  return shown.substr(0, end) + "…";
}

std::string render(const TextTree& root, bool colour) {
  std::string out = root.line + "\n";
  render_branches(root, "", colour, out);
  return out;
}

std::vector<std::string> aligned(const std::vector<std::vector<std::string>>& rows, const std::vector<Ink>& inks,
                                 bool colour) {
  std::vector<std::size_t> widths(inks.size(), 0);
  for (const auto& row : rows)
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], display_width(printable(row[i])));
  std::vector<std::string> lines;
  for (const auto& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      line += inked(row[i], inks[i], colour);
      if (i + 1 < row.size()) line += std::string(widths[i] - display_width(printable(row[i])) + 2, ' ');
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace edgewise
