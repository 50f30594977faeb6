// SPDX-License-Identifier: Apache-2.0
// The only door to Graphviz's library: places for nodes, and pictures of DOT texts.
#pragma once

#include <string>
#include <vector>

#include "export/layout.h"
#include "graph/knowledge_graph.h"

namespace edgewise {

// Graphviz keeps global state, so all functions here wait for one another; they may be called from any thread. They
// reseed the C library's generators of random numbers. Nothing is printed: what Graphviz has to say on failure is in
// `complaint`, one line.

// Centres of boxes of the given sizes that are at least `gap` apart; empty on failure. Requires at least one vertex.
std::vector<Point> graphviz_positions(const BoostGraph& graph, const std::vector<Box>& boxes, double gap,
                                      std::string& complaint);

// A diagram whose nodes, edges and labels have their places in its DOT text, and the rectangle that they take.
struct PlacedDiagram {
  std::string dot;
  Point low, high;
};

// Places for a DOT text by the engine that its `layout` attribute names; an empty text on failure.
PlacedDiagram graphviz_placed(const std::string& dot, std::string& complaint);

// The picture of a DOT text in which everything but, perhaps, edges has its place, as SVG; empty on failure.
std::string graphviz_svg(const std::string& placed_dot, std::string& complaint);

}  // namespace edgewise
