// SPDX-License-Identifier: Apache-2.0
// DOT for Graphviz: a picture for people, with a legend.
#pragma once

#include <cstddef>

#include "export/format.h"

namespace edgewise {

// Up to here Graphviz's layered engine gives a picture in a few seconds; beyond, the text asks for its spring engine.
inline constexpr std::size_t kLayeredNodes = 120, kLayeredEdges = 200;

bool write_dot(const KnowledgeGraph& graph, const ExportOptions& options, const ByteSink& sink,
               Diagnostics& diagnostics);

}  // namespace edgewise
