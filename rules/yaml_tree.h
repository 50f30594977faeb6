// SPDX-License-Identifier: Apache-2.0
// A YAML file as located values: the only door to yaml-cpp.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "rules/complaints.h"
#include "rules/rule_file.h"

namespace edgewise {

struct YamlEntry;

struct YamlNode {
  enum class Kind : std::uint8_t {
    null,
    text,
    list,
    map,
    refused,  // a complaint was made; say nothing more about it
  };
  Kind kind = Kind::null;
  bool complete = true;            // false: something in it was refused, so that items or keys may be missing
  bool repeats = false;            // of a map: a key was written twice, and the second value left out
  Located text;                    // the value of a text; else an empty text at the node's start
  std::vector<YamlNode> items;     // of a list
  std::vector<YamlEntry> entries;  // of a map, in the order written; each key once

  // The value of a key, or null. Linear in the map.
  const YamlNode* find(std::string_view key) const;
};

struct YamlEntry {
  Located key;
  YamlNode value;
};

// The document in file number `file` of the complaints' source. Complains about broken YAML, duplicate keys, anchors,
// aliases, tags, a second document, and whatever exceeds 64 levels, half a million values or 1 MB of text; what stands
// before the first broken place is still returned. Never throws.
YamlNode read_yaml(std::uint32_t file, Complaints& complaints);

}  // namespace edgewise
