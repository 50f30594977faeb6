// SPDX-License-Identifier: Apache-2.0
// What docs/diagnostics.md says about each kind of diagnostic, built into the program.
#pragma once

#include <string_view>

namespace edgewise {

// The text under the heading of `code`, as Markdown without blank lines around it; empty for an unknown code.
std::string_view diagnostic_page(std::string_view code);

}  // namespace edgewise
