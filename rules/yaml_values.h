// SPDX-License-Identifier: Apache-2.0
// What a map of a YAML file holds under its keys. Shapes are right, or somebody has complained already: what is missing
// or of another shape reads as empty.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rule_file.h"
#include "rules/yaml_tree.h"

namespace edgewise {

std::optional<Located> text_of(const YamlNode& map, std::string_view key);
Located text_or_none_of(const YamlNode& map, std::string_view key);
// The text without its place.
std::string word_of(const YamlNode& map, std::string_view key);
// A text or a list of texts, without blank ones.
std::vector<Located> texts_of(const YamlNode& map, std::string_view key);
std::optional<bool> flag_of(const YamlNode& map, std::string_view key);
// 0 if there is none.
std::int32_t number_of(const YamlNode& map, std::string_view key);
// The texts under `label`, by language.
std::vector<Label> labels_of(const YamlNode& map);
// The maps in a list. Pointers into `map`.
std::vector<const YamlNode*> maps_of(const YamlNode& map, std::string_view key);
// The entries of a map in a map.
const std::vector<YamlEntry>& entries_of(const YamlNode& map, std::string_view key);

}  // namespace edgewise
