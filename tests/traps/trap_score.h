// SPDX-License-Identifier: Apache-2.0
// How well a rule set does on a trap.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "rules/rule_set.h"
#include "tests/traps/trap_file.h"

namespace edgewise::testing {

struct TrapScore {
  std::size_t wanted = 0, found = 0;  // edges that must come out; those that do, with the right modality
  std::vector<std::string> wrong;     // edges that are neither asked for nor allowed
  std::vector<std::string> missed;    // wanted edges that are not there, or there with another modality
  std::vector<std::string> shaded;    // right edges of a wrong modality that is not the asserted one
};

// Names are equal if the entity bears the wanted name in any language or is written so in the text. An edge of a wrong
// modality is wrong if it is asserted, for that makes a fact of what is none; otherwise it is `shaded`.
TrapScore score_trap(const RuleSet& rules, const Trap& trap);

}  // namespace edgewise::testing
