// SPDX-License-Identifier: Apache-2.0
// Where nodes stand and how large they are when a viewer opens the graph.
#pragma once

#include <vector>

#include "graph/knowledge_graph.h"
#include "text/diagnostic.h"

namespace edgewise {

struct Point {
  double x = 0, y = 0;
};

struct Box {
  double width = 0, height = 0;
};

// One entry per vertex, by its index.
struct NodePlaces {
  std::vector<Point> positions;  // within ±kLayoutExtent
  std::vector<double> sizes;     // radii, kSmallestNode to kLargestNode
};

inline constexpr double kLayoutExtent = 5000;
inline constexpr double kSmallestNode = 4, kLargestNode = 100;

// Sizes grow with the square root of the number of edges and always span the whole range, unless all nodes have equally
// many. Discs of these sizes do not overlap as long as the canvas has room for them. Depends on the graph alone: the
// same for the same vertices and edges in the same order. Graphviz places small graphs; larger ones, or all if Graphviz
// fails (then there is a warning in `diagnostics`), are placed in rings in O(n log n).
NodePlaces place_nodes(const BoostGraph& graph, Diagnostics& diagnostics);

// Centres of boxes of these sizes, one per vertex, for a diagram: boxes do not overlap, and there is room for words
// between them. Engines and determinism as above.
std::vector<Point> place_boxes(const BoostGraph& graph, const std::vector<Box>& boxes, Diagnostics& diagnostics);

}  // namespace edgewise
