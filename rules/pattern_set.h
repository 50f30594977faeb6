// SPDX-License-Identifier: Apache-2.0
// Many compiled patterns with one pass of a literal prefilter in front of them.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/pattern_regex.h"
#include "rules/pattern_syntax.h"
#include "text/diagnostic.h"
#include "text/span.h"

namespace edgewise {

// What a pattern took in one place: byte spans of the typed text.
struct PatternMatch {
  Span span;                                                   // without the context of `before` and `after`
  std::vector<std::optional<Span>> slots;                      // by index into the pattern's slots()
  std::vector<std::optional<Span>> groups;                     // groups the author wrote
  const std::vector<std::string>* group_qualifiers = nullptr;  // what each of them is called; of the PatternSet
};

class PatternDraft;

struct PatternSettings {
  std::string language;  // tried only on sentences of this language; empty = all
  PatternUse use = PatternUse::relation;
};

// Add patterns, freeze(), then search; from then on it is safe to share between threads.
class PatternSet {
 public:
  PatternSet();
  PatternSet(PatternSet&&) noexcept;
  PatternSet& operator=(PatternSet&&) noexcept;
  ~PatternSet();

  // Takes a pattern in and returns its index, or nothing after a diagnostic. Everything handed over but `diagnostics`
  // outlives freeze().
  std::optional<std::uint32_t> add(const PatternDecl& decl, const PatternSettings& settings, const PatternScope& scope,
                                   const TypeCodes& codes, const PatternEnds& ends, Diagnostics& diagnostics);
  // The same with an expression that is parsed already; `decl` gives the guards and the place of complaints.
  std::uint32_t add(ParsedPattern core, const PatternDecl& decl, const PatternSettings& settings,
                    const PatternScope& scope, const TypeCodes& codes, const PatternEnds& ends);

  // Compiles all patterns with their guards, on several processors. False if one could not be compiled, after a
  // diagnostic; it matches nothing. Call it once.
  bool freeze(Diagnostics& diagnostics);

  // For tests of rules, on a set that no other thread uses: another version stands in for a pattern until restore().
  // It is tried without the prefilter. False, and nothing is changed, if it does not compile.
  bool replace(std::uint32_t pattern, ParsedPattern core, const PatternDecl& decl, const PatternSettings& settings,
               const PatternScope& scope, const TypeCodes& codes, const PatternEnds& ends);
  // The pattern matches nothing until restore().
  void drop(std::uint32_t pattern);
  void restore();

  std::size_t size() const;
  const std::vector<SlotGroup>& slots(std::uint32_t pattern) const;
  std::size_t author_group_count(std::uint32_t pattern) const;

  // Indexes of the patterns that may match `typed`, ascending: those for `language` whose literals occur and whose ends
  // can be filled from `codes`. Never leaves out a pattern that matches.
  void candidates(std::string_view typed, std::string_view language, const CodeSet& codes,
                  std::vector<std::uint32_t>& result) const;

  // Every pattern for `language`, without the prefilter: the slow reference for candidates().
  void all(std::string_view language, std::vector<std::uint32_t>& result) const;

  // The first match of a pattern at or behind `from`, its guards held; nothing if there is none.
  std::optional<PatternMatch> find(std::uint32_t pattern, std::string_view typed, std::uint32_t from) const;

  // The first match at or behind `from` whatever the guards say, and the guard that refuses a match of `span` (empty if
  // all hold).
  std::optional<PatternMatch> find_unguarded(std::uint32_t pattern, std::string_view typed, std::uint32_t from) const;
  std::string_view refusal(std::uint32_t pattern, std::string_view typed, Span span) const;

 private:
  struct Entry;
  struct State;
  static std::optional<PatternMatch> match_of(const Entry& entry,
                                              const std::optional<std::vector<std::optional<Span>>>& groups);
  void put_changed(std::string_view language, std::vector<std::uint32_t>& result) const;

  std::unique_ptr<State> state_;
};

}  // namespace edgewise
