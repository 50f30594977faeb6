// SPDX-License-Identifier: Apache-2.0
// Slots become character classes, lists become classes with separators, gaps become bounded negated classes.
#include "rules/pattern_regex.h"

#include <algorithm>
#include <map>

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
constexpr std::string_view kNothing = "[^\\x{0}-\\x{10FFFF}]";

std::string pin_item(const TypeCodes& codes, std::uint32_t pin) {
  return fmt::format("\\x{{{:X}}}", static_cast<std::uint32_t>(codes.code_point(pin)));
}

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

std::string PatternRegex::class_items(const CodeSet& codes) const {
  std::string items = codes_.class_items(codes);
  if (pins_ && codes[pins_->from_code]) items += pin_item(codes_, codes_.from_pin());
  if (pins_ && codes[pins_->to_code]) items += pin_item(codes_, codes_.to_pin());
  return items;
}

void PatternRegex::append_slot(const PatternPiece& slot) {
  const CodeSet codes = slot_codes(slot);
  const std::string item = fmt::format("[{}]", class_items(codes));
  const std::string_view separator = comma_separates_ ? kSeparator : kSeparatorWithoutComma;
  slots_.push_back({slot.role, open_group(), slot.list, slot.most_items, slot.types});
  if (pins_ && (&slot == pins_->from || &slot == pins_->to)) {
    regex_ += pinned_slot(slot, item, separator);
  } else {
    regex_ += item;
    // A star, not a count: RE2 copies a counted part as often as it may occur, and that is most of the compile time.
    if (slot.list) regex_ += fmt::format("(?:{}{})*", separator, item);
  }
  regex_ += ')';
}

std::string PatternRegex::pinned_slot(const PatternPiece& slot, const std::string& item,
                                      std::string_view separator) const {
  const CodeSet codes = slot_codes(slot);
  const auto only = [&](std::uint32_t code, std::uint32_t pin) {
    return codes[code] ? pin_item(codes_, pin) : std::string(kNothing);
  };
  const std::string from = only(pins_->from_code, codes_.from_pin()), to = only(pins_->to_code, codes_.to_pin());
  const std::string& one = &slot == pins_->from ? from : to;
  if (!slot.list) return one;
  // Only so many items of a list become statements.
  const std::string before =
      fmt::format("(?:{}{}){{0,{}}}", item, separator, (slot.most_items > 0 ? slot.most_items : kMostListItems) - 1);
  const std::string behind = fmt::format("(?:{}{})*", separator, item);
  if (pins_->from != pins_->to) return fmt::format("{}{}{}", before, one, behind);
  const std::string between = fmt::format("(?:{}{})*{}", separator, item, separator);
  return fmt::format("(?:{0}(?:{1}{3}{2}|{2}{3}{1}){4})", before, from, to, between, behind);
}

void PatternRegex::append_gap(const PatternPiece& gap, const CodeSet& ends) {
  std::string_view stops = kClauseEnds;
  if (gap.reach_kind == GapReach::sentence) stops = kSentenceEnds;
  if (gap.reach_kind == GapReach::text) stops = "\\x{FFFE}";  // no text holds it, but a class must not be empty
  const std::string barred = gap.reach_kind == GapReach::clause_any ? std::string() : class_items(ends);
  regex_ += fmt::format("[^{}{}]{{0,{}}}?", stops, barred, gap.reach);
}

void PatternRegex::append(const ParsedPattern& pattern, std::size_t first, std::size_t last) {
  // A gap must not step over anything that could itself be an end; a pattern without ends bars every mention.
  CodeSet ends(codes_.size(), false);
  const bool has_ends = pattern.has(SlotRole::from) || pattern.has(SlotRole::to);
  for (const PatternPiece& piece : pattern.pieces) {
    if (piece.kind != PatternPiece::Kind::slot || piece.role == SlotRole::other) continue;
    const CodeSet slot = slot_codes(piece);
    for (std::size_t code = 0; code < ends.size(); ++code) ends[code] = ends[code] || slot[code];
  }
  if (!has_ends) ends.assign(ends.size(), true);
  for (std::size_t i = first; i < last; ++i) {
    const PatternPiece& piece = pattern.pieces[i];
    origins_.emplace_back(regex_.size(), &piece);
    switch (piece.kind) {
      case PatternPiece::Kind::regex:
        regex_ += piece.regex;
        break;
      case PatternPiece::Kind::group_open:
        regex_ += piece.regex;
        author_groups_.push_back(++groups_);
        group_qualifiers_.push_back(piece.qualifier);
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

namespace {

// A fragment stands in brackets of our own, which come from the place that names it.
bool names_fragment(const PatternPiece& piece) {
  return piece.origin.end > piece.origin.begin && piece.origin.scalar->text[piece.origin.begin] == '<' &&
         (piece.regex == "(?:" || piece.regex == ")");
}

}  // namespace

std::vector<PatternOrigin> PatternRegex::uses_around(std::size_t offset) const {
  std::vector<PatternOrigin> uses;
  std::size_t closed = 0;
  for (auto origin = origins_.rbegin(); origin != origins_.rend(); ++origin) {
    if (origin->first >= offset || origin->second == nullptr || !names_fragment(*origin->second)) continue;
    if (origin->second->regex == ")") {
      ++closed;
    } else if (closed > 0) {
      --closed;
    } else {
      uses.push_back(origin->second->origin);
    }
  }
  return uses;
}

namespace {

// What joins guards stands at no place, and a quantity such as `{amount}` for an expression: their brackets are ours.
bool has_brackets_of_ours(const PatternPiece& piece) {
  return piece.origin.begin == piece.origin.end || piece.origin.scalar->text[piece.origin.begin] == '{';
}

}  // namespace

std::optional<std::size_t> PatternRegex::lonely_bracket() const {
  // Each scalar is balanced by itself, or its author cannot see which bracket is meant.
  std::map<const Located*, std::vector<std::size_t>> open;
  enum class At { outside, class_begin, in_class } at = At::outside;
  for (const auto& [offset, piece] : origins_) {
    if (piece == nullptr || piece->regex.empty() || has_brackets_of_ours(*piece)) continue;
    const std::string& text = piece->regex;
    if (at == At::in_class) {
      if (text == "]") at = At::outside;
    } else if (at == At::class_begin) {
      if (text != "^") at = At::in_class;  // a ] that comes first is an ordinary character
    } else if (text == "[") {
      at = At::class_begin;
    } else if (text[0] == '(') {
      open[piece->origin.scalar].push_back(offset);
    } else if (text == ")") {
      std::vector<std::size_t>& brackets = open[piece->origin.scalar];
      if (brackets.empty()) return offset;
      brackets.pop_back();
    }
  }
  std::optional<std::size_t> first;
  for (const auto& [scalar, brackets] : open)
    if (!brackets.empty()) first = std::min(first.value_or(brackets.back()), brackets.back());
  return first;
}

}  // namespace edgewise
