// SPDX-License-Identifier: Apache-2.0
// One walk over the tree and the table together.
#include "rules/rule_shapes.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "rules/rule_keys.h"
#include "rules/shape_phrases.h"
#include "rules/text_values.h"

namespace edgewise {
namespace {

using Kind = YamlNode::Kind;

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

// A key or an item: what to call it, and where to point if it holds nothing.
struct Site {
  std::string name;  // "'from'", "an item of 'from'"
  const Located& at;
};

class ShapeCheck {
 public:
  explicit ShapeCheck(Complaints& complaints) : complaints_(complaints) {}

  void check_map(const YamlNode& node, const RuleMap& map, const std::string& what, const Located& at);

 private:
  void check_value(const YamlNode& node, const RuleKey& key, const Located& at);
  bool check_text(const YamlNode& node, RuleShape shape, const Site& site);
  void check_texts(const YamlNode& node, const RuleKey& key, const Site& site);
  void check_maps(const YamlNode& node, const RuleKey& key, const Site& site);
  void check_named(const YamlNode& node, const RuleKey& key, const Site& site);
  void check_patterns(const YamlNode& node, const RuleKey& key, const Site& site);
  void check_pattern(const YamlNode& node, const RuleKey& key, const Site& site);
  void wrong_shape(const YamlNode& node, std::string_view expected, const Site& site, std::string help = {});
  std::string help_for_text(const YamlNode& node, RuleShape shape) const;
  std::string_view phrase_of(const YamlNode& node) const;
  char source_at(const Located& at) const {
    const std::string& text = complaints_.source().files[at.file].text;
    return at.start < text.size() ? text[at.start] : '\0';
  }

