// SPDX-License-Identifier: Apache-2.0
// The parts of a pattern as people see them: words, slots, gaps, fragments, brackets, each with its quantifier.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "rules/pattern_syntax.h"

namespace edgewise {

// A stretch of the pieces of a pattern.
struct PatternElement {
  enum class Kind : std::uint8_t {
    literal,  // characters that stand for themselves
    slot,
    gap,
    fragment,
    group,       // brackets of the author's
    expression,  // a class, an escape, an anchor
    flags,       // (?i): takes nothing, and holds for what follows
  } kind = Kind::literal;
  std::size_t first = 0, last = 0;              // pieces with the quantifier
  std::size_t body_end = 0;                     // pieces without it
  std::size_t inner_first = 0, inner_last = 0;  // group and fragment: what stands between the brackets
};

// Elements in a row. Alternatives are several of them.
using PatternSequence = std::vector<PatternElement>;

// The alternatives that the pieces [first, last) are. Nothing if the pattern quotes with \Q, which hides its structure.
std::optional<std::vector<PatternSequence>> pattern_alternatives(const ParsedPattern& pattern, std::size_t first,
                                                                 std::size_t last);

// The element as its author wrote it.
std::string written(const ParsedPattern& pattern, const PatternElement& element);

}  // namespace edgewise
