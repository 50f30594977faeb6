// SPDX-License-Identifier: Apache-2.0
// Texts that a regular expression matches, made by walking the expression.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/expression_tree.h"

namespace edgewise {

// The characters that witnesses are made of, and which of them a class takes. Not safe for concurrent use.
class WitnessAlphabet {
 public:
  // `signs` are the code points of typed text that some name can stand for; only slots take them. Without `han` no Han
  // character is used that an expression does not ask for, since one makes a sentence Chinese.
  WitnessAlphabet(std::vector<char32_t> signs, bool han);

  // What `atom` takes (a class, an escape or a dot), the plainest first; empty if none of our characters will do.
  const std::vector<std::string>& members(const std::string& atom);

 private:
  std::vector<char32_t> signs_;
  bool han_;
  std::map<std::string, std::vector<std::string>> known_;
};

// One expression, taken apart.
class WitnessMaker {
 public:
  // `expression` is one that RE2 accepts.
  explicit WitnessMaker(std::string_view expression);

  // A text for the expression, if its assertions (`^`, `\b`) happen to hold. Round 0 is the shortest; as many rounds as
  // most_choices() take each alternative at least once. The same round gives the same text.
  std::optional<std::string> make(std::uint32_t round, WitnessAlphabet& alphabet) const;
  std::uint32_t most_choices() const { return tree_.most_choices; }
  // Whether every text has some letters or digits that the expression spells out.
  bool needs_word() const;

 private:
  ExpressionTree tree_;
};

}  // namespace edgewise
