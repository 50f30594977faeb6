// SPDX-License-Identifier: Apache-2.0
// From the map beside a pattern to its declaration. Shapes are right here, or somebody has complained already.
#pragma once

#include <optional>

#include "rules/rule_file.h"
#include "rules/yaml_tree.h"

namespace edgewise {

// The pattern `match` with everything that `map` says of it; a map without guards, or a plain text, will do.
PatternDecl read_pattern(const YamlNode& map, const Located& match);

// The value of `scope` in `map`, if it has one.
std::optional<MatchScope> read_scope(const YamlNode& map);

}  // namespace edgewise
