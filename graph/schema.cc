// SPDX-License-Identifier: Apache-2.0
// Look-up in the schema.
#include "graph/schema.h"

#include <algorithm>

namespace edgewise {
namespace {

const SchemaEntry* find(const std::vector<SchemaEntry>& entries, std::string_view id) {
  const auto found = std::find_if(entries.begin(), entries.end(), [&](const SchemaEntry& entry) { return entry.id == id; });
  return found == entries.end() ? nullptr : &*found;
}

}  // namespace

const SchemaEntry* Schema::type(std::string_view id) const { return find(types, id); }
const SchemaEntry* Schema::relation(std::string_view id) const { return find(relations, id); }

std::string_view Schema::label(const SchemaEntry& entry) const {
  for (const auto& [label_language, text] : entry.labels)
    if (label_language == language) return text;
  return entry.labels.empty() ? std::string_view(entry.id) : std::string_view(entry.labels.front().second);
}

}  // namespace edgewise
