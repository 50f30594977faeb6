// SPDX-License-Identifier: Apache-2.0
// Says one text for each round, and tells whether an expression needs words.
#include "rules/witness_text.h"

#include <algorithm>
#include <utility>

#include <re2/re2.h>

#include "text/utf8.h"

namespace edgewise {

namespace {

using Node = ExpressionNode;
using Kind = Node::Kind;

constexpr std::uint32_t kLongRepeat = 40;
constexpr std::size_t kLongestWitness = 4000;
// What fills gaps and classes: characters that begin few names and few words, then one of each kind. A blank comes
// first, since names of Latin letters stand apart from other words.
constexpr std::string_view kHan = "某岚翊,沐珩霖昕一二三十百万年月日的了和是在人大东南西北";
constexpr std::string_view kPlain =
    " q-z,xjQZXJ370123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    "、“”《》()（）-_.,;:!?'\"&+/"
    "%$#@*=<>[]{}|\\~^`。！？，；：·—…\n\téüñßαβжあア한";

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

WitnessMaker::WitnessMaker(std::string_view expression) : tree_(read_expression(expression)) {}

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

bool WitnessMaker::needs_word() const { return spells_a_word(tree_.root); }

std::optional<std::string> WitnessMaker::make(std::uint32_t round, WitnessAlphabet& alphabet) const {
  Telling telling(round, alphabet);
  if (!telling.tell(tree_.root)) return std::nullopt;
  return telling.take();
}

}  // namespace edgewise
