// SPDX-License-Identifier: Apache-2.0
// How much may be declared in one rule set.
#pragma once

#include "rules/rule_file.h"
#include "text/diagnostic.h"

namespace edgewise {

// Types are compared with each other and patterns are all kept in memory, so rule files must not bring any number. True
// after a diagnostic (E230): nothing should be compiled then.
bool is_too_large(const RuleSource& source, Diagnostics& diagnostics);

}  // namespace edgewise
