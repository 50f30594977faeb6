// SPDX-License-Identifier: Apache-2.0
// Where in a YAML file each byte of a decoded scalar was written.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "rules/rule_file.h"

namespace edgewise {

struct ScalarPlace {
  Located located;     // its `file` is the caller's to set
  bool exact = true;   // false: the source could not be followed, and every byte points at the scalar's start
  bool closed = true;  // false: the file ends before the closing quote
};

// `value` is what a YAML reader decoded from the scalar that begins at byte `start` of `source`: plain, in single or
// double quotes, literal (|) or folded (>). The source is walked beside the value and every byte compared, so a place
// is never wrong, at worst coarse. Requires valid UTF-8 source. Linear in the scalar.
ScalarPlace locate_scalar(std::string_view source, std::uint32_t start, std::string value);

}  // namespace edgewise
