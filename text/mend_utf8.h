// SPDX-License-Identifier: Apache-2.0
// Making valid UTF-8 of any bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/offset_map.h"

namespace edgewise {

inline constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD

// Bytes that are not UTF-8, replaced by U+FFFD (one for each maximal broken stretch, as the Unicode standard advises).
struct Mended {
  std::string text;                        // valid UTF-8
  std::vector<std::uint32_t> bad_offsets;  // byte offset in the input of each broken stretch, ascending
  OffsetMap offsets;                       // text -> input bytes
};
Mended mend_utf8(std::string_view bytes);

}  // namespace edgewise
