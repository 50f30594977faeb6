// SPDX-License-Identifier: Apache-2.0
// Looking up types and relations and choosing their labels.
#include "graph/schema.h"

#include <algorithm>

namespace edgewise {
namespace {

const SchemaEntry* find_entry(const std::vector<SchemaEntry>& entries, std::string_view id) {
  const auto found = std::find_if(entries.begin(), entries.end(), [&](const SchemaEntry& e) { return e.id == id; });
  return found == entries.end() ? nullptr : &*found;
}

}  // namespace

const SchemaEntry* Schema::type(std::string_view id) const { return find_entry(types, id); }

const SchemaEntry* Schema::relation(std::string_view id) const { return find_entry(relations, id); }

std::string_view Schema::label(const SchemaEntry& entry) const {
  if (entry.labels.empty()) return entry.id;
  for (const auto& [of, text] : entry.labels)
    if (of == language) return text;
  return entry.labels.front().second;
}

}  // namespace edgewise
