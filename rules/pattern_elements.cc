// SPDX-License-Identifier: Apache-2.0
// Finds brackets, classes and quantifiers in the pieces of a pattern that RE2 has accepted.
#include "rules/pattern_elements.h"

#include <algorithm>
#include <string_view>

namespace edgewise {
namespace {

using Kind = PatternElement::Kind;

class ElementReader {
 public:
  ElementReader(const ParsedPattern& pattern, std::size_t first, std::size_t last)
      : pattern_(pattern), at_(first), last_(last) {}

  std::optional<std::vector<PatternSequence>> run() {
    while (at_ < last_ && good_) read_next();
    if (!good_) return std::nullopt;
    return std::move(alternatives_);
  }

 private:
  bool is(std::size_t piece, std::string_view text) const {
    return piece < last_ && pattern_.pieces[piece].kind == PatternPiece::Kind::regex &&
           pattern_.pieces[piece].regex == text;
  }
  bool is_quantifier(std::size_t piece) const {
    if (piece >= last_ || pattern_.pieces[piece].kind != PatternPiece::Kind::regex) return false;
    const std::string& regex = pattern_.pieces[piece].regex;
    return regex == "*" || regex == "+" || regex == "?" || (regex.size() > 2 && regex.front() == '{');
  }

  void read_next();
  void read_regex();
  void read_bracket(std::size_t inner_first, Kind kind);
  void read_unnamed_bracket();
  void read_class();
  void add(Kind kind, std::size_t body_end);
  std::size_t class_end(std::size_t open) const;
  std::size_t bracket_end(std::size_t inner_first) const;

  const ParsedPattern& pattern_;
  std::size_t at_, last_;
  bool good_ = true;
  std::vector<PatternSequence> alternatives_{1};
};

// Adds an element of the pieces [at_, body_end) and the quantifier behind them.
void ElementReader::add(Kind kind, std::size_t body_end) {
  PatternElement element;
  element.kind = kind;
  element.first = at_;
  element.body_end = std::min(body_end, last_);
  at_ = element.body_end;
  if (kind != Kind::flags && is_quantifier(at_)) {
    ++at_;
    if (is(at_, "?")) ++at_;
  }
  element.last = at_;
  PatternSequence& sequence = alternatives_.back();
  const bool plain = kind == Kind::literal && element.last == element.body_end;
  if (plain && !sequence.empty() && sequence.back().kind == Kind::literal &&
      sequence.back().last == sequence.back().body_end)
    sequence.back().last = sequence.back().body_end = element.last;
  else
    sequence.push_back(element);
}

void ElementReader::read_next() {
  switch (pattern_.pieces[at_].kind) {
    case PatternPiece::Kind::slot:
      return add(Kind::slot, at_ + 1);
    case PatternPiece::Kind::gap:
      return add(Kind::gap, at_ + 1);
    case PatternPiece::Kind::group_open:
      return read_bracket(at_ + 1, Kind::group);
    case PatternPiece::Kind::regex:
      break;
  }
  read_regex();
}

void ElementReader::read_regex() {
  const std::string& regex = pattern_.pieces[at_].regex;
  if (regex == "\\Q") {
    good_ = false;
  } else if (regex == "|") {
    alternatives_.emplace_back();
    ++at_;
  } else if (regex == "(?:") {
    read_bracket(at_ + 1, Kind::fragment);
  } else if (regex == "(?") {
    read_unnamed_bracket();
  } else if (regex == "[") {
    add(Kind::expression, class_end(at_));
  } else if (regex == "^" || regex == "$" || regex == "." || (regex.size() > 1 && regex.front() == '\\')) {
    add(Kind::expression, at_ + 1);
  } else {
    add(Kind::literal, at_ + 1);
  }
}

void ElementReader::read_bracket(std::size_t inner_first, Kind kind) {
  const std::size_t end = bracket_end(inner_first);
  add(kind, end + 1);
  alternatives_.back().back().inner_first = inner_first;
  alternatives_.back().back().inner_last = end;
}

// `(?i)`, `(?i:…)` or `(?:…)`.
void ElementReader::read_unnamed_bracket() {
  std::size_t end = at_ + 1;
  while (end < last_ && !is(end, ":") && !is(end, ")")) ++end;
  if (is(end, ")"))
    add(Kind::flags, end + 1);
  else
    read_bracket(end + 1, Kind::group);
}

std::size_t ElementReader::class_end(std::size_t open) const {
  std::size_t at = open + 1;
  if (is(at, "^")) ++at;
  if (is(at, "]")) ++at;
  while (at < last_ && !is(at, "]")) ++at;
  return at + 1;
}

// The piece that closes a bracket whose inside begins at `inner_first`.
std::size_t ElementReader::bracket_end(std::size_t inner_first) const {
  std::size_t depth = 1;
  for (std::size_t at = inner_first; at < last_;) {
    if (is(at, "[")) {
      at = class_end(at);
      continue;
    }
    if (pattern_.pieces[at].kind == PatternPiece::Kind::group_open || is(at, "(?:") || is(at, "(?")) ++depth;
    if (is(at, ")") && --depth == 0) return at;
    ++at;
  }
  return last_;
}

}  // namespace

std::optional<std::vector<PatternSequence>> pattern_alternatives(const ParsedPattern& pattern, std::size_t first,
                                                                 std::size_t last) {
  const auto quotes = [](const PatternPiece& piece) {
    return piece.kind == PatternPiece::Kind::regex && piece.regex == "\\Q";
  };
  if (std::any_of(pattern.pieces.begin(), pattern.pieces.end(), quotes)) return std::nullopt;
  return ElementReader(pattern, first, last).run();
}

std::string written(const ParsedPattern& pattern, const PatternElement& element) {
  if (element.first >= element.last) return {};
  const PatternOrigin& first = pattern.pieces[element.first].origin;
  const PatternOrigin& last = pattern.pieces[element.last - 1].origin;
  const std::size_t end = last.scalar == first.scalar ? last.end : first.end;
  return first.scalar->text.substr(first.begin, end - first.begin);
}

}  // namespace edgewise
