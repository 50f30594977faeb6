// SPDX-License-Identifier: Apache-2.0
// Escapes of double-quoted YAML texts.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace edgewise {

struct DecodedEscape {
  std::string bytes;
  std::size_t length = 0;  // of the escape, in bytes of the source
};

// The escape at the beginning of `source`, which is a backslash. Nothing if it is not known or is cut short.
std::optional<DecodedEscape> decode_escape(std::string_view source);

}  // namespace edgewise
