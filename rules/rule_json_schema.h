// SPDX-License-Identifier: Apache-2.0
// The shape of rule files as a JSON Schema, for editors.
#pragma once

#include <string>

namespace edgewise {

// A JSON Schema (draft-07) made from the table that rule files are read by, indented, with a newline at its end. What
// it refuses the reader refuses; references between names, and what a pattern means, are beyond it.
std::string rule_json_schema();

}  // namespace edgewise
