// SPDX-License-Identifier: Apache-2.0
// A tree of lines for a terminal, with or without colour.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace edgewise {

enum class Ink { plain, faint, name, place, good, bad };

// `text` made harmless for a terminal, and in that ink if `colour`.
std::string inked(std::string_view text, Ink ink, bool colour);

// `text`, harmless and cut behind so many columns with a `…` in its last one.
std::string shortened(std::string_view text, std::size_t columns);

// A line with its branches. The text may hold colours.
struct TextTree {
  std::string line;
  std::vector<TextTree> branches;
};

// The branches of `root` below its line, which stands alone. Ends in a line feed.
std::string render(const TextTree& root, bool colour);

// Cells of a table as lines: columns as wide as their widest cell on a terminal, two blanks apart, none behind the
// last.
std::vector<std::string> aligned(const std::vector<std::vector<std::string>>& rows, const std::vector<Ink>& inks,
                                 bool colour);

}  // namespace edgewise
