// SPDX-License-Identifier: Apache-2.0
// From groups to values.
#include "rules/qualifier.h"

#include <algorithm>

#include "rules/nearest_year.h"

namespace edgewise {
namespace {

bool in_order(const QualifierValue& a, const QualifierValue& b) {
  return std::tie(a.span.begin, a.span.end, a.name) < std::tie(b.span.begin, b.span.end, b.name);
}

}  // namespace

std::vector<QualifierValue> qualifiers_of(const PatternMatch& found, const QualifierTable& kinds,
                                          const TypedText& typed, const std::vector<FoundMention>& mentions,
                                          const std::vector<EntityRef>& entities, std::string_view document_text,
                                          std::string_view document_date) {
  std::vector<QualifierValue> values;
  for (std::size_t i = 0; i < found.groups.size(); ++i) {
    const std::string& name = (*found.group_qualifiers)[i];
    if (name.empty() || !found.groups[i] || found.groups[i]->empty()) continue;
    QualifierValue value{name, {}, typed.to_document(*found.groups[i])};
    const QualifierKind& kind = kinds.find(name)->second;
    const auto [first, last] = typed.mentions_in(*found.groups[i]);
    if (kind.type) {
      if (first < last) value.value = entities[mentions[first].entity].key;
    } else {
      value.value = normal_quantity(kind.quantity, value.span.in(document_text)).value_or("");
      if (kind.quantity == QuantityKind::date) value.value = with_nearest_year(value.value, document_date);
    }
    values.push_back(std::move(value));
  }
  std::sort(values.begin(), values.end(), in_order);
  return values;
}

void add_qualifiers(std::vector<QualifierValue>& kept, const std::vector<QualifierValue>& other) {
  for (const QualifierValue& more : other) {
    const bool known =
        std::any_of(kept.begin(), kept.end(), [&](const QualifierValue& value) { return value.name == more.name; });
    if (!known) kept.push_back(more);
  }
  std::sort(kept.begin(), kept.end(), in_order);
}

}  // namespace edgewise
