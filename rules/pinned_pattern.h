// SPDX-License-Identifier: Apache-2.0
// The beginning of a pattern as an expression in which two slots take nothing but two given mentions.
#pragma once

#include <cstddef>
#include <vector>

#include "rules/pattern_elements.h"
#include "rules/pattern_regex.h"

namespace edgewise {

// Pieces of a pattern, by index: the slots that take the mentions.
struct PinnedSlots {
  std::size_t from = 0, to = 0;
};

// Writes elements of one pattern to an expression. A bracket that holds a pinned slot must take part in the match: it
// is not optional, its alternatives without the slot are left out, and if it is repeated, one of its rounds is pinned.
class PinnedWriter {
 public:
  PinnedWriter(const ParsedPattern& pattern, PinnedSlots slots, PinnedEnds codes, PatternRegex& regex);

  void write(const PatternElement& element);

 private:
  bool holds(std::size_t slot, std::size_t first, std::size_t last) const { return first <= slot && slot < last; }
  bool is_pinned(std::size_t first, std::size_t last) const {
    return holds(slots_.from, first, last) || holds(slots_.to, first, last);
  }
  void write_body(const PatternElement& element);
  void write_inside(const PatternElement& element);
  void write_free(const PatternElement& element);
  bool may_miss_slot(const PatternElement& element) const;

  const ParsedPattern& pattern_;
  PinnedSlots slots_;
  PinnedEnds pinned_, free_;
  PatternRegex& regex_;
};

}  // namespace edgewise
