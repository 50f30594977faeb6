// SPDX-License-Identifier: Apache-2.0
// Takes the edges of a graph apart by document.
#include "eval/graph_claims.h"

#include "graph/knowledge_graph.h"

namespace edgewise {

std::vector<Claim> claims_of(const KnowledgeGraph& graph) {
  std::vector<Claim> claims;
  for (const auto edge : boost::make_iterator_range(boost::edges(graph.graph))) {
    const Relationship& relationship = graph.graph[edge];
    // Evidence is sorted, by document first.
    const std::size_t first_of_edge = claims.size();
    for (const Evidence& evidence : relationship.evidence) {
      if (claims.size() == first_of_edge || claims.back().document != evidence.document)
        claims.push_back({evidence.document,
                          graph.graph[boost::source(edge, graph.graph)].label,
                          relationship.relation,
                          graph.graph[boost::target(edge, graph.graph)].label,
                          std::string(name(relationship.modality)),
                          relationship.symmetric,
                          {}});
      claims.back().sources.push_back({evidence.rule, evidence.quote, evidence.line});
    }
  }
  return claims;
}

}  // namespace edgewise
