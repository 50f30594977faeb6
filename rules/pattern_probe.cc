// SPDX-License-Identifier: Apache-2.0
// Tries beginnings of a pattern until one more part makes it fail.
#include "rules/pattern_probe.h"

#include <array>
#include <tuple>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "rules/guarded_pattern.h"
#include "rules/match_ends.h"
#include "rules/pattern_compile.h"
#include "rules/pattern_guards.h"
#include "rules/pinned_pattern.h"
#include "rules/probe_score.h"
#include "text/utf8.h"

namespace edgewise {

struct PatternProbe::Course {
  std::size_t number = 0;
  std::vector<PatternElement> flags;  // of the alternatives before this one, which hold here as well
  std::vector<PatternElement> elements;
  PinnedSlots slots;
};

struct PatternProbe::Beginning {
  std::unique_ptr<RE2> core;  // as group 1
  std::optional<GuardedPattern> guarded;

  std::optional<Span> find(std::string_view pinned) const {
    if (!guarded) return std::nullopt;
    const auto groups = guarded->find(pinned, 0);
    return groups ? (*groups)[1] : std::nullopt;
  }
};

// A beginning with its last gap but one step written otherwise.
struct PatternProbe::Widened {
  std::unique_ptr<RE2> regex;
  int group = 0;  // of the gap
};

struct PatternProbe::Subject {
  const RelationRule* rule = nullptr;
  PatternEnds ends;
  ParsedPattern pattern;
  std::vector<const GuardKey*> guards;
  std::vector<Course> courses;
  using Key = std::tuple<std::size_t, std::size_t, std::uint32_t, std::uint32_t>;  // course, steps, codes
  mutable std::map<Key, Beginning> beginnings;
  mutable std::map<std::pair<Key, std::size_t>, Widened> widened;  // by the attempt
};

namespace {

// Every choice of slots for the two ends among the pieces of one alternative.
std::vector<PinnedSlots> choices(const ParsedPattern& pattern, const PatternSequence& sequence, bool pairs) {
  std::vector<std::size_t> from, to;
  if (sequence.empty()) return {};
  for (std::size_t i = sequence.front().first; i < sequence.back().last; ++i) {
    const PatternPiece& piece = pattern.pieces[i];
    if (piece.kind != PatternPiece::Kind::slot || piece.role == SlotRole::other) continue;
    (piece.role == SlotRole::from ? from : to).push_back(i);
  }
  if (pairs) to = from;
  std::vector<PinnedSlots> slots;
  for (const std::size_t a : from)
    for (const std::size_t b : to)
      if (a != b || pattern.pieces[a].list) slots.push_back({a, b});
  return slots;
}

std::string joined(const std::vector<Located>& expressions) {
  std::vector<std::string_view> texts;
  for (const Located& expression : expressions) texts.push_back(expression.text);
  return fmt::format("{}", fmt::join(texts, "; "));
}

}  // namespace

PatternProbe::PatternProbe(const RuleSet::Compiled& rules) : rules_(rules) {}
PatternProbe::~PatternProbe() = default;

const PatternProbe::Subject& PatternProbe::subject(std::uint32_t pattern) {
  std::unique_ptr<Subject>& known = subjects_[pattern];
  if (known) return *known;
  known = std::make_unique<Subject>();
  known->rule = &rules_.rules[pattern];
  known->ends = ends_in_pattern(rules_, *known->rule);
  Diagnostics ignored;  // the pattern has been compiled before
  const RelationRule& rule = *known->rule;
  if (auto parsed =
          parse_pattern(rule.decl->match, PatternUse::relation, rules_.scope(*rule.file, rule.declared), ignored))
    known->pattern = std::move(*parsed);
  for (const GuardKey& key : kGuardKeys)
    if (!(rule.decl->*key.expressions).empty()) known->guards.push_back(&key);
  const std::size_t size = known->pattern.pieces.size();
  auto alternatives = pattern_alternatives(known->pattern, 0, size);
  if (!alternatives)
    alternatives = std::vector<PatternSequence>{{{PatternElement::Kind::expression, 0, size, size, 0, 0}}};
  std::vector<PatternElement> flags;
  for (const PatternSequence& sequence : *alternatives) {
    for (const PinnedSlots slots : choices(known->pattern, sequence, rule.pairs))
      known->courses.push_back({known->courses.size(), flags, sequence, slots});
    for (const PatternElement& element : sequence)
      if (element.kind == PatternElement::Kind::flags) flags.push_back(element);
  }
  return *known;
}

namespace {

// Group 1 with the first `count` elements. Returns the number of the group around element `grouped`, 0 if it is none.
int write_elements(const ParsedPattern& pattern, const std::vector<PatternElement>& flags,
                   const std::vector<PatternElement>& elements, std::size_t count, PinnedSlots slots, PinnedEnds codes,
                   PatternRegex& regex, std::optional<std::size_t> grouped = std::nullopt) {
  PinnedWriter writer(pattern, slots, codes, regex);
  regex.open_group();
  for (const PatternElement& flag : flags) writer.write(flag);
  int group = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (grouped == i) group = regex.open_group();
    writer.write(elements[i]);
    if (grouped == i) regex.append(")");
  }
  regex.append(")");
  return group;
}

}  // namespace

