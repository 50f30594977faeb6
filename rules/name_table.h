// SPDX-License-Identifier: Apache-2.0
// Tables of names: tab-separated files with a header line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/rule_file.h"
#include "text/diagnostic.h"

namespace edgewise {

// Appends the rows of a table to `entities`. `file` is the table's index in `source`, whose lines are already there.
// `type` is used for rows without a type of their own; its text may be empty. Linear in the table.
void read_name_table(std::uint32_t file, const Located& type, const RuleSource& source, std::vector<EntityDecl>& entities,
                     Diagnostics& diagnostics);

}  // namespace edgewise
