// SPDX-License-Identifier: Apache-2.0
// The one normal form in which names, rules and articles meet.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/offset_map.h"

namespace edgewise {

// Bytes that are not UTF-8, replaced by U+FFFD (one for each maximal broken stretch, as the Unicode standard advises).
struct Mended {
  std::string text;                       // valid UTF-8
  std::vector<std::uint32_t> bad_offsets; // byte offset in the input of each broken stretch, ascending
  OffsetMap offsets;                      // text -> input bytes
};
Mended mend_utf8(std::string_view bytes);

struct Normalised {
  std::string text;
  OffsetMap offsets;  // text -> the input of normalise()
};

// NFKC, with NUL and private-use characters replaced by U+FFFD, CRLF and CR as LF, a leading byte-order mark and zero-width
// marks (U+200B, U+200C, U+200D, U+2060, U+FEFF, U+00AD) removed. Requires valid UTF-8.
Normalised normalise(std::string_view utf8);

// The same form for a short string (a name), without the map.
std::string normalise_name(std::string_view utf8);

// Full case folding for comparing names; locale-independent. Requires valid UTF-8.
std::string fold_case(std::string_view utf8);

}  // namespace edgewise