const PatternProbe::Beginning& PatternProbe::beginning(const Subject& subject, const Course& course, std::size_t steps,
                                                       std::uint32_t from_code, std::uint32_t to_code) {
  const auto [entry, fresh] = subject.beginnings.try_emplace({course.number, steps, from_code, to_code});
  Beginning& made = entry->second;
  if (!fresh) return made;
  const RelationRule& rule = *subject.rule;
  PatternRegex regex(*rules_.codes, subject.ends, rule.file->language);
  const PinnedEnds codes{from_code, to_code, nullptr, nullptr};
  const std::size_t elements = std::min(steps, course.elements.size());
  write_elements(subject.pattern, course.flags, course.elements, elements, course.slots, codes, regex);
  made.core = std::make_unique<RE2>(regex.text(), pattern_options());
  if (!made.core->ok()) return made;
  PatternGuards guards;
  const std::array<std::unique_ptr<RE2>*, kGuardKeys.size()> places = {
      &guards.within,     &guards.after,      &guards.not_after, &guards.before,
      &guards.not_before, &guards.not_inside, &guards.unless};
  Diagnostics ignored;
  for (std::size_t i = 0; i + elements < steps; ++i) {
    const GuardKey& key = *subject.guards[i];
    const auto place = static_cast<std::size_t>(&key - kGuardKeys.data());
    if (!compile_guard(rule.decl->*key.expressions, key.anchored_at_end ? "\\z" : "", rules_.scope(*rule.file),
                       *rules_.codes, codes, *places[place], ignored))
      return made;
  }
  made.guarded.emplace(regex.text(), "", *made.core, regex.group_count(), std::move(guards));
  return made;
}

ProbeResult PatternProbe::follow(const Subject& subject, const Course& course, std::string_view pinned,
                                 std::uint32_t from_code, std::uint32_t to_code) {
  ProbeResult result;
  for (const PatternElement& element : course.elements)
    result.steps.push_back(
        {element.kind,
         element.kind == PatternElement::Kind::slot ? subject.pattern.pieces[element.first].role : SlotRole::other,
         written(subject.pattern, element),
         {}});
  for (const GuardKey* key : subject.guards)
    result.steps.push_back({PatternElement::Kind::expression, SlotRole::other,
                            joined(subject.rule->decl->*key->expressions), std::string(key->name)});
  // What more steps match, fewer match as well.
  std::size_t too_many = result.steps.size() + 1;
  while (result.matched + 1 < too_many) {
    const bool first_try = too_many > result.steps.size() && result.matched == 0;
    const std::size_t steps = first_try ? course.elements.size() : (result.matched + too_many) / 2;
    if (steps <= result.matched || steps >= too_many) break;
    if (const auto span = beginning(subject, course, steps, from_code, to_code).find(pinned)) {
      result.matched = steps;
      result.reached = *span;
    } else {
      too_many = steps;
    }
  }
  return result;
}

ProbeResult PatternProbe::probe(std::uint32_t pattern, std::string_view pinned, std::uint32_t from_code,
                                std::uint32_t to_code) {
  const Subject& asked = subject(pattern);
  ProbeResult best;
  const Course* best_course = nullptr;
  for (const Course& course : asked.courses) {
    ProbeResult result = follow(asked, course, pinned, from_code, to_code);
    if (best_course != nullptr && !nearer(score(result), score(best))) continue;
    best = std::move(result);
    best_course = &course;
    if (best.complete()) break;
  }
  if (best_course == nullptr || best.complete()) return best;
  if (best.matched < best_course->elements.size()) {
    const PatternElement& failing = best_course->elements[best.matched];
    const auto refuses = [&](std::size_t slot, std::uint32_t code) {
      return failing.kind == PatternElement::Kind::slot && failing.first == slot &&
             !PatternRegex(*rules_.codes, asked.ends).slot_codes(asked.pattern.pieces[slot])[code];
    };
    best.wrong_type = refuses(best_course->slots.from, from_code) || refuses(best_course->slots.to, to_code);
  }
  best.gap = better_gap(asked, *best_course, best, pinned, from_code, to_code);
  return best;
}

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

}  // namespace

const PatternProbe::Widened& PatternProbe::widened(const Subject& subject, const Course& course, std::size_t steps,
                                                   std::size_t attempt, std::uint32_t from_code,
                                                   std::uint32_t to_code) {
  const auto [entry, fresh] =
      subject.widened.try_emplace({Subject::Key{course.number, steps, from_code, to_code}, attempt});
  Widened& made = entry->second;
  if (!fresh) return made;
  const std::size_t gap = steps - 2;
  ParsedPattern changed = subject.pattern;
  PatternPiece& piece = changed.pieces[course.elements[gap].first];
  const GapTry wanted = tries_for(piece.reach_kind)[attempt];
  piece.reach_kind = wanted.kind;
  if (wanted.longer) piece.reach = std::max(piece.reach, kLong);
  PatternRegex regex(*rules_.codes, subject.ends, subject.rule->file->language);
  made.group = write_elements(changed, course.flags, course.elements, steps, course.slots,
                              {from_code, to_code, nullptr, nullptr}, regex, gap);
  made.regex = std::make_unique<RE2>(regex.text(), pattern_options());
  return made;
}

// The failing step behind a gap: would it match if the gap were longer, or might step over more?
std::optional<ProbeGap> PatternProbe::better_gap(const Subject& subject, const Course& course,
                                                 const ProbeResult& result, std::string_view pinned,
                                                 std::uint32_t from_code, std::uint32_t to_code) {
  if (result.wrong_type || result.matched == 0 || result.matched >= course.elements.size()) return std::nullopt;
  const std::size_t gap = result.matched - 1;
  if (course.elements[gap].kind != PatternElement::Kind::gap) return std::nullopt;
  const PatternPiece& before = subject.pattern.pieces[course.elements[gap].first];
  const auto tries = tries_for(before.reach_kind);
  for (std::size_t attempt = 0; attempt < tries.size(); ++attempt) {
    const Widened& wider = widened(subject, course, result.matched + 1, attempt, from_code, to_code);
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
