// SPDX-License-Identifier: Apache-2.0
// Finds the brackets, bars and quantifiers of a parsed pattern.
#include "rules/pattern_parts.h"

#include <algorithm>

namespace edgewise {
namespace {

using Piece = PatternPiece;
using Part = PatternPart;

class PartFinder {
 public:
  explicit PartFinder(const std::vector<Piece>& pieces) : pieces_(pieces) {}

  std::vector<Part> run() {
    for (std::size_t at = 0; at < pieces_.size(); ++at) at = alternation(at);
    std::sort(parts_.begin(), parts_.end(), [](const Part& a, const Part& b) {
      return a.begin != b.begin ? a.begin < b.begin : a.end != b.end ? a.end > b.end : a.kind < b.kind;
    });
    return std::move(parts_);
  }

 private:
  bool is(std::size_t at, std::string_view text) const {
    return at < pieces_.size() && pieces_[at].kind == Piece::Kind::regex && pieces_[at].regex == text;
  }

  bool is_flags(std::size_t at) const {
    if (!is(at, "(?")) return false;
    while (at < pieces_.size() && !is(at, ":") && !is(at, ")")) ++at;
    return is(at, ")");
  }

  // From `at` to the closing bracket of the group, or the end; returns its index.
  std::size_t alternation(std::size_t at) {
    std::vector<std::pair<std::size_t, std::size_t>> alternatives;
    std::size_t begin = at;
    while (at < pieces_.size() && !is(at, ")")) {
      // Flags hold up to the end of the group, so they belong to none of its alternatives.
      if (at == begin && is_flags(at)) {
        begin = at = item(at);
      } else if (is(at, "|")) {
        alternatives.emplace_back(begin, at);
        begin = ++at;
      } else {
        at = item(at);
      }
    }
    alternatives.emplace_back(begin, at);
    if (alternatives.size() > 1)
      for (const auto& [first, last] : alternatives) add_alternative(first, last, first == alternatives.front().first);
    return at;
  }

  // One thing with its quantifier; returns what is behind them.
  std::size_t item(std::size_t at) {
    const std::size_t begin = at;
    bool counts = false;  // worth an example when it is optional
    if (is(at, "[")) {
      at = behind_class(at);
    } else if (is(at, "(?")) {
      for (++at; at < pieces_.size() && !is(at, ":") && !is(at, ")");) ++at;
      if (is(at, ":")) {
        at = alternation(at + 1);
        counts = true;
      }
      ++at;
    } else if (is(at, "(?:") || pieces_[at].kind == Piece::Kind::group_open) {
      at = alternation(at + 1) + 1;
      counts = true;
    } else {
      if (pieces_[at].kind == Piece::Kind::slot) {
        if (pieces_[at].list) add_list(at);
        ++slots_;
        counts = true;
      }
      ++at;
    }
    const std::size_t end = std::min(at, pieces_.size());
    at = end;
    const bool may_be_absent =
        is(at, "?") || is(at, "*") || (at < pieces_.size() && pieces_[at].regex.starts_with("{0"));
    if (is(at, "?") || is(at, "*") || is(at, "+") || (at < pieces_.size() && pieces_[at].regex.starts_with('{'))) {
      ++at;
      if (is(at, "?")) ++at;
    }
    if (counts && may_be_absent) parts_.push_back({Part::Kind::optional, begin, end, begin, at, 0, origin(begin, end)});
    return at;
  }

  std::size_t behind_class(std::size_t at) const {
    ++at;
    if (is(at, "^")) ++at;
    if (is(at, "]")) ++at;
    while (at < pieces_.size() && !is(at, "]")) ++at;
    return at + 1;
  }

  // Both ends of a part lie in one scalar, since fragments are put in place between brackets of their own.
  PatternOrigin origin(std::size_t begin, std::size_t end) const {
    return {pieces_[begin].origin.scalar, pieces_[begin].origin.begin, pieces_[end - 1].origin.end};
  }

  void add_alternative(std::size_t begin, std::size_t end, bool first) {
    if (begin == end) return;
    const bool plain = std::none_of(
        pieces_.begin() + static_cast<std::ptrdiff_t>(begin), pieces_.begin() + static_cast<std::ptrdiff_t>(end),
        [](const Piece& piece) { return piece.kind != Piece::Kind::regex || piece.regex.starts_with("(?"); });
    parts_.push_back({plain ? Part::Kind::word : Part::Kind::alternative, begin, end, first ? begin : begin - 1,
                      first ? end + 1 : end, 0, origin(begin, end)});
  }

  void add_list(std::size_t at) {
    parts_.push_back({Part::Kind::list, at, at + 1, at, at + 1, slots_, origin(at, at + 1)});
  }

  const std::vector<Piece>& pieces_;
  std::vector<Part> parts_;
  std::size_t slots_ = 0;
};

Piece bracket(const Piece& beside, std::string_view regex, Piece::Kind kind) {
  Piece piece;
  piece.kind = kind;
  piece.origin = beside.origin;
  piece.regex = regex;
  return piece;
}

}  // namespace

std::string_view name(PatternPart::Kind kind) {
  switch (kind) {
    case Part::Kind::alternative:
      return "alternative";
    case Part::Kind::word:
      return "word";
    case Part::Kind::optional:
      return "optional part";
    case Part::Kind::list:
      return "list";
  }
  return "part";
}

std::vector<PatternPart> parts_of(const ParsedPattern& pattern) { return PartFinder(pattern.pieces).run(); }

ParsedPattern without_parts(const ParsedPattern& pattern, std::span<const PatternPart> parts) {
  std::vector<bool> dropped(pattern.pieces.size(), false);
  ParsedPattern result;
  std::vector<bool> single(pattern.pieces.size(), false);
  for (const Part& part : parts) {
    if (part.kind == Part::Kind::list)
      single[part.begin] = true;
    else
      std::fill(dropped.begin() + static_cast<std::ptrdiff_t>(part.drop_begin),
                dropped.begin() + static_cast<std::ptrdiff_t>(part.drop_end), true);
  }
  for (std::size_t i = 0; i < pattern.pieces.size(); ++i) {
    if (dropped[i]) continue;
    result.pieces.push_back(pattern.pieces[i]);
    if (single[i]) result.pieces.back().list = false;
  }
  return result;
}

GroupedPattern with_groups(const ParsedPattern& pattern, std::span<const PatternPart> parts) {
  // Parts come sorted, outer before inner, so opening them in this order nests them rightly.
  GroupedPattern result;
  result.groups.assign(parts.size(), GroupedPattern::kNoGroup);
  std::vector<std::size_t> closing(pattern.pieces.size() + 1, 0);
  std::size_t next = 0, groups = 0;
  for (std::size_t i = 0; i < pattern.pieces.size(); ++i) {
    for (std::size_t n = closing[i]; n > 0; --n)
      result.pattern.pieces.push_back(bracket(pattern.pieces[i - 1], ")", Piece::Kind::regex));
    for (; next < parts.size() && parts[next].begin == i; ++next) {
      if (parts[next].kind == Part::Kind::list) continue;
      result.groups[next] = groups++;
      ++closing[parts[next].end];
      result.pattern.pieces.push_back(bracket(pattern.pieces[i], "(", Piece::Kind::group_open));
    }
    if (pattern.pieces[i].kind == Piece::Kind::group_open) ++groups;
    result.pattern.pieces.push_back(pattern.pieces[i]);
  }
  for (std::size_t n = closing.back(); n > 0; --n)
    result.pattern.pieces.push_back(bracket(pattern.pieces.back(), ")", Piece::Kind::regex));
  return result;
}

}  // namespace edgewise
