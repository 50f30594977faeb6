// SPDX-License-Identifier: Apache-2.0
// Compares names.
#include "rules/entity_name.h"

#include <algorithm>

#include "text/normalise.h"

namespace edgewise {

bool is_called(const EntityRef& entity, std::string_view surface, const std::string& name) {
  const std::string wanted = normalise_name(name);
  return entity.key == wanted || surface == wanted ||
         std::any_of(entity.labels.begin(), entity.labels.end(),
                     [&](const Label& label) { return label.text == wanted; });
}

}  // namespace edgewise
