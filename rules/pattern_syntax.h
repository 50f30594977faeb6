// SPDX-License-Identifier: Apache-2.0
// Reads the pattern language: RE2 plus slots, gaps and fragments.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "rules/gazetteer.h"
#include "rules/rule_file.h"
#include "rules/type_tree.h"
#include "text/diagnostic.h"
#include "text/quantity.h"

namespace edgewise {

enum class SlotRole : std::uint8_t { from, to, other };
enum class GapReach : std::uint8_t { clause, clause_any, sentence, text };

// Bytes of a scalar of the rule file that a part of a pattern was made from.
struct PatternOrigin {
  const Located* scalar = nullptr;
  std::size_t begin = 0, end = 0;
};

// A piece of a pattern: RE2 text, a slot or a gap.
struct PatternPiece {
  enum class Kind : std::uint8_t { regex, group_open, slot, gap } kind = Kind::regex;
  PatternOrigin origin;
  std::string regex;                // regex; group_open: a capturing bracket the author wrote
  std::string qualifier;            // group_open: the qualifier that the group gives, or empty
  SlotRole role = SlotRole::other;  // slot
  std::vector<TypeId> types;        // slot: narrowed to these; empty = the type of the end
  std::optional<EntityId> entity;   // slot: one named entity
  bool list = false;                // slot
  std::uint32_t most_items = 0;     // slot: items of the list that are taken; 0 = as many as the engine takes
  std::uint32_t reach = 0;          // gap: characters at most
  GapReach reach_kind = GapReach::clause;
};

struct ParsedPattern {
  std::vector<PatternPiece> pieces;
  std::vector<std::shared_ptr<const Located>> arguments;  // what was handed to fragments; some origins point here
  bool has(SlotRole role) const;
};

// What a qualifier is made from: a quantity, or a mention of a type.
struct QualifierKind {
  QuantityKind quantity = QuantityKind::text;
  std::optional<TypeId> type;
};
using QualifierTable = std::map<std::string, QualifierKind, std::less<>>;

// Everything a pattern may refer to.
struct PatternScope {
  const RuleSource& source;
  const TypeTree& types;
  const Gazetteer& gazetteer;
  const std::map<std::string, const FragmentDecl*, std::less<>>& fragments;  // by name without parameters
  const QualifierTable* qualifiers = nullptr;  // of the relation, or of the document; null where there is none
};

// What a pattern is for; `{from}` and `{to}` belong only in relation patterns.
enum class PatternUse : std::uint8_t { relation, mention, document, guard };

// Reads one scalar. Fragments are put in place. Non-ASCII characters are brought into the normal form of text; those
// that become RE2 operators by that are escaped. Returns nullopt after at least one diagnostic. The result points into
// the scope.
std::optional<ParsedPattern> parse_pattern(const Located& pattern, PatternUse use, const PatternScope& scope,
                                           Diagnostics& diagnostics);

}  // namespace edgewise
