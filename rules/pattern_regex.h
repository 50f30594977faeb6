// SPDX-License-Identifier: Apache-2.0
// Turns parsed patterns into RE2 expressions over typed text.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/pattern_syntax.h"
#include "rules/type_codes.h"

namespace edgewise {

inline constexpr std::uint32_t kMostListItems = 32;  // of one list; what comes behind them is no enumeration of names

// The types that `{from}` and `{to}` take when a pattern does not narrow them.
struct PatternEnds {
  std::vector<TypeId> from, to;
};

// A capturing group that holds a slot.
struct SlotGroup {
  SlotRole role = SlotRole::other;
  int group = 0;
  bool list = false;
  std::uint32_t most_items = 0;  // of a list; 0 = the engine's own limit
  std::vector<TypeId> types;     // as narrowed in the pattern
};

// Two mentions that are told apart from all others: in the text they have the pins of TypeCodes for codes. One slot of
// each end takes nothing but its pin; everywhere else a pin counts as the code that its mention has otherwise.
struct PinnedEnds {
  std::uint32_t from_code = 0, to_code = 0;  // what the mentions' codes are otherwise
  const PatternPiece* from = nullptr;        // the slots; both the same for a list whose items are related
  const PatternPiece* to = nullptr;
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
  void append(const ParsedPattern& pattern) { append(pattern, 0, pattern.pieces.size()); }
  // Appends the pieces [first, last) of a pattern; its gaps stop at the ends of the whole pattern.
  void append(const ParsedPattern& pattern, std::size_t first, std::size_t last);
  // Holds for what is appended afterwards.
  void pin(const PinnedEnds& pins) { pins_ = pins; }

  const std::string& text() const { return regex_; }
  const std::vector<SlotGroup>& slots() const { return slots_; }
  const std::vector<int>& author_groups() const {
    return author_groups_;
  }  // numbers of groups the author wrote, in order
  // The qualifier that each of author_groups() gives; empty for most.
  const std::vector<std::string>& group_qualifiers() const { return group_qualifiers_; }
  int group_count() const { return groups_; }
  // What a slot takes.
  CodeSet slot_codes(const PatternPiece& slot) const;
  // The piece that gave byte `offset` of text(), or null if it is our own text.
  const PatternPiece* piece_at(std::size_t offset) const;
  // Where the fragments were named that gave byte `offset`, innermost first; empty outside fragments.
  std::vector<PatternOrigin> uses_around(std::size_t offset) const;
  // The first bracket of the author's that has no partner, if any.
  std::optional<std::size_t> lonely_bracket() const;

 private:
  std::string class_items(const CodeSet& codes) const;
  void append_slot(const PatternPiece& slot);
  std::string pinned_slot(const PatternPiece& slot, const std::string& item, std::string_view separator) const;
  void append_gap(const PatternPiece& gap, const CodeSet& ends);

  const TypeCodes& codes_;
  const PatternEnds& ends_;
  bool comma_separates_;
  std::optional<PinnedEnds> pins_;
  std::string regex_;
  std::vector<SlotGroup> slots_;
  std::vector<int> author_groups_;
  std::vector<std::string> group_qualifiers_;
  int groups_ = 0;
  std::vector<std::pair<std::size_t, const PatternPiece*>> origins_;
};

}  // namespace edgewise
