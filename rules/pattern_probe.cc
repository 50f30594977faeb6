// SPDX-License-Identifier: Apache-2.0
// Tries beginnings of a pattern until one more part makes it fail.
#include "rules/pattern_probe.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "rules/pattern_compile.h"
#include "rules/probe_score.h"
#include "rules/probe_subject.h"
#include "rules/wider_gap.h"

namespace edgewise {
namespace {

std::string joined(const std::vector<Located>& expressions) {
  std::vector<std::string_view> texts;
  for (const Located& expression : expressions) texts.push_back(expression.text);
  return fmt::format("{}", fmt::join(texts, "; "));
}

}  // namespace

PatternProbe::PatternProbe(const RuleSet::Compiled& rules) : rules_(rules) {}
PatternProbe::~PatternProbe() = default;

ProbeSubject& PatternProbe::subject(std::uint32_t pattern) {
  std::unique_ptr<ProbeSubject>& known = subjects_[pattern];
  if (!known) known = std::make_unique<ProbeSubject>(make_probe_subject(rules_, pattern));
  return *known;
}

const ProbeBeginning& PatternProbe::beginning(ProbeSubject& subject, const ProbeCourse& course, std::size_t steps,
                                              PinnedCodes codes) {
  const auto [entry, fresh] = subject.beginnings.try_emplace({course.number, steps, codes.from, codes.to});
  ProbeBeginning& made = entry->second;
  if (!fresh) return made;
  const RelationRule& rule = *subject.rule;
  PatternRegex regex(*rules_.codes, subject.ends, rule.file->language);
  const std::size_t elements = std::min(steps, course.elements.size());
  write_elements(subject.pattern, course, elements, codes, regex);
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
                       *rules_.codes, {codes.from, codes.to, nullptr, nullptr}, *places[place], ignored))
      return made;
  }
  made.guarded.emplace(regex.text(), "", *made.core, regex.group_count(), std::move(guards));
  return made;
}

ProbeResult PatternProbe::follow(ProbeSubject& subject, const ProbeCourse& course, std::string_view pinned,
                                 PinnedCodes codes) {
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
    if (const auto span = beginning(subject, course, steps, codes).find(pinned)) {
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
  const PinnedCodes codes{from_code, to_code};
  ProbeSubject& asked = subject(pattern);
  ProbeResult best;
  const ProbeCourse* best_course = nullptr;
  for (const ProbeCourse& course : asked.courses) {
    ProbeResult result = follow(asked, course, pinned, codes);
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
  best.gap = wider_gap(rules_, asked, *best_course, best, pinned, codes);
  return best;
}

}  // namespace edgewise
