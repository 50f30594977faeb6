// SPDX-License-Identifier: Apache-2.0
// A small reader of RE2's syntax: enough to say one text for each expression, not to match any.
#include "rules/witness_text.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include <re2/re2.h>

#include "text/utf8.h"

namespace edgewise {

struct WitnessMaker::Node {
  enum class Kind : std::uint8_t { text, atom, sequence, choice, repeat } kind = Kind::sequence;
  std::string text;         // of a text; the expression of an atom
  std::vector<Node> parts;  // of a sequence or choice; one of a repeat
  std::uint32_t low = 0, high = 0;
  std::uint32_t number = 0;  // of a choice or atom: choices far apart vary independently
};

namespace {

using Node = WitnessMaker::Node;
using Kind = Node::Kind;

constexpr std::uint32_t kWithoutEnd = 1000;
constexpr std::uint32_t kLongRepeat = 40;
constexpr std::size_t kLongestWitness = 4000;
// What fills gaps and classes: characters that begin few names and few words, then one of each kind. A blank comes
// first, since names of Latin letters stand apart from other words.
constexpr std::string_view kHan = "某岚翊,沐珩霖昕一二三十百万年月日的了和是在人大东南西北";
constexpr std::string_view kPlain =
    " q-z,xjQZXJ370123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    "、“”《》()（）-_.,;:!?'\"&+/"
    "%$#@*=<>[]{}|\\~^`。！？，；：·—…\n\téüñßαβжあア한";

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

// A number that looks random, the same for the same input.
std::uint32_t scattered(std::uint32_t round, std::uint32_t number) {
  std::uint32_t value = round * 0x9E3779B9U + number * 0x85EBCA6BU;
  value ^= value >> 15;
  value *= 0x2C1B3C6DU;
  return value ^ (value >> 13);
}

class Telling {
 public:
  Telling(std::uint32_t round, WitnessAlphabet& alphabet) : round_(round), alphabet_(alphabet) {}

  bool tell(const Node& node);
  std::string take() { return std::move(told_); }

 private:
  bool tell_atom(const Node& node);
  bool tell_repeat(const Node& node);

  std::uint32_t round_;
  WitnessAlphabet& alphabet_;
  std::uint32_t atoms_ = 0;
  std::string told_;
};

bool Telling::tell(const Node& node) {
  if (told_.size() > kLongestWitness) return false;
  switch (node.kind) {
    case Kind::text:
      told_ += node.text;
      return true;
    case Kind::atom:
      return tell_atom(node);
    case Kind::sequence:
      return std::all_of(node.parts.begin(), node.parts.end(), [&](const Node& part) { return tell(part); });
    case Kind::choice:
      return tell(node.parts[(round_ + (round_ == 0 ? 0 : node.number)) % node.parts.size()]);
    case Kind::repeat:
      return tell_repeat(node);
  }
  return false;
}

bool Telling::tell_atom(const Node& node) {
  const std::vector<std::string>& members = alphabet_.members(node.text);
  if (members.empty()) return false;
  // Each time another one: two ends of a relation must differ, and so should the characters of a name.
  const std::size_t choices = std::min<std::size_t>(members.size(), 7);
  told_ += members[(round_ + atoms_++) % choices];
  return true;
}

bool Telling::tell_repeat(const Node& node) {
  std::uint32_t times = node.low;
  // Mostly few, now and then as many as a gap may have.
  if (round_ > 0) {
    const std::uint32_t more = scattered(round_, node.number) % 5;
    times += std::min(node.high - node.low, more == 4 ? kLongRepeat : more);
  }
  for (std::uint32_t i = 0; i < times; ++i)
    if (!tell(node.parts.front())) return false;
  return true;
}

}  // namespace

WitnessAlphabet::WitnessAlphabet(std::vector<char32_t> signs, bool han) : signs_(std::move(signs)), han_(han) {}

const std::vector<std::string>& WitnessAlphabet::members(const std::string& atom) {
  const auto [entry, fresh] = known_.try_emplace(atom);
  std::vector<std::string>& members = entry->second;
  if (!fresh) return members;
  RE2::Options options;
  options.set_log_errors(false);
  options.set_dot_nl(true);
  const RE2 regex(atom, options);
  if (!regex.ok()) return members;
  const auto offer = [&](std::string character) {
    if (RE2::FullMatch(character, regex) && std::find(members.begin(), members.end(), character) == members.end())
      members.push_back(std::move(character));
  };
  const auto offer_all = [&](std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t begin = at;
      (void)next_code_point(text, at);
      offer(std::string(text.substr(begin, at - begin)));
    }
  };
  // A class that names signs is a slot, even if it takes other characters as well; one that excludes them is not.
  if (atom.find("\\x{") != std::string::npos && !atom.starts_with("[^")) {
    for (const char32_t sign : signs_) {
      std::string character;
      append_utf8(character, sign);
      offer(std::move(character));
    }
  }
  if (!atom.starts_with("[^")) offer_all(atom);
  if (han_) offer_all(kHan);
  offer_all(kPlain);
  return members;
}

WitnessMaker::WitnessMaker(std::string_view expression) {
  ExpressionReader reader(expression);
  root_ = std::make_unique<Node>(reader.read());
  most_choices_ = reader.most_choices();
}

WitnessMaker::WitnessMaker(WitnessMaker&&) noexcept = default;
WitnessMaker::~WitnessMaker() = default;

namespace {

bool spells_a_word(const Node& node) {
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0x80;
  };
  switch (node.kind) {
    case Kind::text:
      return std::any_of(node.text.begin(), node.text.end(), is_letter);
    case Kind::atom:
      return false;
    case Kind::sequence:
      return std::any_of(node.parts.begin(), node.parts.end(), spells_a_word);
    case Kind::choice:
      return std::all_of(node.parts.begin(), node.parts.end(), spells_a_word);
    case Kind::repeat:
      return node.low > 0 && spells_a_word(node.parts.front());
  }
  return false;
}

}  // namespace

bool WitnessMaker::needs_word() const { return spells_a_word(*root_); }

std::optional<std::string> WitnessMaker::make(std::uint32_t round, WitnessAlphabet& alphabet) const {
  Telling telling(round, alphabet);
  if (!telling.tell(*root_)) return std::nullopt;
  return telling.take();
}

}  // namespace edgewise
