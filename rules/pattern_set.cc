// SPDX-License-Identifier: Apache-2.0
// RE2 does all matching; FilteredRE2 says which literals a pattern needs, and a trie finds those literals.
#include "rules/pattern_set.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>
#include <re2/filtered_re2.h>
#include <re2/re2.h>

#include "rules/guarded_pattern.h"
#include "rules/name_trie.h"
#include "rules/pattern_compile.h"
#include "text/utf8.h"

namespace edgewise {
namespace {

// Of all patterns together: a bound for memory, many times what the largest packs need.
constexpr std::size_t kMostInstructions = 8'000'000;
constexpr int kShortestLiteral = 2;  // bytes; one Han character has three

}  // namespace

struct PatternSet::Entry {
  std::string language;
  std::vector<SlotGroup> slots;
  std::vector<int> author_groups;
  std::vector<std::string> group_qualifiers;  // of each author group
  CodeSet from, to;                           // what may fill the ends; empty = the pattern has no such end
  std::unique_ptr<RE2> own;  // what `search` refers to, in a version that stands in for another; else the filter has it
  std::optional<GuardedPattern> search;
};

struct PatternSet::State {
  re2::FilteredRE2 filter{kShortestLiteral};
  std::vector<Entry> entries;
  std::vector<std::uint32_t> by_filter_id;
  NameTrie literals;
  bool frozen = false;
  std::map<std::uint32_t, Entry> changed;  // what stands in for others until restore()
  std::size_t instructions = 0;
  bool full = false;  // more patterns are refused
};

PatternSet::PatternSet() : state_(std::make_unique<State>()) {}
PatternSet::PatternSet(PatternSet&&) noexcept = default;
PatternSet& PatternSet::operator=(PatternSet&&) noexcept = default;
PatternSet::~PatternSet() = default;

std::size_t PatternSet::size() const { return state_->entries.size(); }

const std::vector<SlotGroup>& PatternSet::slots(std::uint32_t pattern) const {
  const auto changed = state_->changed.find(pattern);
  return changed == state_->changed.end() ? state_->entries[pattern].slots : changed->second.slots;
}

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

// An entry with the expressions it will be compiled from, and what those point into.
struct PatternSet::Draft {
  Draft(const TypeCodes& codes, const PatternEnds& ends, const std::string& language)
      : regex(codes, ends, language), behind(codes, ends), front(codes, ends) {}
  // What the prefilter looks at: the match with what stands around it.
  std::string whole() const { return behind.text() + regex.text() + front.text(); }

