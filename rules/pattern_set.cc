// SPDX-License-Identifier: Apache-2.0
// RE2 does all matching; FilteredRE2 says which literals a pattern needs, and a trie finds those literals.
#include "rules/pattern_set.h"

#include <algorithm>
#include <map>

#include <re2/filtered_re2.h>
#include <re2/re2.h>

#include "rules/guarded_pattern.h"
#include "rules/name_trie.h"
#include "rules/pattern_compile.h"
#include "rules/pattern_draft.h"
#include "rules/rule_errors.h"
#include "text/utf8.h"

namespace edgewise {
namespace {

// Of all patterns together: a bound for memory, many times what the largest packs need.
constexpr std::size_t kMostInstructions = 8'000'000;
constexpr int kShortestLiteral = 2;  // bytes; one Han character has three

}  // namespace

struct PatternSet::Entry {
  Entry() = default;
  // `compiled` is the whole draft, and outlives the entry.
  Entry(PatternDraft draft, const RE2& compiled, std::string made_for);

  std::string language;
  std::vector<SlotGroup> slots;
  std::vector<int> author_groups;
  std::vector<std::string> group_qualifiers;  // of each author group
  CodeSet from, to;                           // what may fill the ends; empty = the pattern has no such end
  std::unique_ptr<RE2> own;  // what `search` refers to, in a version that stands in for another; else the filter has it
  std::optional<GuardedPattern> search;
};

PatternSet::Entry::Entry(PatternDraft draft, const RE2& compiled, std::string made_for)
    : language(std::move(made_for)),
      slots(draft.regex().slots()),
      author_groups(draft.regex().author_groups()),
      group_qualifiers(draft.regex().group_qualifiers()),
      from(draft.from()),
      to(draft.to()) {
  search.emplace(draft.regex().text(), draft.front(), compiled, draft.regex().group_count(), draft.take_guards());
}

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

bool intersects(const CodeSet& a, const CodeSet& b) {
  for (std::size_t i = 0; i < a.size(); ++i)
    if (a[i] && b[i]) return true;
  return false;
}

}  // namespace

std::optional<std::uint32_t> PatternSet::add(const PatternDecl& decl, const PatternSettings& settings,
                                             const PatternScope& scope, const TypeCodes& codes, const PatternEnds& ends,
                                             Diagnostics& diagnostics) {
  const auto core = parse_pattern(decl.match, settings.use, scope, diagnostics);
  PatternDraft draft(codes, ends, settings.language);
  if (!draft.fill(core ? &*core : nullptr, decl, scope, diagnostics)) return std::nullopt;
  return add_draft(std::move(draft), decl, settings, scope, diagnostics);
}

std::optional<std::uint32_t> PatternSet::add(const ParsedPattern& core, const PatternDecl& decl,
                                             const PatternSettings& settings, const PatternScope& scope,
                                             const TypeCodes& codes, const PatternEnds& ends,
                                             Diagnostics& diagnostics) {
  PatternDraft draft(codes, ends, settings.language);
  if (!draft.fill(&core, decl, scope, diagnostics)) return std::nullopt;
  return add_draft(std::move(draft), decl, settings, scope, diagnostics);
}

std::optional<std::uint32_t> PatternSet::add_draft(PatternDraft draft, const PatternDecl& decl,
                                                   const PatternSettings& settings, const PatternScope& scope,
                                                   Diagnostics& diagnostics) {
  if (state_->full) return std::nullopt;
  int filter_id = 0;
  if (state_->filter.Add(draft.whole(), pattern_options(), &filter_id) != RE2::NoError) {
    report_broken(RE2(draft.regex().text(), pattern_options()), draft.regex(), decl.match, scope.source, diagnostics);
    return std::nullopt;
  }
  RuleErrors errors(scope.source, diagnostics);
  const RE2& compiled = state_->filter.GetRE2(filter_id);
  if (draft.regex().lonely_bracket()) report_broken(compiled, draft.regex(), decl.match, scope.source, diagnostics);
  if (RE2::FullMatch("", compiled))
    errors.add("E219", decl.match, "the pattern matches the empty text", "make at least one part of it required");
  state_->instructions += static_cast<std::size_t>(compiled.ProgramSize());
  if (state_->instructions > kMostInstructions) {
    errors.add("E230", decl.match, "the patterns up to here are too large together",
               "shorten gaps and counted repetitions, or load fewer packs at once");
    state_->full = true;
    return std::nullopt;
  }
  state_->by_filter_id.resize(static_cast<std::size_t>(filter_id) + 1, 0);
  state_->by_filter_id[static_cast<std::size_t>(filter_id)] = static_cast<std::uint32_t>(state_->entries.size());
  state_->entries.push_back(Entry(std::move(draft), compiled, settings.language));
  return static_cast<std::uint32_t>(state_->entries.size() - 1);
}

bool PatternSet::replace(std::uint32_t pattern, const ParsedPattern& core, const PatternDecl& decl,
                         const PatternSettings& settings, const PatternScope& scope, const TypeCodes& codes,
                         const PatternEnds& ends) {
  PatternDraft draft(codes, ends, settings.language);
  Diagnostics ignored;
  if (!draft.fill(&core, decl, scope, ignored)) return false;
  auto regex = std::make_unique<RE2>(draft.whole(), pattern_options());
  if (!regex->ok() || RE2::FullMatch("", *regex)) return false;
  Entry entry(std::move(draft), *regex, settings.language);
  entry.own = std::move(regex);
  state_->changed.emplace(pattern, std::move(entry));
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
