// SPDX-License-Identifier: Apache-2.0
// Whether an entity that was found is the one that somebody means.
#pragma once

#include <string>
#include <string_view>

#include "rules/rule_set.h"

namespace edgewise {

// True if `name`, normalised, is the entity's key, one of its labels, or the text `surface` that stood for it.
bool is_called(const EntityRef& entity, std::string_view surface, const std::string& name);

}  // namespace edgewise
