// SPDX-License-Identifier: Apache-2.0
// The DOT text, drawn.
#pragma once

#include "export/format.h"

namespace edgewise {

// Refuses graphs beyond kDrawableNodes and kDrawableEdges. Holds the whole picture in memory. Text is measured with the
// fonts of this machine.
bool write_svg(const KnowledgeGraph& graph, const ExportOptions& options, const ByteSink& sink,
               Diagnostics& diagnostics);

}  // namespace edgewise
