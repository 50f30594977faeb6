// SPDX-License-Identifier: Apache-2.0
// A small reader of RE2's syntax.
#include "rules/expression_tree.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "text/utf8.h"

namespace edgewise {
namespace {

using Node = ExpressionNode;
using Kind = Node::Kind;

class ExpressionReader {
 public:
  explicit ExpressionReader(std::string_view text) : text_(text) {}

  Node read() { return read_choice(); }
  std::uint32_t most_choices() const { return most_choices_; }

 private:
  bool more() const { return at_ < text_.size(); }
  char peek() const { return text_[at_]; }
  bool starts(std::string_view word) const { return text_.substr(at_).starts_with(word); }
  std::string take_code_point() {
    const std::size_t begin = at_;
    (void)next_code_point(text_, at_);
    return std::string(text_.substr(begin, at_ - begin));
  }
  static Node text_node(std::string text) {
    Node node;
    node.kind = Kind::text;
    node.text = std::move(text);
    return node;
  }
  Node atom_node(std::string text) {
    Node node;
    node.kind = Kind::atom;
    node.text = std::move(text);
    node.number = ++numbers_;
    return node;
  }

  Node read_choice();
  Node read_sequence();
  Node read_piece();
  Node read_group();
  Node read_class();
  Node read_escape();
  bool takes_braces(std::size_t letter) const;
  void skip_braces();
  bool read_count(std::uint32_t& low, std::uint32_t& high);
  Node repeated(Node piece);

  std::string_view text_;
  std::size_t at_ = 0;
  std::uint32_t numbers_ = 0, most_choices_ = 1;
};

Node ExpressionReader::read_choice() {
  Node choice;
  choice.kind = Kind::choice;
  choice.number = ++numbers_;
  choice.parts.push_back(read_sequence());
  while (more() && peek() == '|') {
    ++at_;
    choice.parts.push_back(read_sequence());
  }
  most_choices_ = std::max(most_choices_, static_cast<std::uint32_t>(choice.parts.size()));
  return choice;
}

Node ExpressionReader::read_sequence() {
  Node sequence;
  while (more() && peek() != '|' && peek() != ')') sequence.parts.push_back(repeated(read_piece()));
  return sequence;
}

Node ExpressionReader::read_piece() {
  switch (peek()) {
    case '(':
      return read_group();
    case '[':
      return read_class();
    case '\\':
      return read_escape();
    case '.':
      ++at_;
      return atom_node(".");
    case '^':
    case '$':
      ++at_;
      return {};
    default:
      return text_node(take_code_point());
  }
}

Node ExpressionReader::read_group() {
  ++at_;
  if (starts("?P<")) {
    at_ = std::min(text_.find('>', at_), text_.size() - 1) + 1;
  } else if (starts("?")) {
    const std::size_t end = std::min(text_.find_first_of(":)", at_), text_.size() - 1);
    const bool flags_only = text_[end] == ')';
    at_ = end + 1;
    if (flags_only) return {};
  }
  Node inside = read_choice();
  if (more()) ++at_;
  return inside;
}

Node ExpressionReader::read_class() {
  const std::size_t begin = at_++;
  if (more() && peek() == '^') ++at_;
  if (more() && peek() == ']') ++at_;
  while (more() && peek() != ']') {
    if (peek() == '\\') {
      const bool braces = takes_braces(at_ + 1);
      at_ = std::min(at_ + 2, text_.size());
      if (braces) skip_braces();
    } else if (starts("[:") && text_.find(":]", at_) != std::string_view::npos) {
      at_ = text_.find(":]", at_) + 2;
    } else {
      (void)take_code_point();
    }
  }
  if (more()) ++at_;
  return atom_node(std::string(text_.substr(begin, at_ - begin)));
}

// Braces behind `\d` and its like are a count, not a part of the escape.
bool ExpressionReader::takes_braces(std::size_t letter) const {
  return letter < text_.size() && std::string_view("pPx").find(text_[letter]) != std::string_view::npos;
}

void ExpressionReader::skip_braces() {
  if (more() && peek() == '{') at_ = std::min(text_.find('}', at_), text_.size() - 1) + 1;
}

Node ExpressionReader::read_escape() {
  const std::size_t begin = at_++;
  if (!more()) return {};
  const char kind = peek();
  if (std::string_view("bBAz").find(kind) != std::string_view::npos) {
    ++at_;
    return {};
  }
  if (kind == 'Q') {
    const std::size_t end = std::min(text_.find("\\E", at_), text_.size());
    Node quoted = text_node(std::string(text_.substr(at_ + 1, end - at_ - 1)));
    at_ = std::min(end + 2, text_.size());
    return quoted;
  }
  const bool letter = (kind >= 'a' && kind <= 'z') || (kind >= 'A' && kind <= 'Z') || (kind >= '0' && kind <= '9');
  if (!letter) return text_node(take_code_point());
  const bool braces = takes_braces(at_);
  ++at_;
  if (braces && more() && peek() != '{') {
    at_ = std::min(at_ + (kind == 'x' ? 2 : 1), text_.size());
  } else if (braces) {
    skip_braces();
  }
  return atom_node(std::string(text_.substr(begin, at_ - begin)));
}

// Reads "{2}", "{2,}" or "{2,5}" behind the opening brace; anything else is left where it is.
bool ExpressionReader::read_count(std::uint32_t& low, std::uint32_t& high) {
  const char* const end = text_.data() + text_.size();
  const auto [behind_low, no_low] = std::from_chars(text_.data() + at_ + 1, end, low);
  if (no_low != std::errc() || behind_low == end) return false;
  const char* at = behind_low;
  high = low;
  if (*at == ',') {
    high = kWithoutEnd;
    const auto [behind_high, no_high] = std::from_chars(at + 1, end, high);
    at = no_high == std::errc() ? behind_high : at + 1;
  }
  if (at == end || *at != '}') return false;
  at_ = static_cast<std::size_t>(at - text_.data()) + 1;
  return true;
}

Node ExpressionReader::repeated(Node piece) {
  while (more()) {
    std::uint32_t low = 0, high = 1;
    if (peek() == '*' || peek() == '+') {
      low = peek() == '+' ? 1 : 0;
      high = kWithoutEnd;
      ++at_;
    } else if (peek() == '?') {
      ++at_;
    } else if (peek() != '{' || !read_count(low, high)) {
      break;
    }
    if (more() && peek() == '?') ++at_;  // lazy
    Node node;
    node.kind = Kind::repeat;
    node.low = low;
    node.high = high;
    node.number = ++numbers_;
    node.parts.push_back(std::move(piece));
    piece = std::move(node);
  }
  return piece;
}

}  // namespace

ExpressionTree read_expression(std::string_view expression) {
  ExpressionReader reader(expression);
  ExpressionTree tree;
  tree.root = reader.read();
  tree.most_choices = reader.most_choices();
  return tree;
}

}  // namespace edgewise
