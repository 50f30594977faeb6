// SPDX-License-Identifier: Apache-2.0
// Graphs that the export tests and the programs under consumers/ share.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "graph/knowledge_graph.h"

namespace edgewise::testing {

// About 60 things of the chip trade with Chinese names and 100 relations of all modalities.
KnowledgeGraph trade_graph();

// Everything that breaks readers: awkward_texts() as names, relations, documents and quotes; parallel edges of several
// relations and modalities, self-loops, a symmetric pair, 900 kB of evidence.
KnowledgeGraph torture_graph();

KnowledgeGraph empty_graph();

// `nodes` entities and about `edges` relations among them, the same on every call.
KnowledgeGraph random_graph(std::size_t nodes, std::size_t edges);

// Strings that some writer or reader gets wrong.
const std::vector<std::string>& awkward_texts();

}  // namespace edgewise::testing
