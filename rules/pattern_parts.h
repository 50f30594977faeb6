// SPDX-License-Identifier: Apache-2.0
// The parts of a pattern that an example may or may not need: alternatives, optional parts, lists.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "rules/pattern_syntax.h"

namespace edgewise {

struct PatternPart {
  // A word is an alternative without slots, gaps, fragments and groups of its own.
  enum class Kind { alternative, word, optional, list } kind = Kind::alternative;
  std::size_t begin = 0, end = 0;            // of the pattern's pieces
  std::size_t drop_begin = 0, drop_end = 0;  // the same with the bar or the quantifier that goes with it
  std::size_t slot = 0;                      // of a list: which of the pattern's slots it is
  PatternOrigin origin;                      // in the pattern, or in the fragment that it comes from
};

std::string_view name(PatternPart::Kind kind);

// Every part, also those that fragments bring, in the order of their pieces. Parts nest but never cross. Linear.
std::vector<PatternPart> parts_of(const ParsedPattern& pattern);

// The pattern without `parts`, which must not nest; a list slot becomes a slot for one.
ParsedPattern without_parts(const ParsedPattern& pattern, std::span<const PatternPart> parts);

// The pattern with every part but lists in a capturing group. `groups[i]` is the index of part i among the groups of
// the result, or kNoGroup.
struct GroupedPattern {
  static constexpr std::size_t kNoGroup = static_cast<std::size_t>(-1);
  ParsedPattern pattern;
  std::vector<std::size_t> groups;
};
GroupedPattern with_groups(const ParsedPattern& pattern, std::span<const PatternPart> parts);

}  // namespace edgewise
