// SPDX-License-Identifier: Apache-2.0
// What an example is expected to yield, as authors write it: 甲 -> 乙 (planned).
#pragma once

#include <optional>

#include "rules/complaints.h"
#include "rules/rule_file.h"

namespace edgewise {

// Nothing after a complaint. `→` is an arrow as well, and full-width brackets are brackets.
std::optional<ExampleDecl::Expected> read_yield(const Located& whole, Complaints& complaints);

}  // namespace edgewise
