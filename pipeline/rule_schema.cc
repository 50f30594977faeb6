// SPDX-License-Identifier: Apache-2.0
// Copies the rule set's tables into the graph's own.
#include "pipeline/rule_schema.h"

#include <utility>

namespace edgewise {
namespace {

SchemaEntry entry(const std::string& id, const std::vector<Label>& labels, const std::string& color, bool symmetric) {
  SchemaEntry made;
  made.id = id;
  made.color = color;
  made.symmetric = symmetric;
  made.labels.reserve(labels.size());
  for (const Label& label : labels) made.labels.emplace_back(label.language, label.text);
  return made;
}

}  // namespace

Schema make_schema(std::span<const TypeInfo> types, std::span<const RelationInfo> relations, std::string language) {
  Schema schema;
  schema.language = std::move(language);
  for (const TypeInfo& type : types) schema.types.push_back(entry(type.name, type.labels, type.color, false));
  for (const RelationInfo& relation : relations)
    schema.relations.push_back(entry(relation.id, relation.labels, relation.color, relation.symmetric));
  return schema;
}

}  // namespace edgewise
