// SPDX-License-Identifier: Apache-2.0
// Strings as Graphviz shows them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "export/layout.h"

namespace edgewise {

// A quoted DOT string that shows exactly `text` (any bytes, cleaned) as a label or tooltip. Longer texts than `most`
// code points end in `…`; Graphviz before version 3 refuses strings of 16 kB.
std::string dot_string(std::string_view text, std::size_t most);

// `text` broken into lines of at most `columns` terminal columns, at spaces or beside a Chinese character where there
// is one; at most `lines` of them, the last ending in `…` if something is left out. Cleaned.
std::string wrapped(std::string_view text, std::size_t columns, std::size_t lines);

// About the size of the box that Graphviz draws around `lines`, found without asking for fonts.
Box text_box(std::string_view lines, double font_size);

}  // namespace edgewise
