// SPDX-License-Identifier: Apache-2.0
// RE2 does all matching; FilteredRE2 says which literals a pattern needs, and a trie finds those literals.
#include "rules/pattern_set.h"

#include <algorithm>

#include <fmt/format.h>
#include <re2/filtered_re2.h>
#include <re2/re2.h>

#include "rules/guarded_pattern.h"
#include "rules/name_trie.h"
#include "rules/pattern_compile.h"
#include "text/utf8.h"

namespace edgewise {
namespace {

constexpr int kShortestLiteral = 2;  // bytes; one Han character has three

}  // namespace

struct PatternSet::Entry {
  std::string language;
  std::vector<SlotGroup> slots;
  std::vector<int> author_groups;
  CodeSet from, to;  // what may fill the ends; empty = the pattern has no such end
  std::optional<GuardedPattern> search;
};

struct PatternSet::State {
  re2::FilteredRE2 filter{kShortestLiteral};
  std::vector<Entry> entries;
  std::vector<std::uint32_t> by_filter_id;
  NameTrie literals;
  bool frozen = false;
};

PatternSet::PatternSet() : state_(std::make_unique<State>()) {}
PatternSet::PatternSet(PatternSet&&) noexcept = default;
PatternSet& PatternSet::operator=(PatternSet&&) noexcept = default;
PatternSet::~PatternSet() = default;

std::size_t PatternSet::size() const { return state_->entries.size(); }

const std::vector<SlotGroup>& PatternSet::slots(std::uint32_t pattern) const { return state_->entries[pattern].slots; }

std::size_t PatternSet::author_group_count(std::uint32_t pattern) const {
  return state_->entries[pattern].author_groups.size();
}

namespace {

CodeSet end_codes(const ParsedPattern& pattern, SlotRole role, const TypeCodes& codes, const std::vector<TypeId>& end) {
  CodeSet result(codes.size(), false);
  for (const PatternPiece& slot : pattern.pieces) {
    if (slot.kind != PatternPiece::Kind::slot || slot.role != role) continue;
    const CodeSet more = slot.entity           ? codes.codes_of_entity(*slot.entity)
                         : !slot.types.empty() ? codes.codes_of_types(slot.types)
                                               : codes.codes_of_types(end);
    for (std::size_t code = 0; code < result.size(); ++code) result[code] = result[code] || more[code];
  }
  return result;
}

bool intersects(const CodeSet& a, const CodeSet& b) {
  for (std::size_t i = 0; i < a.size(); ++i)
    if (a[i] && b[i]) return true;
  return false;
}

}  // namespace

std::optional<std::uint32_t> PatternSet::add(const PatternDecl& decl, const PatternSettings& settings,
                                             const PatternScope& scope, const TypeCodes& codes, const PatternEnds& ends,
                                             Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.size();
  const auto core = parse_pattern(decl.match, settings.use, scope, diagnostics);
  Diagnostics repeated;  // compile_guard() reports them
  const auto after = parse_alternatives(decl.after, scope, repeated);
  const auto ahead = parse_alternatives(decl.before, scope, repeated);
  Entry entry;
  PatternGuards guards;
  bool good = core && after && ahead;
  good = compile_guard(decl.after, "\\z", scope, codes, guards.after, diagnostics) && good;
  good = compile_guard(decl.before, "", scope, codes, guards.before, diagnostics) && good;
  good = compile_guard(decl.not_before, "", scope, codes, guards.not_before, diagnostics) && good;
  good = compile_guard(decl.not_after, "\\z", scope, codes, guards.not_after, diagnostics) && good;
  good = compile_guard(decl.not_inside, "", scope, codes, guards.not_inside, diagnostics) && good;
  good = compile_guard(decl.unless, "", scope, codes, guards.unless, diagnostics) && good;
  good = compile_guard(decl.within, "", scope, codes, guards.within, diagnostics) && good;
  if (!good || diagnostics.size() != before) return std::nullopt;

  PatternRegex regex(codes, ends, settings.language);
  regex.open_group();
  regex.append(*core);
  regex.append(")");
  PatternRegex behind(codes, ends), front(codes, ends);
  if (!after->pieces.empty()) behind.append("(?:"), behind.append(*after), behind.append(")");
  if (!ahead->pieces.empty()) front.append("(?:"), front.append(*ahead), front.append(")");
  entry.slots = regex.slots();
  entry.author_groups = regex.author_groups();
  entry.language = settings.language;
  if (core->has(SlotRole::from)) entry.from = end_codes(*core, SlotRole::from, codes, ends.from);
  if (core->has(SlotRole::to)) entry.to = end_codes(*core, SlotRole::to, codes, ends.to);

  int filter_id = 0;
  if (state_->filter.Add(behind.text() + regex.text() + front.text(), pattern_options(), &filter_id) != RE2::NoError) {
    report_broken(RE2(regex.text(), pattern_options()), regex, decl.match, scope.source, diagnostics);
    return std::nullopt;
  }
  const RE2& compiled = state_->filter.GetRE2(filter_id);
  if (RE2::FullMatch("", compiled)) {
    diagnostics.push_back({Severity::error,
                           "E219",
                           scope.source.place(decl.match),
                           "the pattern matches the empty text",
                           "make at least one part of it required",
                           {}});
  }
  entry.search.emplace(regex.text(), front.text(), compiled, regex.group_count(), std::move(guards));
  state_->by_filter_id.resize(static_cast<std::size_t>(filter_id) + 1, 0);
  state_->by_filter_id[static_cast<std::size_t>(filter_id)] = static_cast<std::uint32_t>(state_->entries.size());
  state_->entries.push_back(std::move(entry));
  return static_cast<std::uint32_t>(state_->entries.size() - 1);
}

void PatternSet::freeze() {
  state_->frozen = true;
  if (state_->entries.empty()) return;
  std::vector<std::string> literals;
  state_->filter.Compile(&literals);
  for (std::size_t i = 0; i < literals.size(); ++i) state_->literals.add(literals[i], static_cast<std::uint32_t>(i));
}

void PatternSet::all(std::string_view language, std::vector<std::uint32_t>& result) const {
  result.clear();
  for (std::uint32_t i = 0; i < state_->entries.size(); ++i)
    if (state_->entries[i].language.empty() || state_->entries[i].language == language) result.push_back(i);
}

void PatternSet::candidates(std::string_view typed, std::string_view language, const CodeSet& codes,
                            std::vector<std::uint32_t>& result) const {
  result.clear();
  if (state_->entries.empty()) return;
  // RE2 makes its literals lower-case, so the text has to be as well.
  std::string lower;
  lower.reserve(typed.size());
  for (std::size_t at = 0; at < typed.size();) {
    const auto byte = static_cast<unsigned char>(typed[at]);
    if (byte < 0x80) {
      lower += static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte + ('a' - 'A') : byte);
      ++at;
    } else if (byte >= 0xE3 && byte <= 0xE9) {
      // U+3000 to U+9FFF: no letters with case.
      lower.append(typed, at, 3);
      at += 3;
    } else {
      append_utf8(lower, lower_code_point(next_code_point(typed, at)));
    }
  }
  std::vector<std::uint32_t> found;
  state_->literals.occurrences(lower, found);
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  const std::vector<int> atoms(found.begin(), found.end());
  std::vector<int> potentials;
  state_->filter.AllPotentials(atoms, &potentials);
  for (const int id : potentials) {
    const std::uint32_t index = state_->by_filter_id[static_cast<std::size_t>(id)];
    const Entry& entry = state_->entries[index];
    if (!entry.language.empty() && entry.language != language) continue;
    if (!entry.from.empty() && !intersects(entry.from, codes)) continue;
    if (!entry.to.empty() && !intersects(entry.to, codes)) continue;
    result.push_back(index);
  }
  std::sort(result.begin(), result.end());
}

std::optional<PatternMatch> PatternSet::match_of(const Entry& entry, const std::optional<MatchGroups>& groups) {
  if (!groups) return std::nullopt;
  PatternMatch match;
  match.span = *(*groups)[1];
  for (const SlotGroup& slot : entry.slots) match.slots.push_back((*groups)[static_cast<std::size_t>(slot.group)]);
  for (const int group : entry.author_groups) match.groups.push_back((*groups)[static_cast<std::size_t>(group)]);
  return match;
}

std::optional<PatternMatch> PatternSet::find(std::uint32_t pattern, std::string_view typed, std::uint32_t from) const {
  const Entry& entry = state_->entries[pattern];
  return match_of(entry, entry.search->find(typed, from));
}

std::optional<PatternMatch> PatternSet::find_unguarded(std::uint32_t pattern, std::string_view typed,
                                                       std::uint32_t from) const {
  const Entry& entry = state_->entries[pattern];
  return match_of(entry, entry.search->find_unguarded(typed, from));
}

std::string_view PatternSet::refusal(std::uint32_t pattern, std::string_view typed, Span span) const {
  return state_->entries[pattern].search->refusal(typed, span);
}

}  // namespace edgewise
