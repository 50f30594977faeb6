// SPDX-License-Identifier: Apache-2.0
// A YAML file as located values: the only door to yaml-cpp.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "rules/rule_file.h"
#include "text/diagnostic.h"

namespace edgewise {

struct YamlNode {
  enum class Kind : std::uint8_t { null, scalar, list, map } kind = Kind::null;
  Located text;                                      // scalar: its value; else only its place
  bool quoted = false;                               // a scalar in quotes or a block
  std::vector<YamlNode> items;                       // list
  std::vector<std::pair<Located, YamlNode>> entries; // map, in the order written; keys may repeat

  // The value of the first entry with that key, or null.
  const YamlNode* find(std::string_view key) const;
};

// Reads one document. `file` is the index of the file in `source`, whose lines are already there. Anchors, aliases, tags,
// nesting deeper than 64 and a second document are refused (E109, E110, E115); broken YAML is E102. Null after a diagnostic.
std::unique_ptr<YamlNode> read_yaml(const std::string& bytes, std::uint32_t file, const RuleSource& source,
                                    Diagnostics& diagnostics);

}  // namespace edgewise
