// SPDX-License-Identifier: Apache-2.0
// Lists with headings that are cut off where they get long.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <fmt/format.h>

namespace edgewise {

// "1 article", "2 articles".
inline std::string counted(std::uint64_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

// A blank line, `heading`, and line(i) for the first `limit` of `count` entries, for all if `limit` is 0. Nothing where
// there are none.
template <typename Line>
void write_list(std::string& out, std::string_view heading, std::size_t count, std::size_t limit, Line line) {
  if (count == 0) return;
  const std::size_t shown = limit == 0 ? count : std::min(limit, count);
  out += fmt::format("\n{}{}\n", heading, shown < count ? fmt::format("; the first {}:", shown) : ":");
  for (std::size_t i = 0; i < shown; ++i) out += line(i);
}

}  // namespace edgewise
