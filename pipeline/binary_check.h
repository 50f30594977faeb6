// SPDX-License-Identifier: Apache-2.0
// Tells text from what only looks like a text file by its name.
#pragma once

#include <optional>
#include <string_view>

namespace edgewise {

// What some bytes are if they are no text, and what to do about it; both phrases.
struct BinaryKind {
  std::string_view what;
  std::string_view help;
};

// Looks at the signature and the first 64 KiB. A few stray NUL bytes or broken UTF-8 do not make a text binary.
std::optional<BinaryKind> binary_kind(std::string_view bytes);

}  // namespace edgewise
