// SPDX-License-Identifier: Apache-2.0
// Searches for a pattern and checks its guards without using up any text for them.
#include "rules/guarded_pattern.h"

#include <algorithm>
#include <mutex>

#include "rules/barred_text.h"
#include "rules/pattern_compile.h"
#include "text/utf8.h"

namespace edgewise {
namespace {

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

bool begins_match(const RE2& regex, std::string_view text, std::size_t at) {
  return regex.Match(piece(text), at, text.size(), RE2::ANCHOR_START, nullptr, 0);
}

std::uint32_t next_start(std::string_view text, std::uint32_t at) {
  std::size_t next = at;
  if (next < text.size()) (void)next_code_point(text, next);
  return static_cast<std::uint32_t>(next > at ? next : at + 1);
}

}  // namespace

// Most patterns never need these two, so they are compiled when one does.
struct GuardedPattern::Lazy {
  std::once_flag led_once, barred_once, core_once;
  std::unique_ptr<RE2> led, barred, core;
};

GuardedPattern::GuardedPattern(std::string core, std::string_view ahead, const RE2& in_context, int group_count,
                               PatternGuards guards)
    : core_text_(std::move(core)),
      ahead_text_(ahead),
      in_context_(&in_context),
      group_count_(group_count),
      guards_(std::move(guards)),
      lazy_(std::make_unique<Lazy>()) {}
GuardedPattern::GuardedPattern(GuardedPattern&&) noexcept = default;
GuardedPattern::~GuardedPattern() = default;

const RE2& GuardedPattern::led() const {
  if (!guards_.after) return *in_context_;
  std::call_once(lazy_->led_once,
                 [&] { lazy_->led = std::make_unique<RE2>(core_text_ + ahead_text_, pattern_options()); });
  return *lazy_->led;
}

const RE2& GuardedPattern::barred() const {
  std::call_once(lazy_->barred_once,
                 [&] { lazy_->barred = std::make_unique<RE2>(barred_expression(core_text_), pattern_options()); });
  return *lazy_->barred;
}

const RE2& GuardedPattern::core() const {
  std::call_once(lazy_->core_once, [&] { lazy_->core = std::make_unique<RE2>(core_text_, pattern_options()); });
  return *lazy_->core;
}

bool GuardedPattern::begins_well(std::string_view typed, std::uint32_t begin) const {
  const re2::StringPiece behind = piece(typed.substr(0, begin));
  return (!guards_.after || RE2::PartialMatch(behind, *guards_.after)) &&
         (!guards_.not_after || !RE2::PartialMatch(behind, *guards_.not_after));
}

bool GuardedPattern::ends_well(std::string_view typed, std::uint32_t end) const {
  return (!guards_.before || begins_match(*guards_.before, typed, end)) &&
         (!guards_.not_before || !begins_match(*guards_.not_before, typed, end));
}

bool GuardedPattern::holds_well(std::string_view typed, Span span) const {
  return (!guards_.not_inside || !RE2::PartialMatch(piece(span.in(typed)), *guards_.not_inside)) &&
         (!guards_.unless || !RE2::PartialMatch(piece(clauses_around(typed, span).in(typed)), *guards_.unless));
}

std::string_view GuardedPattern::refusal(std::string_view typed, Span span) const {
  if (guards_.within && !RE2::PartialMatch(piece(typed), *guards_.within)) return "within";
  const re2::StringPiece behind = piece(typed.substr(0, span.begin));
  if (guards_.after && !RE2::PartialMatch(behind, *guards_.after)) return "after";
  if (guards_.not_after && RE2::PartialMatch(behind, *guards_.not_after)) return "not_after";
  if (guards_.before && !begins_match(*guards_.before, typed, span.end)) return "before";
  if (guards_.not_before && begins_match(*guards_.not_before, typed, span.end)) return "not_before";
  if (guards_.not_inside && RE2::PartialMatch(piece(span.in(typed)), *guards_.not_inside)) return "not_inside";
  if (guards_.unless && RE2::PartialMatch(piece(clauses_around(typed, span).in(typed)), *guards_.unless))
    return "unless";
  return {};
}

std::optional<MatchGroups> GuardedPattern::match(const RE2& regex, std::string_view typed, std::uint32_t from,
                                                 RE2::Anchor anchor) const {
  std::vector<re2::StringPiece> taken(static_cast<std::size_t>(group_count_) + 1);
  if (!regex.Match(piece(typed), from, typed.size(), anchor, taken.data(), static_cast<int>(taken.size())))
    return std::nullopt;
  MatchGroups groups;
  groups.reserve(taken.size());
  for (const re2::StringPiece& group : taken) {
    if (group.data() == nullptr) {
      groups.emplace_back();
      continue;
    }
    const auto begin = static_cast<std::uint32_t>(group.data() - typed.data());
    groups.push_back(Span{begin, begin + static_cast<std::uint32_t>(group.size())});
  }
  return groups;
}

std::optional<MatchGroups> GuardedPattern::match_with_allowed_end(std::string_view typed, std::uint32_t begin) const {
  std::vector<std::uint32_t> bars;
  for (std::uint32_t end = begin; end <= typed.size(); end = next_start(typed, end))
    if (!ends_well(typed, end)) bars.push_back(end);
  const BarredText text(typed, bars);
  auto groups = match(barred(), text.text(), text.to_barred(begin), RE2::ANCHOR_START);
  if (!groups) return std::nullopt;
  for (auto& group : *groups)
    if (group) *group = Span{text.to_plain(group->begin), text.to_plain(group->end)};
  const std::uint32_t end = (*groups)[1]->end;
  if (!core().Match(piece(typed), begin, end, RE2::ANCHOR_BOTH, nullptr, 0)) return std::nullopt;
  return groups;
}

std::optional<MatchGroups> GuardedPattern::find_unguarded(std::string_view typed, std::uint32_t from) const {
  return match(core(), typed, from, RE2::UNANCHORED);
}

std::optional<MatchGroups> GuardedPattern::find(std::string_view typed, std::uint32_t from) const {
  if (guards_.within && !RE2::PartialMatch(piece(typed), *guards_.within)) return std::nullopt;
  // `after` may look at what lies before `from`. Where the pattern in its context does not occur at all, the rest is
  // idle.
  if (guards_.after && !RE2::PartialMatch(piece(typed), *in_context_)) return std::nullopt;
  while (from <= typed.size()) {
    auto groups = match(led(), typed, from, RE2::UNANCHORED);
    if (!groups) return std::nullopt;
    const std::uint32_t begin = (*groups)[1]->begin;
    if (begins_well(typed, begin)) {
      if (!ends_well(typed, (*groups)[1]->end)) groups = match_with_allowed_end(typed, begin);
      if (groups && holds_well(typed, *(*groups)[1])) return groups;
    }
    from = next_start(typed, begin);
  }
  return std::nullopt;
}

// Goes only as far as the nearest marks: a long sentence may be asked about thousands of places.
Span clauses_around(std::string_view typed, Span span) {
  constexpr std::string_view kFullStop = "。";
  const auto is_mark = [](char byte) {
    return byte == ',' || byte == ';' || byte == ':' || byte == '!' || byte == '?';
  };
  Span clauses = span;
  for (; clauses.begin > 0; --clauses.begin) {
    const char byte = typed[clauses.begin - 1];
    if (is_mark(byte) || (byte == kFullStop.back() && typed.substr(0, clauses.begin).ends_with(kFullStop))) break;
  }
  for (; clauses.end < typed.size(); ++clauses.end) {
    const char byte = typed[clauses.end];
    if (is_mark(byte) || (byte == kFullStop.front() && typed.substr(clauses.end).starts_with(kFullStop))) break;
  }
  return clauses;
}

}  // namespace edgewise
