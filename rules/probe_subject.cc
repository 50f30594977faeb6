// SPDX-License-Identifier: Apache-2.0
// Takes a pattern apart into courses, and writes them down again.
#include "rules/probe_subject.h"

#include "rules/match_ends.h"
#include "rules/pattern_regex.h"

namespace edgewise {
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

}  // namespace

ProbeSubject make_probe_subject(const RuleSet::Compiled& rules, std::uint32_t pattern) {
  ProbeSubject made;
  const RelationRule& rule = rules.rules[pattern];
  made.rule = &rule;
  made.ends = ends_in_pattern(rules, rule);
  Diagnostics ignored;  // the pattern has been compiled before
  if (auto parsed =
          parse_pattern(rule.decl->match, PatternUse::relation, rules.scope(*rule.file, rule.declared), ignored))
    made.pattern = std::move(*parsed);
  for (const GuardKey& key : kGuardKeys)
    if (!(rule.decl->*key.expressions).empty()) made.guards.push_back(&key);
  const std::size_t size = made.pattern.pieces.size();
  auto alternatives = pattern_alternatives(made.pattern, 0, size);
  if (!alternatives)
    alternatives = std::vector<PatternSequence>{{{PatternElement::Kind::expression, 0, size, size, 0, 0}}};
  std::vector<PatternElement> flags;
  for (const PatternSequence& sequence : *alternatives) {
    for (const PinnedSlots slots : choices(made.pattern, sequence, rule.pairs))
      made.courses.push_back({made.courses.size(), flags, sequence, slots});
    for (const PatternElement& element : sequence)
      if (element.kind == PatternElement::Kind::flags) flags.push_back(element);
  }
  return made;
}

int write_elements(const ParsedPattern& pattern, const ProbeCourse& course, std::size_t count, PinnedCodes codes,
                   PatternRegex& regex, std::optional<std::size_t> grouped) {
  PinnedWriter writer(pattern, course.slots, {codes.from, codes.to, nullptr, nullptr}, regex);
  regex.open_group();
  for (const PatternElement& flag : course.flags) writer.write(flag);
  int group = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (grouped == i) group = regex.open_group();
    writer.write(course.elements[i]);
    if (grouped == i) regex.append(")");
  }
  regex.append(")");
  return group;
}

}  // namespace edgewise
