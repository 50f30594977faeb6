// SPDX-License-Identifier: Apache-2.0
// What a fallible function returns: the value, or everything that was wrong.
#pragma once

#include <tl/expected.hpp>

#include "text/diagnostic.h"

namespace edgewise {

// Holds a T, or a non-empty list of diagnostics of which at least one is an error. No exception crosses a room.
template <typename T>
using Result = tl::expected<T, Diagnostics>;

}  // namespace edgewise
