// SPDX-License-Identifier: Apache-2.0
// Compares a rule file with the table of rule_keys.h.
#pragma once

#include "rules/complaints.h"
#include "rules/yaml_tree.h"

namespace edgewise {

// Complains about every unknown or missing key and every value of the wrong shape below `root`, the top of a rule file.
void check_shapes(const YamlNode& root, Complaints& complaints);

}  // namespace edgewise
