// SPDX-License-Identifier: Apache-2.0
// A callout at the end of the pattern looks at each way of matching and asks for the next.
#define PCRE2_CODE_UNIT_WIDTH 8
#include "tests/rules/engine/every_way_of_matching.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include <pcre2.h>

#include "rules/guarded_pattern.h"
#include "rules/match_ends.h"
#include "rules/pattern_compile.h"
#include "rules/pattern_elements.h"
#include "rules/pattern_guards.h"

namespace edgewise::testing {

struct EveryWayOfMatching::Program {
  std::unique_ptr<pcre2_code, void (*)(pcre2_code*)> code{nullptr, pcre2_code_free};
  std::unique_ptr<RE2> core;
  std::optional<GuardedPattern> guards;
  std::vector<SlotGroup> slots;
  bool wants_from = false, wants_to = false, pairs = false;
};

namespace {

struct Question {
  const TypedText* typed;
  const WantedEnds* ends;
  const std::vector<SlotGroup>* slots;
  const GuardedPattern* guards;
  bool wants_from, wants_to, pairs, answer;
};

bool holds(const TypedText& typed, Span slot, const std::vector<bool>& wanted) {
  const auto [first, last] = typed.mentions_in(slot);
  for (std::uint32_t mention = first; mention < std::min(last, first + kMostListItems); ++mention)
    if (wanted[mention]) return true;
  return false;
}

int look(pcre2_callout_block* block, void* data) {
  Question& question = *static_cast<Question*>(data);
  const auto group = [&](int number) -> std::optional<Span> {
    const auto at = static_cast<std::size_t>(number);
    if (at >= block->capture_top || block->offset_vector[2 * at] == PCRE2_UNSET) return std::nullopt;
    return Span{static_cast<std::uint32_t>(block->offset_vector[2 * at]),
                static_cast<std::uint32_t>(block->offset_vector[2 * at + 1])};
  };
  bool from = !question.wants_from, to = !question.wants_to;
  for (const SlotGroup& slot : *question.slots) {
    const auto taken = group(slot.group);
    if (!taken || slot.role == SlotRole::other) continue;
    if (slot.role == SlotRole::from) from = from || holds(*question.typed, *taken, question.ends->from);
    if (slot.role == SlotRole::to || question.pairs) to = to || holds(*question.typed, *taken, question.ends->to);
  }
  const Span span{static_cast<std::uint32_t>(block->start_match), static_cast<std::uint32_t>(block->current_position)};
  if (!from || !to || !question.guards->refusal(question.typed->text(), span).empty()) return 0;
  question.answer = true;
  return -1;
}

}  // namespace

EveryWayOfMatching::EveryWayOfMatching(const RuleSet::Compiled& rules) : rules_(rules) {}
EveryWayOfMatching::~EveryWayOfMatching() = default;

EveryWayOfMatching::Program& EveryWayOfMatching::program(std::uint32_t pattern, std::size_t steps) {
  std::unique_ptr<Program>& known = programs_[{pattern, steps}];
  if (known) return *known;
  known = std::make_unique<Program>();
  const RelationRule& rule = rules_.rules[pattern];
  const PatternScope scope = rules_.scope(*rule.file, rule.declared);
  Diagnostics none;
  const auto parsed = parse_pattern(rule.decl->match, PatternUse::relation, scope, none);
  const auto alternatives = pattern_alternatives(*parsed, 0, parsed->pieces.size());
  if (alternatives->size() != 1) throw std::logic_error("the test asks about patterns without alternatives only");
  const PatternSequence& elements = alternatives->front();
  const std::size_t count = std::min(steps, elements.size());
  const std::size_t pieces = count == 0 ? 0 : elements[count - 1].last;
  const PatternEnds ends = ends_in_pattern(rules_, rule);
  PatternRegex regex(*rules_.codes, ends, rule.file->language);
  regex.append(*parsed, 0, pieces);
  known->slots = regex.slots();
  known->pairs = rule.pairs;
  for (const SlotGroup& slot : known->slots) {
    known->wants_from = known->wants_from || slot.role == SlotRole::from;
    known->wants_to = known->wants_to || slot.role == SlotRole::to || (rule.pairs && slot.role == SlotRole::from);
  }
  const std::string text = "(?:" + regex.text() + ")(?C1)(*FAIL)";
  int error = 0;
  PCRE2_SIZE at = 0;
  known->code.reset(pcre2_compile(reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(),
                                  PCRE2_UTF | PCRE2_DOTALL | PCRE2_NO_AUTO_POSSESS | PCRE2_NO_START_OPTIMIZE, &error,
                                  &at, nullptr));
  if (!known->code) throw std::logic_error("PCRE2 does not take " + text);
  PatternGuards guards;
  const std::array<std::unique_ptr<RE2>*, kGuardKeys.size()> places = {
      &guards.within,     &guards.after,      &guards.not_after, &guards.before,
      &guards.not_before, &guards.not_inside, &guards.unless};
  std::size_t left = steps - count;
  for (std::size_t i = 0; i < kGuardKeys.size() && left > 0; ++i) {
    const std::vector<Located>& expressions = rule.decl->*kGuardKeys[i].expressions;
    if (expressions.empty()) continue;
    --left;
    (void)compile_guard(expressions, kGuardKeys[i].anchored_at_end ? "\\z" : "", scope, *rules_.codes, *places[i],
                        none);
  }
  known->core = std::make_unique<RE2>("()");
  known->guards.emplace("()", "", *known->core, 1, std::move(guards));
  return *known;
}

bool EveryWayOfMatching::matches(std::uint32_t pattern, std::size_t steps, const TypedText& typed,
                                 const WantedEnds& ends) {
  Program& asked = program(pattern, steps);
  Question question{&typed, &ends, &asked.slots, &*asked.guards, asked.wants_from, asked.wants_to, asked.pairs, false};
  const std::unique_ptr<pcre2_match_context, void (*)(pcre2_match_context*)> context(
      pcre2_match_context_create(nullptr), pcre2_match_context_free);
  pcre2_set_callout(context.get(), look, &question);
  const std::unique_ptr<pcre2_match_data, void (*)(pcre2_match_data*)> data(
      pcre2_match_data_create_from_pattern(asked.code.get(), nullptr), pcre2_match_data_free);
  const std::string_view text = typed.text();
  const int result = pcre2_match(asked.code.get(), reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), 0, 0,
                                 data.get(), context.get());
  if (result != PCRE2_ERROR_NOMATCH && result != -1) throw std::runtime_error("PCRE2 gave up");
  return question.answer;
}

}  // namespace edgewise::testing
