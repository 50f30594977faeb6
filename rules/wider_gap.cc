// SPDX-License-Identifier: Apache-2.0
// Tries other ways of writing a gap until one lets the next step match.
#include "rules/wider_gap.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "rules/pattern_compile.h"
#include "text/utf8.h"

namespace edgewise {
namespace {

constexpr std::uint32_t kLong = 60;  // characters; what stands further off hardly belongs together

// Other ways of writing a gap, the mildest change first.
struct GapTry {
  GapReach kind;
  bool longer;
};

std::array<GapTry, 5> tries_for(GapReach kind) {
  return {GapTry{kind, true}, GapTry{GapReach::clause_any, false}, GapTry{GapReach::sentence, false},
          GapTry{GapReach::clause_any, true}, GapTry{GapReach::sentence, true}};
}

const WidenedBeginning& widened(const RuleSet::Compiled& rules, ProbeSubject& subject, const ProbeCourse& course,
                                std::size_t steps, std::size_t attempt, PinnedCodes codes) {
  const auto [entry, fresh] =
      subject.widened.try_emplace({ProbeSubject::Key{course.number, steps, codes.from, codes.to}, attempt});
  WidenedBeginning& made = entry->second;
  if (!fresh) return made;
  const std::size_t gap = steps - 2;
  ParsedPattern changed = subject.pattern;
  PatternPiece& piece = changed.pieces[course.elements[gap].first];
  const GapTry wanted = tries_for(piece.reach_kind)[attempt];
  piece.reach_kind = wanted.kind;
  if (wanted.longer) piece.reach = std::max(piece.reach, kLong);
  PatternRegex regex(*rules.codes, subject.ends, subject.rule->file->language);
  made.group = write_elements(changed, course, steps, codes, regex, gap);
  made.regex = std::make_unique<RE2>(regex.text(), pattern_options());
  return made;
}

}  // namespace

std::optional<ProbeGap> wider_gap(const RuleSet::Compiled& rules, ProbeSubject& subject, const ProbeCourse& course,
                                  const ProbeResult& result, std::string_view pinned, PinnedCodes codes) {
  if (result.wrong_type || result.matched == 0 || result.matched >= course.elements.size()) return std::nullopt;
  const std::size_t gap = result.matched - 1;
  if (course.elements[gap].kind != PatternElement::Kind::gap) return std::nullopt;
  const PatternPiece& before = subject.pattern.pieces[course.elements[gap].first];
  const auto tries = tries_for(before.reach_kind);
  for (std::size_t attempt = 0; attempt < tries.size(); ++attempt) {
    const WidenedBeginning& wider = widened(rules, subject, course, result.matched + 1, attempt, codes);
    std::vector<re2::StringPiece> groups(static_cast<std::size_t>(wider.group) + 1);
    if (!wider.regex->ok() || !wider.regex->Match({pinned.data(), pinned.size()}, 0, pinned.size(), RE2::UNANCHORED,
                                                  groups.data(), static_cast<int>(groups.size())))
      continue;
    const re2::StringPiece& gap_text = groups.back();
    const std::size_t length =
        std::max<std::size_t>(count_code_points({gap_text.data(), gap_text.size()}), before.reach);
    const GapReach kind = tries[attempt].kind;
    const std::string_view word = kind == GapReach::clause_any ? " any"
                                  : kind == GapReach::sentence ? " sentence"
                                  : kind == GapReach::text     ? " text"
                                                               : "";
    return ProbeGap{gap, fmt::format("{{..{}{}}}", length, word)};
  }
  return std::nullopt;
}

}  // namespace edgewise
