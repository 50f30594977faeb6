// SPDX-License-Identifier: Apache-2.0
// A plain layout for graphs of any size: rings around the best connected node of each component.
#pragma once

#include <vector>

#include "export/layout.h"
#include "graph/knowledge_graph.h"

namespace edgewise {

// Centres of discs with the given radii and at least `gap` between any two of them. The nodes of a component fill rings
// in breadth-first order around the one with most edges, each near the direction of its neighbours further in;
// components stand in rings around the largest. O(n log n + m).
std::vector<Point> radial_positions(const BoostGraph& graph, const std::vector<double>& radii, double gap);

}  // namespace edgewise
