// SPDX-License-Identifier: Apache-2.0
// Slots and gaps.
#include "rules/slot_syntax.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "text/normalise.h"

namespace edgewise {
namespace {

constexpr std::uint32_t kLongestGap = 200;
constexpr std::string_view kDigits = "0123456789";

using Read = std::optional<PatternPiece>;

std::string_view trim(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

bool ends_in_list(std::string_view words) { return words == "list" || words.ends_with(" list"); }

// Takes " list" or " list 5" away from the end of `words`. False if the count is 0.
bool take_list(PatternPiece& piece, std::string_view& words) {
  const std::size_t blank = words.rfind(' ');
  if (blank != std::string_view::npos && ends_in_list(trim(words.substr(0, blank)))) {
    const std::string_view digits = words.substr(blank + 1);
    if (!digits.empty() && digits.size() <= 3 && digits.find_first_not_of(kDigits) == std::string_view::npos) {
      for (const char digit : digits)
        piece.most_items = piece.most_items * 10 + static_cast<std::uint32_t>(digit - '0');
      if (piece.most_items == 0) return false;
      words = trim(words.substr(0, blank));
    }
  }
  if (ends_in_list(words)) {
    piece.list = true;
    words = trim(words.substr(0, words.size() - std::string_view("list").size()));
  }
  return true;
}

// What may have been meant by a name in braces that is no type.
std::string other_than_type(std::string_view name, PatternUse use, const PatternScope& scope) {
  if (scope.fragments.find(name) != scope.fragments.end()) return fmt::format("write <{}> for the fragment", name);
  const std::vector<std::string> known = scope.types.names();
  std::vector<std::string> meant = known;
  if (use == PatternUse::relation) meant.insert(meant.end(), {"from", "to"});
  if (scope.qualifiers != nullptr)
    for (const auto& [qualifier, kind] : *scope.qualifiers) meant.push_back(qualifier);
  const std::string_view near = nearest_name(name, meant);
  return near.empty() ? fmt::format("known types: {}", fmt::join(known, ", "))
                      : fmt::format("did you mean '{}'?", near);
}

Read read_types(PatternPiece piece, std::string_view words, PatternUse use, const PatternScope& scope,
                SlotTrouble& trouble) {
  while (!words.empty()) {
    const std::size_t bar = words.find('|');
    const std::string_view name = trim(words.substr(0, bar));
    words = bar == std::string_view::npos ? std::string_view() : words.substr(bar + 1);
    const auto type = scope.types.find(name);
    if (!type) {
      trouble = {"E201", fmt::format("unknown type '{}'", name), other_than_type(name, use, scope), name};
      return std::nullopt;
    }
    piece.types.push_back(*type);
  }
  return piece;
}

}  // namespace

Read read_gap(std::string_view body, SlotTrouble& trouble) {
  PatternPiece piece;
  piece.kind = PatternPiece::Kind::gap;
  std::size_t digits = 0;
  while (digits < body.size() && kDigits.find(body[digits]) != std::string_view::npos && digits < 6)
    piece.reach = piece.reach * 10 + static_cast<std::uint32_t>(body[digits++] - '0');
  const std::string_view word = trim(body.substr(digits));
  if (word == "any") piece.reach_kind = GapReach::clause_any;
  if (word == "sentence") piece.reach_kind = GapReach::sentence;
  if (word == "text") piece.reach_kind = GapReach::text;
  const bool unknown_word = !word.empty() && piece.reach_kind == GapReach::clause;
  if (digits > 0 && piece.reach > 0 && piece.reach <= kLongestGap && !unknown_word) return piece;
  trouble = {
      "E206",
      fmt::format("'{{..{}}}' is not a gap", body),
      fmt::format("write a gap as {{..12}}, {{..12 any}}, {{..30 sentence}} or {{..60 text}}, of 1 to {} characters",
                  kLongestGap),
      {}};
  return std::nullopt;
}

Read read_slot(std::string_view body, PatternUse use, const PatternScope& scope, SlotTrouble& trouble) {
  PatternPiece piece;
  piece.kind = PatternPiece::Kind::slot;
  std::string_view words = trim(body);
  if (!words.empty() && words[0] == '=') {
    const std::string name = normalise_name(trim(words.substr(1)));
    piece.entity = scope.gazetteer.find(name);
    if (piece.entity) return piece;
    const std::vector<std::string> known = scope.gazetteer.names();
    const std::string_view near = nearest_name(name, known);
    trouble = {"E210",
               fmt::format("no entity is called '{}'", name),
               near.empty() ? "list it under 'entities'"
                            : fmt::format("did you mean '{}'? else list it under 'entities'", near),
               {}};
    return std::nullopt;
  }
  const std::size_t colon = words.find(':');
  const std::string_view role = trim(words.substr(0, colon));
  if (role == "from" || role == "to") {
    piece.role = role == "from" ? SlotRole::from : SlotRole::to;
    words = colon == std::string_view::npos ? std::string_view() : trim(words.substr(colon + 1));
    if (use != PatternUse::relation) {
      trouble = {"E217",
                 fmt::format("'{{{}}}' has no meaning here", body),
                 "only the patterns of a relation have ends; write a type, such as {Company}",
                 {}};
      return std::nullopt;
    }
  } else if (colon != std::string_view::npos) {
    trouble = {"E206", fmt::format("'{}' is not an end of a relation", role), "write {from:…} or {to:…}", {}};
    return std::nullopt;
  }
  if (!take_list(piece, words)) {
    trouble = {"E206", fmt::format("'{{{}}}' takes nothing", body), "write how many items are taken at most", {}};
    return std::nullopt;
  }
  if (words.empty() && piece.role == SlotRole::other) {
    trouble = {"E206",
               fmt::format("'{{{}}}' names no type", body),
               "write {from}, {to}, a type such as {Company}, or a gap such as {..12}",
               {}};
    return std::nullopt;
  }
  return read_types(std::move(piece), words, use, scope, trouble);
}

}  // namespace edgewise
