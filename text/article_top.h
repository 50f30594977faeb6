// SPDX-License-Identifier: Apache-2.0
// What the first paragraphs of a news article look like.
#pragma once

#include <string_view>

namespace edgewise {

// True if `paragraph` (normalised) says at its beginning who wrote it or where it comes from.
bool is_byline(std::string_view paragraph);

// True if `paragraph` (normalised) says in its first words when something happened: 8月9日, 近日, on Monday, March 3.
bool gives_date(std::string_view paragraph);

}  // namespace edgewise
