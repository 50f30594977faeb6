// SPDX-License-Identifier: Apache-2.0
// The DOT text, drawn.
#pragma once

#include <cstddef>

#include "export/format.h"

namespace edgewise {

// More than this Graphviz does not draw in acceptable time.
inline constexpr std::size_t kDrawableNodes = 3000, kDrawableEdges = 10000;

// Holds the whole picture in memory. Text is measured with the fonts of this machine.
bool write_svg(const KnowledgeGraph& graph, const ExportOptions& options, const ByteSink& sink,
               Diagnostics& diagnostics);

}  // namespace edgewise