  Complaints& complaints_;
};

// "a relation" and a name make "relation 'x'".
std::string with_name(const RuleMap& map, std::string_view name) {
  return fmt::format("{} '{}'", map.what.substr(map.what.find(' ') + 1), name);
}

std::string what_to_call(const YamlNode& node, const RuleMap& map) {
  const YamlNode* name = node.find("name");
  if (&map != &kEntityMap || name == nullptr || name->kind != Kind::text) return std::string(map.what);
  return with_name(map, name->text.text);
}

// Where null was written out, and not just left away.
bool is_written_null(char first) { return first == '~' || first == 'n' || first == 'N'; }

std::string_view ShapeCheck::phrase_of(const YamlNode& node) const {
  if (node.kind == Kind::null && is_written_null(source_at(node.text))) return "null";
  return kind_phrase(node.kind);
}

std::string ShapeCheck::help_for_text(const YamlNode& node, RuleShape shape) const {
  const char first = source_at(node.text);
  if ((node.kind == Kind::map && first == '{') || (node.kind == Kind::list && first == '['))
    return fmt::format("a text that begins with {} needs single quotes", first);
  if (node.kind == Kind::map) return "a text that holds ': ' needs single quotes";
  if (node.kind == Kind::null && shape == RuleShape::colour) return "put the colour into quotes: # begins a comment";
  if (node.kind == Kind::null && is_written_null(first)) return "put the word into quotes if it is meant";
  if (node.kind == Kind::null) return "write a text, or take it away; a text that begins with # needs quotes";
  return {};
}

void ShapeCheck::wrong_shape(const YamlNode& node, std::string_view expected, const Site& site, std::string help) {
  if (node.kind == Kind::refused || !node.complete) return;
  const Located& at = node.kind == Kind::null ? site.at : node.text;
  complaints_.error("E106", at, fmt::format("{} must be {}, but is {}", site.name, expected, phrase_of(node)),
                    std::move(help));
}

bool ShapeCheck::check_text(const YamlNode& node, RuleShape shape, const Site& site) {
  if (node.kind != Kind::text) {
    wrong_shape(node, shape_phrase(shape), site, help_for_text(node, shape));
    return false;
  }
  if (!is_blank(node.text.text)) return true;
  complaints_.error("E126", node.text, fmt::format("{} must not be an empty text", site.name),
                    "write a text, or take it away");
  return false;
}

void ShapeCheck::check_texts(const YamlNode& node, const RuleKey& key, const Site& site) {
  if (node.kind == Kind::null && !key.required) return;
  if (node.kind != Kind::list) {
    check_text(node, RuleShape::texts, site);
    return;
  }
  for (const YamlNode& item : node.items)
    check_text(item, RuleShape::text, {fmt::format("an item of '{}'", key.name), item.text});
}

void ShapeCheck::check_maps(const YamlNode& node, const RuleKey& key, const Site& site) {
  if (node.kind == Kind::null) return;
  if (node.kind != Kind::list) return wrong_shape(node, shape_phrase(key.shape), site, "put '- ' before each item");
  for (const YamlNode& item : node.items) {
    const bool table = key.inner == &kEntityMap && item.find("file") != nullptr;
    const RuleMap& map = table ? kTableMap : *key.inner;
    if (item.kind == Kind::map) {
      check_map(item, map, what_to_call(item, map), item.text);
    } else {
      wrong_shape(item, "a map", {fmt::format("an item of '{}'", key.name), item.text},
                  fmt::format("its keys are: {}", fmt::join(map.names(), ", ")));
    }
  }
}

void ShapeCheck::check_named(const YamlNode& node, const RuleKey& key, const Site& site) {
  if (node.kind == Kind::null) return;
  if (node.kind != Kind::map) return wrong_shape(node, shape_phrase(key.shape), site, "write 'name: …' for each");
  for (const YamlEntry& entry : node.entries) {
    if (is_blank(entry.key.text)) {
      complaints_.error("E126", entry.key, fmt::format("a name in '{}' must not be empty", key.name), "write a name");
      continue;
    }
    if (key.inner == &kTypeMap) check_type_name(entry.key, complaints_);
    const YamlNode& value = entry.value;
    if (key.shape == RuleShape::fragments) {
      check_text(value, RuleShape::text, {fmt::format("fragment '{}'", entry.key.text), entry.key});
    } else if (value.kind == Kind::map) {
      check_map(value, *key.inner, with_name(*key.inner, entry.key.text), entry.key);
    } else if (value.kind != Kind::null) {
      wrong_shape(value, "a map", {with_name(*key.inner, entry.key.text), entry.key},
                  fmt::format("its keys are: {}", fmt::join(key.inner->names(), ", ")));
    }
  }
}

void ShapeCheck::check_pattern(const YamlNode& node, const RuleKey& key, const Site& site) {
  // {from} without quotes is a map to YAML, and the commonest slip in rule files.
  const bool slot = node.kind == Kind::map && source_at(node.text) == '{' && !node.entries.empty() &&
                    std::all_of(node.entries.begin(), node.entries.end(),
                                [](const YamlEntry& entry) { return entry.value.kind == Kind::null; });
  if (node.kind == Kind::map && !slot) {
    check_map(node, *key.inner, std::string(key.inner->what), node.text);
  } else {
    check_text(node, RuleShape::text, site);
  }
}

void ShapeCheck::check_patterns(const YamlNode& node, const RuleKey& key, const Site& site) {
  if (node.kind == Kind::null) return;
  if (node.kind != Kind::list) return check_pattern(node, key, site);
  for (const YamlNode& item : node.items)
    check_pattern(item, key, {fmt::format("an item of '{}'", key.name), item.text});
}

void ShapeCheck::check_value(const YamlNode& node, const RuleKey& key, const Located& at) {
  const Site site = {fmt::format("'{}'", key.name), at};
  switch (key.shape) {
    case RuleShape::texts:
      return check_texts(node, key, site);
    case RuleShape::maps:
      return check_maps(node, key, site);
    case RuleShape::named:
    case RuleShape::fragments:
      return check_named(node, key, site);
    case RuleShape::patterns:
      return check_patterns(node, key, site);
    case RuleShape::labels:
      if (node.kind == Kind::map) return check_map(node, *key.inner, std::string(key.inner->what), at);
      return wrong_shape(node, shape_phrase(key.shape), site, "write {zh: …, en: …}");
    case RuleShape::map:
      if (node.kind == Kind::map) return check_map(node, *key.inner, std::string(key.inner->what), at);
      return wrong_shape(node, shape_phrase(key.shape), site,
                         fmt::format("its keys are: {}", fmt::join(key.inner->names(), ", ")));
    case RuleShape::text:
    case RuleShape::word:
    case RuleShape::flag:
    case RuleShape::number:
    case RuleShape::version:
    case RuleShape::engine:
    case RuleShape::stage:
    case RuleShape::colour:
      if (check_text(node, key.shape, site)) check_text_value(node.text, key, complaints_);
  }
}

void ShapeCheck::check_map(const YamlNode& node, const RuleMap& map, const std::string& what, const Located& at) {
  for (const YamlEntry& entry : node.entries) {
    if (const RuleKey* key = map.find(entry.key.text)) {
      check_value(entry.value, *key, entry.key);
    } else {
      complaints_.error("E103", entry.key, fmt::format("unknown key '{}' in {}", entry.key.text, what),
                        near_and_known(entry.key.text, map.names(), "accepted keys"));
    }
  }
  if (!node.complete) return;
  for (const RuleKey& key : map.keys)
    if (key.required && node.find(key.name) == nullptr)
      complaints_.error("E105", at, fmt::format("{} lacks the key '{}'", what, key.name),
                        fmt::format("add '{}: {}', {}", key.name,
                                    key.shape == RuleShape::version ? kLanguageVersion : "…", key.meaning));
}

// Whether a key of the file brings in rules; the others only describe the pack. Wrong content is content as well,
// and so is what an unknown key was meant to hold.
bool declares_something(const YamlEntry& entry) {
  const RuleKey* key = kFileMap.find(entry.key.text);
  if (key == nullptr) return true;
  const YamlNode& value = entry.value;
  const bool may_be_empty = value.kind == Kind::null || value.kind == Kind::list || value.kind == Kind::map;
  const bool empty = may_be_empty && value.complete && value.items.empty() && value.entries.empty();
  return !empty && (key->inner != nullptr || key->shape == RuleShape::texts || key->shape == RuleShape::fragments);
}

}  // namespace

void check_shapes(const YamlNode& root, Complaints& complaints) {
  if (root.kind == Kind::refused) return;
  if (root.kind == Kind::text || root.kind == Kind::list) {
    complaints.error("E106", root.text,
                     fmt::format("a rule file must be a map, but this is {}", kind_phrase(root.kind)),
                     "begin with 'edgewise: 1'; see docs/rules.md");
    return;
  }
  if (root.kind == Kind::map) ShapeCheck(complaints).check_map(root, kFileMap, std::string(kFileMap.what), root.text);
  if (root.complete && std::none_of(root.entries.begin(), root.entries.end(), declares_something))
    complaints.error("E113", root.text, "the file declares nothing",
                     root.kind == Kind::map
                         ? "add types, entities, mentions or relations, or import a file that has them"
                         : "begin with 'edgewise: 1'; see docs/rules.md");
}

}  // namespace edgewise
