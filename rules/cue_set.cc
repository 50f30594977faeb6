// SPDX-License-Identifier: Apache-2.0
// Compiles cues and looks for them around a match.
#include "rules/cue_set.h"

#include <re2/re2.h>

#include "rules/guarded_pattern.h"
#include "rules/pattern_compile.h"

namespace edgewise {

struct CueSet::Cue {
  Modality modality;
  CueDecl::Where where;
  std::string language;
  std::unique_ptr<RE2> regex;
  const CueDecl* decl;
};

CueSet::CueSet() = default;
CueSet::CueSet(CueSet&&) noexcept = default;
CueSet& CueSet::operator=(CueSet&&) noexcept = default;
CueSet::~CueSet() = default;

std::size_t CueSet::size() const { return cues_.size(); }

namespace {

// Where a cue is looked for, given a match and the beginning of its clause.
Span reach(CueDecl::Where where, std::string_view typed, Span match, std::uint32_t clause) {
  const auto size = static_cast<std::uint32_t>(typed.size());
  switch (where) {
    case CueDecl::Where::clause:
      return {clause, match.end};
    case CueDecl::Where::sentence:
      return {0, match.end};
    case CueDecl::Where::whole:
      return {0, size};
    case CueDecl::Where::before:
      return {0, match.begin};
    case CueDecl::Where::after:
      return {match.end, size};
    case CueDecl::Where::inside:
      break;
  }
  return match;
}

// Whether ^ and $ are the edges of the reach, not of the sentence.
bool has_edges(CueDecl::Where where) { return where == CueDecl::Where::before || where == CueDecl::Where::after; }

}  // namespace

int modality_rank(Modality modality) {
  switch (modality) {
    case Modality::negated:
      return 0;
    case Modality::reported:
      return 1;
    case Modality::possible:
      return 2;
    case Modality::planned:
      return 3;
    case Modality::past:
      return 4;
    case Modality::asserted:
      break;
  }
  return 5;
}

void CueSet::add(const CueDecl& decl, const std::string& language, const PatternScope& scope, const TypeCodes& codes,
                 Diagnostics& diagnostics) {
  std::unique_ptr<RE2> regex;
  if (!compile_guard({decl.match}, "", scope, codes, regex, diagnostics)) return;
  cues_.push_back({decl.modality, decl.where, language, std::move(regex), &decl});
}

CueSet::Verdict CueSet::judge(std::string_view typed, Span match, std::string_view language) const {
  Verdict verdict;
  const std::uint32_t clause = clauses_around(typed, {match.begin, match.begin}).begin;
  for (std::size_t i = 0; i < cues_.size(); ++i) {
    const Cue& cue = cues_[i];
    if (left_out_ == i) continue;
    if (!cue.language.empty() && cue.language != language) continue;
    if (modality_rank(cue.modality) >= modality_rank(verdict.modality)) continue;
    const Span within = reach(cue.where, typed, match, clause);
    const std::string_view seen = has_edges(cue.where) ? typed.substr(within.begin, within.size()) : typed;
    const std::size_t begin = has_edges(cue.where) ? 0 : within.begin;
    const std::size_t end = has_edges(cue.where) ? seen.size() : within.end;
    re2::StringPiece found;
    if (!cue.regex->Match({seen.data(), seen.size()}, begin, end, RE2::UNANCHORED, &found, 1)) continue;
    const auto at = static_cast<std::uint32_t>(found.data() - typed.data());
    verdict = {cue.modality, {at, at + static_cast<std::uint32_t>(found.size())}, cue.decl};
  }
  return verdict;
}

}  // namespace edgewise
