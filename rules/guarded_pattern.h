// SPDX-License-Identifier: Apache-2.0
// A pattern with the guards that must hold around its matches.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <re2/re2.h>

#include "text/span.h"

namespace edgewise {

// Bytes of the typed text that each group of a match took; [1] is the match itself, without its context.
using MatchGroups = std::vector<std::optional<Span>>;

// The guards of a pattern; each may be null. `after` and `not_after` end in \z.
struct PatternGuards {
  std::unique_ptr<RE2> after, before, not_after, not_before, not_inside, unless, within;
};

// Safe for concurrent use once made; movable before that.
class GuardedPattern {
 public:
  // `core` is the pattern as group 1; `ahead` is what `before` looks for, or nothing; `in_context` is the compiled
  // expression of `after`, `core` and `ahead` in a row, which must outlive this object. Group numbers are those in
  // `core`.
  GuardedPattern(std::string core, std::string_view ahead, const RE2& in_context, int group_count,
                 PatternGuards guards);
  GuardedPattern(GuardedPattern&&) noexcept;
  ~GuardedPattern();

  // The first match that begins at or behind byte `from` and whose guards hold. For one beginning it is the first in
  // RE2's order of preference whose end `before` and `not_before` allow, as with Perl's look-around.
  std::optional<MatchGroups> find(std::string_view typed, std::uint32_t from) const;

  // The guard that refuses a match of `span`; empty if all hold.
  std::string_view refusal(std::string_view typed, Span span) const;

  // The first match at or behind `from` whatever the guards say.
  std::optional<MatchGroups> find_unguarded(std::string_view typed, std::uint32_t from) const;

 private:
  struct Lazy;
  const RE2& led() const;  // core and ahead
  const RE2& barred() const;
  const RE2& core() const;
  bool begins_well(std::string_view typed, std::uint32_t begin) const;
  bool ends_well(std::string_view typed, std::uint32_t end) const;
  bool holds_well(std::string_view typed, Span span) const;
  std::optional<MatchGroups> match(const RE2& regex, std::string_view typed, std::uint32_t from,
                                   RE2::Anchor anchor) const;
  std::optional<MatchGroups> match_with_allowed_end(std::string_view typed, std::uint32_t begin) const;

  std::string core_text_, ahead_text_;
  const RE2* in_context_;
  int group_count_;
  PatternGuards guards_;
  std::unique_ptr<Lazy> lazy_;
};

// The clauses that `span` touches: from behind the last clause end before it to the first at or behind its end.
Span clauses_around(std::string_view typed, Span span);

}  // namespace edgewise
