// SPDX-License-Identifier: Apache-2.0
// Keeps what is known of each pattern beside its compiled expression.
#include "rules/pattern_set.h"

#include <algorithm>
#include <map>

#include <re2/re2.h>

#include "rules/guarded_pattern.h"
#include "rules/pattern_compile.h"
#include "rules/pattern_draft.h"
#include "rules/pattern_filter.h"
#include "rules/rule_errors.h"

namespace edgewise {
struct PatternSet::Entry {
  Entry() = default;
  Entry(const PatternDraft& draft, std::string made_for);
  // `compiled` is the whole draft, and outlives the entry.
  void search_with(PatternDraft draft, const RE2& compiled);

  std::string language;
  std::vector<SlotGroup> slots;
  std::vector<int> author_groups;
  std::vector<std::string> group_qualifiers;  // of each author group
  CodeSet from, to;                           // what may fill the ends; empty = the pattern has no such end
  std::unique_ptr<RE2> own;  // what `search` refers to, in a version that stands in for another; else the filter has it
  std::optional<GuardedPattern> search;
};

PatternSet::Entry::Entry(const PatternDraft& draft, std::string made_for)
    : language(std::move(made_for)),
      slots(draft.regex().slots()),
      author_groups(draft.regex().author_groups()),
      group_qualifiers(draft.regex().group_qualifiers()),
      from(draft.from()),
      to(draft.to()) {}

void PatternSet::Entry::search_with(PatternDraft draft, const RE2& compiled) {
  search.emplace(draft.regex().text(), draft.front(), compiled, draft.regex().group_count(), draft.take_guards());
}

struct PatternSet::State {
  std::vector<Entry> entries;
  std::vector<PatternDraft> drafts;  // of the entries, until freeze()
  PatternFilter filter;
  std::map<std::uint32_t, Entry> changed;  // what stands in for others until restore()
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
  auto core = parse_pattern(decl.match, settings.use, scope, diagnostics);
  if (core) return add(std::move(*core), decl, settings, scope, codes, ends);
  PatternDraft(decl, scope, codes, ends, settings.language).compile_guards(diagnostics);
  return std::nullopt;
}

std::uint32_t PatternSet::add(ParsedPattern core, const PatternDecl& decl, const PatternSettings& settings,
                              const PatternScope& scope, const TypeCodes& codes, const PatternEnds& ends) {
  PatternDraft& draft = state_->drafts.emplace_back(decl, scope, codes, ends, settings.language);
  draft.write(std::move(core));
  state_->entries.emplace_back(draft, settings.language);
  return static_cast<std::uint32_t>(state_->entries.size() - 1);
}

bool PatternSet::freeze(Diagnostics& diagnostics) {
  std::vector<PatternDraft> drafts = std::move(state_->drafts);
  std::vector<Diagnostics> of_guards(drafts.size());
  state_->filter.build(drafts.size(), [&](std::size_t i) -> std::optional<std::string> {
    if (!drafts[i].compile_guards(of_guards[i])) return std::nullopt;
    return drafts[i].whole();
  });
  const std::size_t room = state_->filter.first_without_room().value_or(drafts.size());
  bool good = true;
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    diagnostics.insert(diagnostics.end(), of_guards[i].begin(), of_guards[i].end());
    const RE2* regex = state_->filter.regex(i);
    if (i == room)
      drafts[i].complain_of_size(diagnostics);
    else if (i < room && !has_errors(of_guards[i]))
      drafts[i].complain(regex, state_->filter.takes_empty_text(i), diagnostics);
    good = good && regex != nullptr;
    if (regex != nullptr) state_->entries[i].search_with(std::move(drafts[i]), *regex);
  }
  return good;
}

bool PatternSet::replace(std::uint32_t pattern, ParsedPattern core, const PatternDecl& decl,
                         const PatternSettings& settings, const PatternScope& scope, const TypeCodes& codes,
                         const PatternEnds& ends) {
  PatternDraft draft(decl, scope, codes, ends, settings.language);
  draft.write(std::move(core));
  Diagnostics ignored;
  if (!draft.compile_guards(ignored)) return false;
  auto regex = std::make_unique<RE2>(draft.whole(), pattern_options());
  if (!regex->ok() || RE2::FullMatch("", *regex)) return false;
  Entry entry(draft, settings.language);
  entry.search_with(std::move(draft), *regex);
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
  std::vector<std::uint32_t> possible;
  state_->filter.candidates(typed, possible);
  for (const std::uint32_t index : possible) {
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
  return entry.search ? match_of(entry, entry.search->find(typed, from)) : std::nullopt;
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
