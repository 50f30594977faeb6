// SPDX-License-Identifier: Apache-2.0
// DOT for Graphviz: a picture for people, with a legend.
#pragma once

#include <cstddef>

#include "export/format.h"
#include "graph/knowledge_graph.h"

namespace edgewise {

// Up to here the text asks for Graphviz's layered engine, which takes at most a few seconds; beyond, all nodes have
// their places in the text and Graphviz only draws.
inline constexpr std::size_t kLayeredNodes = 200, kLayeredEdges = 300;
bool is_layered(const BoostGraph& graph);

// More than this Graphviz does not draw in acceptable time.
inline constexpr std::size_t kDrawableNodes = 3000, kDrawableEdges = 10000;

// Writes graphs beyond that as well, with a warning.
bool write_dot(const KnowledgeGraph& graph, const ExportOptions& options, const ByteSink& sink,
               Diagnostics& diagnostics);

// The same text without its legend, for who knows a better place for it.
bool write_dot_without_legend(const KnowledgeGraph& graph, const ExportOptions& options, const ByteSink& sink,
                              Diagnostics& diagnostics);

}  // namespace edgewise
