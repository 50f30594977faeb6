// SPDX-License-Identifier: Apache-2.0
// What to call a value in messages: as it is, and as it should be.
#pragma once

#include <string_view>

#include "rules/rule_keys.h"
#include "rules/yaml_tree.h"

namespace edgewise {

// "a list"; what is null or refused is "empty".
std::string_view kind_phrase(YamlNode::Kind kind);
// "a text or a list of texts".
std::string_view shape_phrase(RuleShape shape);

}  // namespace edgewise
