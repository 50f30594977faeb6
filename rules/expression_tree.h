// SPDX-License-Identifier: Apache-2.0
// A regular expression taken apart: enough to say texts that it matches, not to match any.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace edgewise {

inline constexpr std::uint32_t kWithoutEnd = 1000;  // the `high` of a repeat that may go on

struct ExpressionNode {
  enum class Kind : std::uint8_t { text, atom, sequence, choice, repeat } kind = Kind::sequence;
  std::string text;                   // of a text; the expression of an atom
  std::vector<ExpressionNode> parts;  // of a sequence or choice; one of a repeat
  std::uint32_t low = 0, high = 0;
  std::uint32_t number = 0;  // of a choice or atom: choices far apart vary independently
};

struct ExpressionTree {
  ExpressionNode root;
  std::uint32_t most_choices = 1;  // alternatives of the choice that has most
};

// `expression` is one that RE2 accepts. Assertions (`^`, `\b`) and flags leave nothing in the tree.
ExpressionTree read_expression(std::string_view expression);

}  // namespace edgewise
