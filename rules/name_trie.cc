// SPDX-License-Identifier: Apache-2.0
// The trie behind gazetteers and literal prefilters.
#include "rules/name_trie.h"

#include "text/utf8.h"

namespace edgewise {
namespace {

constexpr std::size_t kRootTable = 0x10000;

// The finaliser of SplitMix64 (Steele, Lea and Flood, 2014): spreads neighbouring keys over the table.
std::size_t mix(std::uint64_t key) {
  key = (key ^ (key >> 30)) * 0xbf58476d1ce4e5b9ULL;
  key = (key ^ (key >> 27)) * 0x94d049bb133111ebULL;
  return static_cast<std::size_t>(key ^ (key >> 31));
}

std::uint64_t edge_key(std::uint32_t node, char32_t code_point) {
  return ((static_cast<std::uint64_t>(node) << 21) | code_point) + 1;
}

bool word_continues(std::string_view text, std::size_t at, char32_t inside, bool forward) {
  if (!is_word_character(inside)) return false;
  if (forward ? at >= text.size() : at == 0) return false;
  return is_word_character(forward ? next_code_point(text, at) : previous_code_point(text, at));
}

}  // namespace

NameTrie::NameTrie(Case how) : how_(how), edges_(64), values_(1, kNone), roots_(kRootTable, 0) {}

char32_t NameTrie::fold(char32_t code_point) const {
  return how_ == Case::fold ? lower_code_point(code_point) : code_point;
}

std::uint32_t NameTrie::child(std::uint32_t node, char32_t code_point) const {
  if (node == 0 && code_point < kRootTable) return roots_[code_point];
  const std::uint64_t key = edge_key(node, code_point);
  const std::size_t mask = edges_.size() - 1;
  for (std::size_t at = mix(key) & mask;; at = (at + 1) & mask) {
    if (edges_[at].key == key) return edges_[at].child;
    if (edges_[at].key == 0) return 0;
  }
}

void NameTrie::grow() {
  std::vector<Edge> old(edges_.size() * 2);
  old.swap(edges_);
  const std::size_t mask = edges_.size() - 1;
  for (const Edge& edge : old) {
    if (edge.key == 0) continue;
    std::size_t at = mix(edge.key) & mask;
    while (edges_[at].key != 0) at = (at + 1) & mask;
    edges_[at] = edge;
  }
}

std::uint32_t NameTrie::child_or_new(std::uint32_t node, char32_t code_point) {
  if (const std::uint32_t known = child(node, code_point)) return known;
  const auto fresh = static_cast<std::uint32_t>(values_.size());
  values_.push_back(kNone);
  if (node == 0 && code_point < kRootTable) return roots_[code_point] = fresh;
  if (edge_count_ * 2 >= edges_.size()) grow();
  const std::uint64_t key = edge_key(node, code_point);
  const std::size_t mask = edges_.size() - 1;
  std::size_t at = mix(key) & mask;
  while (edges_[at].key != 0) at = (at + 1) & mask;
  edges_[at] = {key, fresh};
  ++edge_count_;
  return fresh;
}

std::uint32_t NameTrie::add(std::string_view name, std::uint32_t value) {
  std::uint32_t node = 0;
  for (std::size_t at = 0; at < name.size();) node = child_or_new(node, fold(next_code_point(name, at)));
  if (values_[node] == kNone) {
    values_[node] = value;
    ++size_;
  }
  return values_[node];
}

NameTrie::Hit NameTrie::longest_at(std::string_view text, std::uint32_t begin, std::uint32_t end) const {
  Hit best;
  std::size_t at = begin;
  if (at >= end) return best;
  char32_t last = next_code_point(text, at);
  std::uint32_t node = child(0, fold(last));
  if (node == 0 || word_continues(text, begin, last, false)) return best;
  for (;;) {
    if (values_[node] != kNone && !word_continues(text, at, last, true))
      best = {{begin, static_cast<std::uint32_t>(at)}, values_[node]};
    if (at >= end) return best;
    last = next_code_point(text, at);
    if (at > end) return best;
    node = child(node, fold(last));
    if (node == 0) return best;
  }
}

void NameTrie::occurrences(std::string_view text, std::vector<std::uint32_t>& values) const {
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t at = begin;
    std::uint32_t node = child(0, fold(next_code_point(text, at)));
    begin = at;
    while (node != 0) {
      if (values_[node] != kNone) values.push_back(values_[node]);
      if (at >= text.size()) break;
      node = child(node, fold(next_code_point(text, at)));
    }
  }
}

// The root if there is none.
std::uint32_t NameTrie::node_of(std::string_view name) const {
  std::uint32_t node = 0;
  for (std::size_t at = 0; at < name.size();) {
    node = child(node, fold(next_code_point(name, at)));
    if (node == 0) return 0;
  }
  return node;
}

std::uint32_t NameTrie::find(std::string_view name) const { return values_[node_of(name)]; }

void NameTrie::replace(std::string_view name, std::uint32_t value) { values_[node_of(name)] = value; }

}  // namespace edgewise
