// SPDX-License-Identifier: Apache-2.0
// Versions of Edgewise, which packs may require.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace edgewise {

// Major, minor and patch.
using EngineVersion = std::array<unsigned, 3>;

// One to three numbers below 10,000 with dots between them; nothing if it is not that. 0.2 is 0.2.0.
std::optional<EngineVersion> parse_engine_version(std::string_view text);

// "0.2.0"
std::string to_string(const EngineVersion& version);

// Of this program.
EngineVersion engine_version();

}  // namespace edgewise
