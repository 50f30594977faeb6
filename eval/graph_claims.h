// SPDX-License-Identifier: Apache-2.0
// A knowledge graph as claims about documents.
#pragma once

#include <vector>

#include "eval/claim.h"

namespace edgewise {

struct KnowledgeGraph;

// One claim for each edge and document it has evidence in, in the order of the edges; names are the labels.
std::vector<Claim> claims_of(const KnowledgeGraph& graph);

}  // namespace edgewise
