// SPDX-License-Identifier: Apache-2.0
// Groups and slots of a pattern that give qualifiers of its relation.
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "rules/pattern_scanner.h"

namespace edgewise {

namespace {

bool has_qualifiers(PatternUse use) { return use == PatternUse::relation || use == PatternUse::document; }

}  // namespace

// In a relation's pattern a named group is one of its qualifiers, in a document's one of its facts.
void PatternScanner::name_group(const PatternOrigin& origin, const std::string& name) {
  if (!has_qualifiers(use_) || scope_.qualifiers == nullptr) return;
  if (scope_.qualifiers->count(name) > 0) {
    result_.pieces.back().qualifier = name;
    return;
  }
  std::vector<std::string> known;
  for (const auto& [qualifier, kind] : *scope_.qualifiers) known.push_back(qualifier);
  const std::string_view near = nearest_name(name, known);
  if (use_ == PatternUse::document) {
    fail(origin, "E228", fmt::format("a document has no '{}'", name),
         near.empty() ? fmt::format("write (?:…), or one of: {}", fmt::join(known, ", "))
                      : fmt::format("did you mean '{}'?", near));
    return;
  }
  fail(origin, "E224", fmt::format("the relation has no qualifier '{}'", name),
       near.empty() ? "declare it under 'qualifiers', or write (?:…)" : fmt::format("did you mean '{}'?", near));
}

// `{amount}` for a qualifier of the relation: a group of its own around what takes such a quantity or mention.
bool PatternScanner::put_qualifier(const PatternOrigin& origin, std::string_view body) {
  if (!has_qualifiers(use_) || scope_.qualifiers == nullptr) return false;
  const auto found = scope_.qualifiers->find(body);
  if (found == scope_.qualifiers->end()) return false;
  put(*origin.scalar, origin.begin, origin.end, "(");
  result_.pieces.back().kind = PatternPiece::Kind::group_open;
  result_.pieces.back().qualifier = found->first;
  if (found->second.type) {
    PatternPiece slot;
    slot.kind = PatternPiece::Kind::slot;
    slot.origin = origin;
    slot.types = {*found->second.type};
    result_.pieces.push_back(std::move(slot));
  } else {
    put(*origin.scalar, origin.begin, origin.end, std::string(quantity_expression(found->second.quantity)));
  }
  put(*origin.scalar, origin.begin, origin.end, ")");
  return true;
}

}  // namespace edgewise
