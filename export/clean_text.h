// SPDX-License-Identifier: Apache-2.0
// Makes any bytes fit for every format: valid UTF-8 without characters that XML forbids.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace edgewise {

// `text` with broken UTF-8 as U+FFFD, CRLF and CR as LF, and without control characters (other than LF and TAB),
// U+FFFE and U+FFFF. Gives `text` itself where nothing is to be done, else a view of `scratch`. Idempotent.
std::string_view clean_text(std::string_view text, std::string& scratch);
std::string clean_text(std::string_view text);

// The longest beginning of `text` of at most `bytes` bytes that ends between two characters. Requires valid UTF-8.
std::string_view cut_bytes(std::string_view text, std::size_t bytes);

// The first `count` code points of `text`. Requires valid UTF-8.
std::string_view cut_code_points(std::string_view text, std::size_t count);

}  // namespace edgewise
