// SPDX-License-Identifier: Apache-2.0
// The table of everything a rule file may say: which keys stand in which map, and what they hold.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace edgewise {

// What a key may hold. A missing or empty list is the empty list.
enum class RuleShape {
  text,       // one text, not empty
  texts,      // a text or a list of texts
  word,       // one of RuleKey::words
  flag,       // true or false
  number,     // a whole number, kLeastNumber to kMostNumber
  version,    // of the rule language
  engine,     // a version of Edgewise
  stage,      // a small number
  colour,     // "#rrggbb"
  labels,     // a map of languages to texts
  map,        // one map
  maps,       // a list of maps
  named,      // a map of names to maps, which may be empty
  fragments,  // a map of names to texts
  patterns,   // a pattern or a list of them: texts, or maps
};

struct RuleMap;

// A row of the table. `meaning` is a phrase for people: error messages and the schema use it.
struct RuleKey {
  std::string_view name;
  RuleShape shape = RuleShape::text;
  std::string_view meaning;
  bool required = false;
  std::span<const std::string_view> words = {};  // of RuleShape::word
  const RuleMap* inner = nullptr;  // of labels, map, maps, named and patterns: the map that may stand there
};

// One kind of map of the language with its keys, in the order in which they are listed to people.
struct RuleMap {
  std::string_view what;  // "a relation"; with a name, "relation 'x'"
  std::span<const RuleKey> keys;

  // The row of that name, or null.
  const RuleKey* find(std::string_view name) const;
  std::vector<std::string> names() const;
};

// The whole language hangs below kFileMap. An entry of `entities` with the key `file` is a kTableMap, else a
// kEntityMap.
extern const RuleMap kFileMap, kTypeMap, kEntityMap, kTableMap, kRelationMap;

// The version of the rule language that this program reads.
inline constexpr std::string_view kLanguageVersion = "1";
inline constexpr std::uint32_t kLastStage = 9;
inline constexpr std::int32_t kLeastNumber = -1000, kMostNumber = 1000;

// The columns of a name table; only `name` is required.
extern const std::span<const std::string_view> kTableColumns;

// How a column or key `case` may be filled; the second one folds.
extern const std::span<const std::string_view> kCaseWords;

}  // namespace edgewise
