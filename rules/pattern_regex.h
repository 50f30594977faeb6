// SPDX-License-Identifier: Apache-2.0
// Turns parsed patterns into RE2 expressions over typed text.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/pattern_syntax.h"
#include "rules/type_codes.h"

namespace edgewise {

// The types that `{from}` and `{to}` take when a pattern does not narrow them.
struct PatternEnds {
  std::vector<TypeId> from, to;
};

// A capturing group that holds a slot.
struct SlotGroup {
  SlotRole role = SlotRole::other;
  int group = 0;
  bool list = false;
  std::vector<TypeId> types;  // as narrowed in the pattern
};

// Expression text with its groups numbered, growing from left to right.
class PatternRegex {
 public:
  // A comma separates the items of a list, except in rules of language "zh": Chinese lists take 、 and a comma there
  // ends the clause.
  PatternRegex(const TypeCodes& codes, const PatternEnds& ends, std::string_view language = {})
      : codes_(codes), ends_(ends), comma_separates_(language != "zh") {}

  // Appends text of our own that opens no group.
  void append(std::string_view text) { regex_ += text; }
  // Opens a group of our own and returns its number.
  int open_group();
  // Appends a pattern; its slots and groups are added to slots() and author_groups().
  void append(const ParsedPattern& pattern);

  const std::string& text() const { return regex_; }
  const std::vector<SlotGroup>& slots() const { return slots_; }
  const std::vector<int>& author_groups() const {
    return author_groups_;
  }  // numbers of groups the author wrote, in order
  int group_count() const { return groups_; }
  // The piece that gave byte `offset` of text(), or null if it is our own text.
  const PatternPiece* piece_at(std::size_t offset) const;

 private:
  CodeSet slot_codes(const PatternPiece& slot) const;
  void append_slot(const PatternPiece& slot);
  void append_gap(const PatternPiece& gap, const CodeSet& ends);

  const TypeCodes& codes_;
  const PatternEnds& ends_;
  bool comma_separates_;
  std::string regex_;
  std::vector<SlotGroup> slots_;
  std::vector<int> author_groups_;
  int groups_ = 0;
  std::vector<std::pair<std::size_t, const PatternPiece*>> origins_;
};

}  // namespace edgewise
