// SPDX-License-Identifier: Apache-2.0
// What a graph takes over from the rules it was made with: names and colours of types and relations.
#pragma once

#include <span>
#include <string>

#include "graph/schema.h"
#include "rules/rule_set.h"

namespace edgewise {

// `language` chooses among labels; may be empty.
Schema make_schema(std::span<const TypeInfo> types, std::span<const RelationInfo> relations, std::string language);

}  // namespace edgewise
