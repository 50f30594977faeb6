// SPDX-License-Identifier: Apache-2.0
// The type of each edge as Gephi understands it.
#pragma once

#include <vector>

#include "graph/knowledge_graph.h"

namespace edgewise {

// An edge's type is its relation. Gephi merges edges of one type between the same two nodes and adds up their counts;
// so where several edges of one relation, which then differ in modality, run between the same two nodes, only the first
// in the order of Modality may keep the plain name. True for the others, in the order of boost::edges: their type is to
// be `relation/modality`.
std::vector<bool> edges_beside_another(const BoostGraph& graph);

}  // namespace edgewise