  Entry entry;
  PatternGuards guards;
  ParsedPattern after, ahead;
  PatternRegex regex, behind, front;
};

bool PatternSet::draft(const ParsedPattern* core, const PatternDecl& decl, const PatternSettings& settings,
                       const PatternScope& scope, const TypeCodes& codes, const PatternEnds& ends, Draft& made,
                       Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.size();
  Diagnostics repeated;  // compile_guard() reports them
  auto after = parse_alternatives(decl.after, scope, repeated);
  auto ahead = parse_alternatives(decl.before, scope, repeated);
  PatternGuards& guards = made.guards;
  bool good = core != nullptr && after && ahead;
  good = compile_guard(decl.after, "\\z", scope, codes, guards.after, diagnostics) && good;
  good = compile_guard(decl.before, "", scope, codes, guards.before, diagnostics) && good;
  good = compile_guard(decl.not_before, "", scope, codes, guards.not_before, diagnostics) && good;
  good = compile_guard(decl.not_after, "\\z", scope, codes, guards.not_after, diagnostics) && good;
  good = compile_guard(decl.not_inside, "", scope, codes, guards.not_inside, diagnostics) && good;
  good = compile_guard(decl.unless, "", scope, codes, guards.unless, diagnostics) && good;
  good = compile_guard(decl.within, "", scope, codes, guards.within, diagnostics) && good;
  if (!good || diagnostics.size() != before) return false;

  made.after = std::move(*after);
  made.ahead = std::move(*ahead);
  made.regex.open_group();
  made.regex.append(*core);
  made.regex.append(")");
  if (!made.after.pieces.empty()) made.behind.append("(?:"), made.behind.append(made.after), made.behind.append(")");
  if (!made.ahead.pieces.empty()) made.front.append("(?:"), made.front.append(made.ahead), made.front.append(")");
  Entry& entry = made.entry;
  entry.slots = made.regex.slots();
  entry.author_groups = made.regex.author_groups();
  entry.group_qualifiers = made.regex.group_qualifiers();
  entry.language = settings.language;
  if (core->has(SlotRole::from)) entry.from = end_codes(*core, SlotRole::from, codes, ends.from);
  if (core->has(SlotRole::to)) entry.to = end_codes(*core, SlotRole::to, codes, ends.to);
  return true;
}

std::optional<std::uint32_t> PatternSet::add(const PatternDecl& decl, const PatternSettings& settings,
                                             const PatternScope& scope, const TypeCodes& codes, const PatternEnds& ends,
                                             Diagnostics& diagnostics) {
  const auto core = parse_pattern(decl.match, settings.use, scope, diagnostics);
  Draft made(codes, ends, settings.language);
  if (!draft(core ? &*core : nullptr, decl, settings, scope, codes, ends, made, diagnostics)) return std::nullopt;
  return add_draft(std::move(made), decl, scope, diagnostics);
}

std::optional<std::uint32_t> PatternSet::add(const ParsedPattern& core, const PatternDecl& decl,
                                             const PatternSettings& settings, const PatternScope& scope,
                                             const TypeCodes& codes, const PatternEnds& ends,
                                             Diagnostics& diagnostics) {
  Draft made(codes, ends, settings.language);
  if (!draft(&core, decl, settings, scope, codes, ends, made, diagnostics)) return std::nullopt;
  return add_draft(std::move(made), decl, scope, diagnostics);
}

std::optional<std::uint32_t> PatternSet::add_draft(Draft made, const PatternDecl& decl, const PatternScope& scope,
                                                   Diagnostics& diagnostics) {
  if (state_->full) return std::nullopt;
  int filter_id = 0;
  if (state_->filter.Add(made.whole(), pattern_options(), &filter_id) != RE2::NoError) {
    report_broken(RE2(made.regex.text(), pattern_options()), made.regex, decl.match, scope.source, diagnostics);
    return std::nullopt;
  }
  const RE2& compiled = state_->filter.GetRE2(filter_id);
  if (made.regex.lonely_bracket()) report_broken(compiled, made.regex, decl.match, scope.source, diagnostics);
  if (RE2::FullMatch("", compiled)) {
    diagnostics.push_back({Severity::error,
                           "E219",
                           scope.source.place(decl.match),
                           "the pattern matches the empty text",
                           "make at least one part of it required",
                           {}});
  }
  state_->instructions += static_cast<std::size_t>(compiled.ProgramSize());
  if (state_->instructions > kMostInstructions) {
    if (!state_->full)
      diagnostics.push_back({Severity::error,
                             "E230",
                             scope.source.place(decl.match),
                             "the patterns up to here are too large together",
                             "shorten gaps and counted repetitions, or load fewer packs at once",
                             {}});
    state_->full = true;
    return std::nullopt;
  }
  made.entry.search.emplace(made.regex.text(), made.front.text(), compiled, made.regex.group_count(),
                            std::move(made.guards));
  state_->by_filter_id.resize(static_cast<std::size_t>(filter_id) + 1, 0);
  state_->by_filter_id[static_cast<std::size_t>(filter_id)] = static_cast<std::uint32_t>(state_->entries.size());
  state_->entries.push_back(std::move(made.entry));
  return static_cast<std::uint32_t>(state_->entries.size() - 1);
}

bool PatternSet::replace(std::uint32_t pattern, const ParsedPattern& core, const PatternDecl& decl,
                         const PatternSettings& settings, const PatternScope& scope, const TypeCodes& codes,
                         const PatternEnds& ends) {
  Draft made(codes, ends, settings.language);
  Diagnostics ignored;
  if (!draft(&core, decl, settings, scope, codes, ends, made, ignored)) return false;
  auto regex = std::make_unique<RE2>(made.whole(), pattern_options());
  if (!regex->ok() || RE2::FullMatch("", *regex)) return false;
  made.entry.search.emplace(made.regex.text(), made.front.text(), *regex, made.regex.group_count(),
                            std::move(made.guards));
  made.entry.own = std::move(regex);
  state_->changed.emplace(pattern, std::move(made.entry));
  return true;
}

void PatternSet::drop(std::uint32_t pattern) { state_->changed.try_emplace(pattern); }

void PatternSet::restore() { state_->changed.clear(); }

// Dropped patterns have no expression of their own and go; replaced ones are always tried.
void PatternSet::put_changed(std::string_view language, std::vector<std::uint32_t>& result) const {
  result.erase(std::remove_if(result.begin(), result.end(),
                              [&](std::uint32_t pattern) { return state_->changed.count(pattern) > 0; }),
               result.end());
  for (const auto& [pattern, entry] : state_->changed) {
    if (entry.own && (entry.language.empty() || entry.language == language)) result.push_back(pattern);
  }
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
  if (!state_->changed.empty()) put_changed(language, result);
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
  if (!state_->changed.empty()) put_changed(language, result);
  std::sort(result.begin(), result.end());
}

std::optional<PatternMatch> PatternSet::match_of(const Entry& entry, const std::optional<MatchGroups>& groups) {
  if (!groups) return std::nullopt;
  PatternMatch match;
  match.span = *(*groups)[1];
  for (const SlotGroup& slot : entry.slots) match.slots.push_back((*groups)[static_cast<std::size_t>(slot.group)]);
  for (const int group : entry.author_groups) match.groups.push_back((*groups)[static_cast<std::size_t>(group)]);
  match.group_qualifiers = &entry.group_qualifiers;
  return match;
}

std::optional<PatternMatch> PatternSet::find(std::uint32_t pattern, std::string_view typed, std::uint32_t from) const {
  const auto changed = state_->changed.find(pattern);
  const Entry& entry = changed == state_->changed.end() ? state_->entries[pattern] : changed->second;
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
