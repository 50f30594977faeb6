// SPDX-License-Identifier: Apache-2.0
// Values by key, whatever else stands there being left out.
#include "rules/yaml_values.h"

#include <charconv>

namespace edgewise {

using Kind = YamlNode::Kind;

std::optional<Located> text_of(const YamlNode& map, std::string_view key) {
  const YamlNode* node = map.find(key);
  if (node == nullptr || node->kind != Kind::text) return std::nullopt;
  return node->text;
}

Located text_or_none_of(const YamlNode& map, std::string_view key) { return text_of(map, key).value_or(Located()); }

std::string word_of(const YamlNode& map, std::string_view key) { return text_or_none_of(map, key).text; }

std::vector<Located> texts_of(const YamlNode& map, std::string_view key) {
  std::vector<Located> found;
  const YamlNode* node = map.find(key);
  if (node == nullptr) return found;
  // Blank texts have been complained about, and mean nothing.
  const auto add = [&](const YamlNode& item) {
    if (item.kind == Kind::text && item.text.text.find_first_not_of(" \t\r\n") != std::string::npos)
      found.push_back(item.text);
  };
  add(*node);
  for (const YamlNode& item : node->items) add(item);
  return found;
}

std::optional<bool> flag_of(const YamlNode& map, std::string_view key) {
  const auto value = text_of(map, key);
  if (!value) return std::nullopt;
  return value->text == "true";
}

std::vector<Label> labels_of(const YamlNode& map) {
  std::vector<Label> found;
  const YamlNode* node = map.find("label");
  if (node == nullptr) return found;
  for (const YamlEntry& entry : node->entries)
    if (entry.value.kind == Kind::text) found.push_back({entry.key.text, entry.value.text.text});
  return found;
}

// The maps in a list under `key`.
std::vector<const YamlNode*> maps_of(const YamlNode& root, std::string_view key) {
  std::vector<const YamlNode*> found;
  const YamlNode* node = root.find(key);
  if (node == nullptr) return found;
  for (const YamlNode& item : node->items)
    if (item.kind == Kind::map) found.push_back(&item);
  return found;
}

const std::vector<YamlEntry>& entries_of(const YamlNode& root, std::string_view key) {
  static const std::vector<YamlEntry> kNone;
  const YamlNode* node = root.find(key);
  return node == nullptr ? kNone : node->entries;
}

std::int32_t number_of(const YamlNode& map, std::string_view key) {
  const std::string digits = word_of(map, key);
  std::int32_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

}  // namespace edgewise
