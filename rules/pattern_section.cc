// SPDX-License-Identifier: Apache-2.0
// Guards, scope, constraints, conditions and remarks of one pattern.
#include "rules/pattern_section.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "rules/yaml_values.h"

namespace edgewise {
namespace {

PairConstraints constraints(const YamlNode& pattern) {
  PairConstraints read;
  const YamlNode* where = pattern.find("where");
  if (where == nullptr) return read;
  const std::string order = word_of(*where, "order");
  if (order == "from-first") read.order = PairConstraints::Order::from_first;
  if (order == "to-first") read.order = PairConstraints::Order::to_first;
  read.same_clause = word_of(*where, "same") == "clause";
  if (text_of(*where, "apart")) read.apart = static_cast<std::uint32_t>(std::max(0, number_of(*where, "apart")));
  read.from_not = texts_of(*where, "from_not");
  read.to_not = texts_of(*where, "to_not");
  return read;
}

DocumentConditions conditions(const YamlNode& pattern) {
  const YamlNode* when = pattern.find("when");
  if (when == nullptr) return {};
  return {texts_of(*when, "title"),    texts_of(*when, "not_title"), texts_of(*when, "body"),
          texts_of(*when, "not_body"), texts_of(*when, "source"),    texts_of(*when, "not_source"),
          texts_of(*when, "date")};
}

Confidence confidence(const YamlNode& pattern) {
  const std::string written = word_of(pattern, "confidence");
  if (written == name(Confidence::medium)) return Confidence::medium;
  return written == name(Confidence::low) ? Confidence::low : Confidence::high;
}

}  // namespace

std::optional<MatchScope> read_scope(const YamlNode& map) {
  static constexpr std::pair<std::string_view, MatchScope> kScopes[] = {
      {"sentence", MatchScope::sentence},   {"clause", MatchScope::clause}, {"neighbours", MatchScope::neighbours},
      {"paragraph", MatchScope::paragraph}, {"title", MatchScope::title},   {"document", MatchScope::document},
  };
  const std::string written = word_of(map, "scope");
  for (const auto& [name, scope] : kScopes)
    if (name == written) return scope;
  return std::nullopt;
}

PatternDecl read_pattern(const YamlNode& map, const Located& match) {
  PatternDecl decl;
  decl.match = match;
  decl.before = texts_of(map, "before");
  decl.after = texts_of(map, "after");
  decl.not_before = texts_of(map, "not_before");
  decl.not_after = texts_of(map, "not_after");
  decl.not_inside = texts_of(map, "not_inside");
  decl.unless = texts_of(map, "unless");
  decl.within = texts_of(map, "within");
  decl.modality = parse_modality(word_of(map, "modality"));
  decl.id = text_of(map, "id");
  decl.priority = number_of(map, "priority");
  decl.scope = read_scope(map);
  decl.where = constraints(map);
  decl.when = conditions(map);
  decl.confidence = confidence(map);
  decl.note = text_of(map, "note");
  decl.references = texts_of(map, "references");
  return decl;
}

}  // namespace edgewise
