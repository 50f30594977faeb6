// SPDX-License-Identifier: Apache-2.0
// Texts that must be of some form: words of a list, numbers, colours, names of types.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/complaints.h"
#include "rules/rule_keys.h"

namespace edgewise {

// Complains about a text that cannot be the value of `key`. Any text can be that of a key whose shape is a mere text.
void check_text_value(const Located& text, const RuleKey& key, Complaints& complaints);

// Complains about the name of a type that patterns could not hold. Requires a name that is not empty.
void check_type_name(const Located& name, Complaints& complaints);

// "did you mean 'fold'? accepted values: exact, fold", the question only if one of them is near.
std::string near_and_known(std::string_view word, const std::vector<std::string>& known, std::string_view label);

}  // namespace edgewise
