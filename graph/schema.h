// SPDX-License-Identifier: Apache-2.0
// How types and relations are called and coloured; comes from the rule packs, used by every writer.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace edgewise {

struct SchemaEntry {
  std::string id;                                           // "Company", "company-competes-with"
  std::vector<std::pair<std::string, std::string>> labels;  // language, label
  std::string color;                                        // "#rrggbb" or empty
  bool symmetric = false;                                   // relations only
};

struct Schema {
  std::vector<SchemaEntry> types, relations;  // in declaration order
  std::string language;                       // of labels where there is a choice; may be empty

  // The entry, or null.
  const SchemaEntry* type(std::string_view id) const;
  const SchemaEntry* relation(std::string_view id) const;
  // The label in `language`, else the first, else the id.
  std::string_view label(const SchemaEntry& entry) const;
};

}  // namespace edgewise
