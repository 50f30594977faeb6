// SPDX-License-Identifier: Apache-2.0
// What must hold for a document whatever the bytes; shared by the property tests and the fuzz target.
#pragma once

#include <string>
#include <string_view>

#include "text/document.h"

namespace edgewise::testing {

// The first thing that does not hold of Document::make(bytes) and the steps in it, or an empty string.
std::string broken_invariant(std::string_view bytes);

// The first thing that does not hold of the articles that `bytes` are divided into, or an empty string.
std::string broken_split(std::string_view bytes, ArticleSplit how);

}  // namespace edgewise::testing
