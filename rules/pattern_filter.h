// SPDX-License-Identifier: Apache-2.0
// Compiles many expressions side by side and says which of them may match a text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <re2/filtered_re2.h>
#include <re2/re2.h>

#include "rules/name_trie.h"

namespace edgewise {

// Build once; afterwards immutable and safe to share between threads.
class PatternFilter {
 public:
  // What expression `i` is; nothing if it is not to be compiled. Called once for each, from several threads.
  using Expression = std::function<std::optional<std::string>(std::size_t i)>;

  // Call it once, or not at all. What is compiled, and what candidates() finds, does not depend on the number of
  // processors.
  void build(std::size_t count, const Expression& expression);

  // Null if the expression was left out, or is broken, or came after the room for all of them was used up.
  const re2::RE2* regex(std::size_t i) const { return compiled_[i].regex; }
  bool takes_empty_text(std::size_t i) const { return compiled_[i].takes_empty_text; }
  // The first expression for which there was no room any more.
  std::optional<std::size_t> first_without_room() const { return first_without_room_; }

  // Appends the numbers of the expressions whose literals occur in `text`, in no order. Never leaves out one that
  // matches.
  void candidates(std::string_view text, std::vector<std::uint32_t>& result) const;

 private:
  // A part of the expressions, compiled by one thread at a time.
  struct Shard {
    Shard();
    re2::FilteredRE2 filter;
    std::vector<std::uint32_t> expressions;  // by the number that `filter` gave them
    std::vector<std::string> literals;
    std::optional<std::size_t> first_without_room;
  };
  struct Compiled {
    const re2::RE2* regex = nullptr;  // of the shard's filter
    bool takes_empty_text = false;
  };
  struct LiteralUse {
    std::uint32_t shard = 0;
    int atom = 0;
  };
  void compile_shard(std::uint32_t number, std::size_t count, const Expression& expression);

  std::vector<Shard> shards_;
  std::vector<Compiled> compiled_;
  std::optional<std::size_t> first_without_room_;
  NameTrie literals_;
  std::vector<std::vector<LiteralUse>> uses_;  // by value of `literals_`
};

}  // namespace edgewise
