// SPDX-License-Identifier: Apache-2.0
// A group around each element, and RE2 says what it took.
#include "rules/match_parts.h"

#include <utility>

#include <re2/re2.h>

#include "rules/match_ends.h"
#include "rules/pattern_compile.h"

namespace edgewise {

struct MatchParts::Program {
  std::unique_ptr<RE2> regex;
  std::vector<std::pair<int, MatchPart>> parts;  // by group
  int groups = 0;
};

namespace {

SlotRole role_of(const ParsedPattern& pattern, const PatternElement& element) {
  return element.kind == PatternElement::Kind::slot ? pattern.pieces[element.first].role : SlotRole::other;
}

}  // namespace

MatchParts::MatchParts(const RuleSet::Compiled& rules) : rules_(rules) {}
MatchParts::~MatchParts() = default;

const MatchParts::Program& MatchParts::program(std::uint32_t pattern) {
  std::unique_ptr<Program>& known = programs_[pattern];
  if (known) return *known;
  known = std::make_unique<Program>();
  const RelationRule& rule = rules_.rules[pattern];
  Diagnostics ignored;  // the pattern has been compiled before
  const auto parsed =
      parse_pattern(rule.decl->match, PatternUse::relation, rules_.scope(*rule.file, rule.declared), ignored);
  if (!parsed) return *known;
  auto alternatives = pattern_alternatives(*parsed, 0, parsed->pieces.size());
  if (!alternatives) {
    PatternElement whole{PatternElement::Kind::expression, 0, parsed->pieces.size(), parsed->pieces.size(), 0, 0};
    alternatives = std::vector<PatternSequence>{{whole}};
  }
  const PatternEnds ends = ends_in_pattern(rules_, rule);
  PatternRegex regex(*rules_.codes, ends, rule.file->language);
  for (std::size_t i = 0; i < alternatives->size(); ++i) {
    if (i > 0) regex.append("|");
    for (const PatternElement& element : (*alternatives)[i]) {
      const bool takes = element.kind != PatternElement::Kind::flags;
      if (takes)
        known->parts.emplace_back(regex.open_group(),
                                  MatchPart{element.kind, role_of(*parsed, element), written(*parsed, element), {}});
      regex.append(*parsed, element.first, element.last);
      if (takes) regex.append(")");
    }
  }
  known->groups = regex.group_count();
  known->regex = std::make_unique<RE2>(regex.text(), pattern_options());
  return *known;
}

std::vector<MatchPart> MatchParts::of(std::uint32_t pattern, std::string_view typed, Span span) {
  const Program& wanted = program(pattern);
  std::vector<MatchPart> found;
  if (!wanted.regex || !wanted.regex->ok()) return found;
  std::vector<re2::StringPiece> taken(static_cast<std::size_t>(wanted.groups) + 1);
  if (!wanted.regex->Match({typed.data(), typed.size()}, span.begin, span.end, RE2::ANCHOR_BOTH, taken.data(),
                           static_cast<int>(taken.size())))
    return found;
  for (const auto& [group, part] : wanted.parts) {
    const re2::StringPiece& text = taken[static_cast<std::size_t>(group)];
    if (text.data() == nullptr || text.empty()) continue;
    const auto begin = static_cast<std::uint32_t>(text.data() - typed.data());
    found.push_back(part);
    found.back().taken = {begin, begin + static_cast<std::uint32_t>(text.size())};
  }
  return found;
}

}  // namespace edgewise
