// SPDX-License-Identifier: Apache-2.0
// Numbers as Chinese and English articles write them, as exact decimal numbers.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace edgewise {

// "12000" for `12,000`, `1.2万`, `一万二千` and `12 thousand`; "25.5" for `25.5` and `二十五点五`. Without grouping,
// without superfluous zeros. Exact for digits; words are read by ICU's number rules. Nothing if it is no number.
std::optional<std::string> normal_decimal(std::string_view text);

}  // namespace edgewise
