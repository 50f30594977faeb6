// SPDX-License-Identifier: Apache-2.0
// Makes sentences for patterns and has the real engine read them.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rules/compiled_rules.h"
#include "rules/typed_text.h"
#include "rules/witness_text.h"

namespace edgewise {

// Of one rule set, which outlives it. For one thread.
class WitnessReader {
 public:
  explicit WitnessReader(const RuleSet::Compiled& rules);

  // Characters for witnesses: its signs are those that something can bear.
  WitnessAlphabet& alphabet(std::string_view language) { return language == "en" ? latin_ : han_; }

  // Typed text as a document would have it: each sign becomes a listed name, another one each time. Nothing if a sign
  // stands for things that are only found by their form, so that no name is known.
  std::optional<std::string> with_names(std::string_view typed, std::uint32_t round, std::string_view language) const;

  using Pairs = std::set<std::pair<std::uint32_t, std::uint32_t>>;
  // Reads a text as `edgewise run` does. Returns how many patterns, counted for each sentence, are worth a try.
  std::size_t read(const std::string& text);
  // False if pairs() would be empty: a cheap test, which most patterns fail.
  bool may_match(std::uint32_t pattern) const;
  // What a relation pattern finds in the text read last: pairs of mentions.
  Pairs pairs(std::uint32_t pattern) const;

 private:
  struct Names {
    std::vector<std::string> han, other;
  };
  struct Sentence {
    TypedText typed;
    std::string_view language;
    std::vector<std::uint32_t> entities;  // by mention
    std::vector<std::uint32_t> candidates;
  };
  static std::vector<char32_t> borne_signs(const RuleSet::Compiled& rules);
  void gather_names();

  const RuleSet::Compiled& rules_;
  WitnessAlphabet han_, latin_;
  std::vector<Names> names_;  // by code
  std::vector<Sentence> sentences_;
};

}  // namespace edgewise
