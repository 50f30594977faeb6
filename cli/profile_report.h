// SPDX-License-Identifier: Apache-2.0
// What rules cost, for people and for programs.
#pragma once

#include <cstddef>
#include <string>

#include "rules/rule_profile.h"
#include "rules/rule_set.h"

namespace edgewise {

// Rules by the time they took; at most `limit`, 0 shows all.
std::string profile_text(const RuleSet& rules, const RuleProfile& profile, std::size_t limit);
// In the order of the rules.
std::string profile_json(const RuleSet& rules, const RuleProfile& profile);

}  // namespace edgewise
