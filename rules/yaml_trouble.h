// SPDX-License-Identifier: Apache-2.0
// What is wrong with a file that is not YAML, in words for people who write rules.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace edgewise {

struct YamlTrouble {
  std::string_view code;
  std::uint32_t begin = 0, end = 0;  // bytes of the file
  std::string message, help;
};

// What a YAML reader knew when it gave up.
struct YamlStop {
  std::string_view text;              // the file
  std::uint32_t at = 0;               // where it stopped
  std::string_view reason;            // in its own words
  std::uint32_t seen = 0;             // end of the last value it understood
  std::optional<std::uint32_t> open;  // where the innermost unfinished list or map begins
};

YamlTrouble explain(const YamlStop& stop);

}  // namespace edgewise
