// SPDX-License-Identifier: Apache-2.0
// Lists of strings as JSON.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace edgewise {

// `["a","b"]` in UTF-8, cleaned; values that would pass `max_bytes` are left out, so the result is always whole.
std::string json_array(const std::vector<std::string>& values, std::size_t max_bytes);

}  // namespace edgewise
