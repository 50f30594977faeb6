// SPDX-License-Identifier: Apache-2.0
// Finds any of many names in a text, the longest first.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace edgewise {

// A trie over code points whose edges live in one open-addressing hash table. Build with add(); afterwards it is
// immutable and safe to share. Looking at a position costs O(longest name); most positions end at the first look.
class NameTrie {
 public:
  static constexpr std::uint32_t kNone = 0xffffffff;
  enum class Case : std::uint8_t { exact, fold };

  explicit NameTrie(Case how = Case::exact);

  // Adds a name with a value; the first value of a name stays. Returns the value the name has now. Requires valid,
  // non-empty UTF-8 and value != kNone.
  std::uint32_t add(std::string_view name, std::uint32_t value);

  // Gives a name that is there another value. Requires find(name) != kNone and value != kNone.
  void replace(std::string_view name, std::uint32_t value);

  struct Hit {
    Span span;
    std::uint32_t value = kNone;
  };
  // The longest name that starts at `begin` and ends by `end`, or a hit with value kNone. Where a name begins (ends)
  // with a letter or digit of a script that writes words apart, the character before (behind) it in `text` must not be
  // one.
  Hit longest_at(std::string_view text, std::uint32_t begin, std::uint32_t end) const;

  // Appends the value of every name that occurs in `text`, at any position, without word boundaries; values may repeat.
  void occurrences(std::string_view text, std::vector<std::uint32_t>& values) const;

  // The value of exactly this name, or kNone.
  std::uint32_t find(std::string_view name) const;

  std::size_t size() const { return size_; }

 private:
  struct Edge {
    std::uint64_t key = 0;  // node << 21 | code point, plus one; 0 is an empty place
    std::uint32_t child = 0;
  };
  char32_t fold(char32_t code_point) const;
  std::uint32_t child(std::uint32_t node, char32_t code_point) const;
  std::uint32_t node_of(std::string_view name) const;
  std::uint32_t child_or_new(std::uint32_t node, char32_t code_point);
  void grow();

  Case how_;
  std::vector<Edge> edges_;
  std::size_t edge_count_ = 0;
  std::vector<std::uint32_t> values_;  // by node; node 0 is the root
  std::vector<std::uint32_t> roots_;   // the root's children by code point, for the first 64 Ki
  std::size_t size_ = 0;
};

}  // namespace edgewise
