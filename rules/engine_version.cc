// SPDX-License-Identifier: Apache-2.0
// Reads and writes versions.
#include "rules/engine_version.h"

#include <algorithm>
#include <charconv>
#include <cstddef>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace edgewise {

std::optional<EngineVersion> parse_engine_version(std::string_view text) {
  constexpr std::size_t kMostDigits = 4;
  EngineVersion version{};
  std::size_t count = 0;
  for (bool more = true; more; ++count) {
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    if (count == version.size() || digits == 0 || digits > kMostDigits) return std::nullopt;
    std::from_chars(text.data(), text.data() + digits, version[count]);
    text.remove_prefix(digits);
    more = text.starts_with('.');
    if (more) text.remove_prefix(1);
  }
  if (!text.empty()) return std::nullopt;
  return version;
}

std::string to_string(const EngineVersion& version) { return fmt::format("{}", fmt::join(version, ".")); }

EngineVersion engine_version() { return parse_engine_version(EDGEWISE_VERSION).value_or(EngineVersion{}); }

}  // namespace edgewise
