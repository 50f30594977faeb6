// SPDX-License-Identifier: Apache-2.0
// DOT for Graphviz: a picture for people, with a legend.
#pragma once

#include <cstddef>

#include "export/format.h"

namespace edgewise {

// Up to here the text asks for Graphviz's layered engine, which takes at most a few seconds; beyond, all nodes have
// their places in the text and Graphviz only draws.
inline constexpr std::size_t kLayeredNodes = 120, kLayeredEdges = 200;

bool write_dot(const KnowledgeGraph& graph, const ExportOptions& options, const ByteSink& sink,
               Diagnostics& diagnostics);

}  // namespace edgewise
