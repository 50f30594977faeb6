// SPDX-License-Identifier: Apache-2.0
// Slots become character classes, lists become classes with separators, gaps become bounded negated classes.
#include "rules/pattern_regex.h"

#include <algorithm>

#include <fmt/format.h>

namespace edgewise {
namespace {

// What may stand between the items of a list, in the normal form of text.
constexpr std::string_view kSeparator =
    " ?(?:[、,] ?(?:以及|和|与|及|同|and |or )?|以及|和|与|及|或|、?还有|and |or |& ) ?";

constexpr std::string_view kSeparatorWithoutComma =
    " ?(?:、 ?(?:以及|和|与|及|同|and |or )?|以及|和|与|及|或|、?还有|and |or |& ) ?";

constexpr std::string_view kClauseEnds = ",;:。!?";
constexpr std::string_view kSentenceEnds = "。!?";

}  // namespace

int PatternRegex::open_group() {
  regex_ += '(';
  return ++groups_;
}

CodeSet PatternRegex::slot_codes(const PatternPiece& slot) const {
  if (slot.entity) return codes_.codes_of_entity(*slot.entity);
  if (!slot.types.empty()) return codes_.codes_of_types(slot.types);
  return codes_.codes_of_types(slot.role == SlotRole::from ? ends_.from : ends_.to);
}

void PatternRegex::append_slot(const PatternPiece& slot) {
  const std::string item = fmt::format("[{}]", codes_.class_items(slot_codes(slot)));
  slots_.push_back({slot.role, open_group(), slot.list, slot.types});
  regex_ += item;
  // A star, not a count: RE2 copies a counted part as often as it may occur, and that is most of the compile time.
  if (slot.list) regex_ += fmt::format("(?:{}{})*", comma_separates_ ? kSeparator : kSeparatorWithoutComma, item);
  regex_ += ')';
}

void PatternRegex::append_gap(const PatternPiece& gap, const CodeSet& ends) {
  const std::string_view stops = gap.reach_kind == GapReach::sentence ? kSentenceEnds : kClauseEnds;
  const std::string barred = gap.reach_kind == GapReach::clause_any ? std::string() : codes_.class_items(ends);
  regex_ += fmt::format("[^{}{}]{{0,{}}}?", stops, barred, gap.reach);
}

void PatternRegex::append(const ParsedPattern& pattern) {
  // A gap must not step over anything that could itself be an end; a pattern without ends bars every mention.
  CodeSet ends(codes_.size(), false);
  const bool has_ends = pattern.has(SlotRole::from) || pattern.has(SlotRole::to);
  for (const PatternPiece& piece : pattern.pieces) {
    if (piece.kind != PatternPiece::Kind::slot || piece.role == SlotRole::other) continue;
    const CodeSet slot = slot_codes(piece);
    for (std::size_t code = 0; code < ends.size(); ++code) ends[code] = ends[code] || slot[code];
  }
  if (!has_ends) ends.assign(ends.size(), true);
  for (const PatternPiece& piece : pattern.pieces) {
    origins_.emplace_back(regex_.size(), &piece);
    switch (piece.kind) {
      case PatternPiece::Kind::regex:
        regex_ += piece.regex;
        break;
      case PatternPiece::Kind::group_open:
        regex_ += piece.regex;
        author_groups_.push_back(++groups_);
        break;
      case PatternPiece::Kind::slot:
        append_slot(piece);
        break;
      case PatternPiece::Kind::gap:
        append_gap(piece, ends);
        break;
    }
  }
  origins_.emplace_back(regex_.size(), nullptr);
}

const PatternPiece* PatternRegex::piece_at(std::size_t offset) const {
  const auto after = std::upper_bound(origins_.begin(), origins_.end(), offset,
                                      [](std::size_t value, const auto& origin) { return value < origin.first; });
  return after == origins_.begin() ? nullptr : std::prev(after)->second;
}

}  // namespace edgewise
