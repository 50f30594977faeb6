// SPDX-License-Identifier: Apache-2.0
// A half-open range of bytes; every position in Edgewise is one of these.
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace edgewise {

// [begin, end) in bytes of the text named beside it, always on code-point boundaries.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  constexpr std::uint32_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  // Requires: end <= text.size(). The view lives as long as `text` does.
  constexpr std::string_view in(std::string_view text) const { return text.substr(begin, end - begin); }
  friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

// Where a reader finds a byte: both 1-based, columns counted in code points.
struct LineColumn {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  friend constexpr auto operator<=>(const LineColumn&, const LineColumn&) = default;
};

}  // namespace edgewise
