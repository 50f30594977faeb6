// SPDX-License-Identifier: Apache-2.0
// Sentences for one pattern: what stands around it, itself, and what must occur elsewhere.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "rules/pattern_regex.h"
#include "rules/pattern_syntax.h"
#include "rules/witness_text.h"

namespace edgewise {

class PatternWitness {
 public:
  // `decl` is one that compiles for this use and scope; `language` is that of its file.
  PatternWitness(const TypeCodes& codes, const PatternScope& scope, const std::string& language,
                 const PatternDecl& decl, PatternUse use, const PatternEnds& ends);

  // How many rounds try about everything that the pattern says.
  std::uint32_t rounds() const;
  // Whether some word must occur, within the pattern or beside it.
  bool needs_word() const { return within_.has_value() || pattern_.needs_word(); }
  // Typed text that should match; nothing if no text can be made. The same round gives the same text.
  std::optional<std::string> typed(std::uint32_t round, WitnessAlphabet& alphabet) const;

 private:
  std::string language_;
  WitnessMaker pattern_;
  std::optional<WitnessMaker> within_;
};

}  // namespace edgewise
