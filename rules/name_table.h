// SPDX-License-Identifier: Apache-2.0
// Tables of names: tab-separated files with a header line.
#pragma once

#include <cstdint>
#include <vector>

#include "rules/complaints.h"
#include "rules/rule_file.h"

namespace edgewise {

// Appends the rows of file number `file` to `entities`. `type` is for rows without one of their own; its text may be
// empty. Lines end with LF or CRLF; blanks around a cell do not count. Linear in the table.
void read_name_table(std::uint32_t file, const Located& type, Complaints& complaints,
                     std::vector<EntityDecl>& entities);

}  // namespace edgewise
