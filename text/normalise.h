// SPDX-License-Identifier: Apache-2.0
// The one normal form in which names, rules and articles meet.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "text/offset_map.h"

namespace edgewise {

// How often something was found, and the byte offset in the input where it was found first.
struct Finding {
  std::uint32_t count = 0;
  std::uint32_t first = 0;
};

struct Normalised {
  std::string text;
  OffsetMap offsets;  // text -> the input of normalise()
  Finding nul, private_use;
};

// NFKC, with NUL and private-use characters replaced by U+FFFD, every line end (CRLF, CR, U+0085, U+2028, U+2029) as
// LF, and a leading byte-order mark and zero-width marks (U+200B, U+200C, U+200D, U+2060, U+FEFF, U+00AD) removed.
// Requires valid UTF-8. Idempotent. Linear: no language piles more than a few marks on a letter, so what goes beyond
// 128 is replaced by one U+FFFD instead of being sorted.
Normalised normalise(std::string_view utf8);

// The same form for a short string (a name), without the map.
std::string normalise_name(std::string_view utf8);

// Full case folding for comparing names; locale-independent. Requires valid UTF-8.
std::string fold_case(std::string_view utf8);

}  // namespace edgewise
