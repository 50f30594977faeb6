// SPDX-License-Identifier: Apache-2.0
// From the checked tree of a rule file to its declarations.
#pragma once

#include <functional>
#include <vector>

#include "rules/complaints.h"
#include "rules/rule_file.h"
#include "rules/yaml_tree.h"

namespace edgewise {

// Appends the rows of the table that `file` names; `type` is for rows without one and may be empty.
using TableReader = std::function<void(const Located& file, const Located& type, std::vector<EntityDecl>& entities)>;

// The files that `root` imports, in order.
std::vector<Located> imports_of(const YamlNode& root);

// Everything that `root` declares, with tables read where they are named. What check_shapes() complained about is left
// out without another word; only what examples expect is complained about here.
RuleFile read_sections(const YamlNode& root, Complaints& complaints, const TableReader& read_table);

}  // namespace edgewise
