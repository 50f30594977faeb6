// SPDX-License-Identifier: Apache-2.0
// Joins a pattern with its guards into one expression, and tells that.
#include "rules/pattern_witness.h"

#include <algorithm>

#include "rules/pattern_compile.h"

namespace edgewise {
namespace {

constexpr std::uint32_t kFewestRounds = 24, kMostRounds = 96;

// Each of the lists gives one of its texts, in a row.
std::string expression(const TypeCodes& codes, const PatternScope& scope, const std::string& language,
                       const std::vector<std::vector<Located>>& row, PatternUse use, const PatternEnds& ends) {
  Diagnostics ignored;  // the rules compile
  PatternRegex regex(codes, ends, language);
  for (const std::vector<Located>& texts : row) {
    std::optional<ParsedPattern> parsed;
    if (texts.size() == 1) parsed = parse_pattern(texts.front(), use, scope, ignored);
    if (!parsed) parsed = parse_alternatives(texts, scope, ignored);
    if (!parsed || parsed->pieces.empty()) continue;
    regex.append("(?:");
    regex.append(*parsed);
    regex.append(")");
  }
  return regex.text();
}

}  // namespace

PatternWitness::PatternWitness(const TypeCodes& codes, const PatternScope& scope, const std::string& language,
                               const PatternDecl& decl, PatternUse use, const PatternEnds& ends)
    : language_(language),
      pattern_(expression(codes, scope, language, {decl.after, {decl.match}, decl.before}, use, ends)) {
  if (!decl.within.empty()) within_.emplace(expression(codes, scope, language, {decl.within}, use, ends));
}

std::uint32_t PatternWitness::rounds() const {
  return std::clamp(pattern_.most_choices() * 2, kFewestRounds, kMostRounds);
}

std::optional<std::string> PatternWitness::typed(std::uint32_t round, WitnessAlphabet& alphabet) const {
  auto text = pattern_.make(round, alphabet);
  if (!text || !within_) return text;
  const auto more = within_->make(round, alphabet);
  if (!more) return std::nullopt;
  return *text + (language_ == "zh" ? "," : ", ") + *more;
}

}  // namespace edgewise
