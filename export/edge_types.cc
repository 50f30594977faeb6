// SPDX-License-Identifier: Apache-2.0
// Finding edges that differ in nothing but their modality.
#include "export/edge_types.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <tuple>

namespace edgewise {
namespace {

struct Parallel {
  BoostGraph::vertex_descriptor from, to;
  std::string_view relation;
  Modality modality;
  std::size_t index;

  auto order() const { return std::tie(from, to, relation, modality, index); }
  bool beside(const Parallel& other) const {
    return from == other.from && to == other.to && relation == other.relation;
  }
};

}  // namespace

std::vector<bool> edges_beside_another(const BoostGraph& graph) {
  std::vector<Parallel> edges;
  edges.reserve(boost::num_edges(graph));
  for (auto e : boost::make_iterator_range(boost::edges(graph)))
    edges.push_back(
        {boost::source(e, graph), boost::target(e, graph), graph[e].relation, graph[e].modality, edges.size()});
  std::sort(edges.begin(), edges.end(), [](const Parallel& a, const Parallel& b) { return a.order() < b.order(); });

  std::vector<bool> beside_another(edges.size());
  for (std::size_t i = 1; i < edges.size(); ++i) beside_another[edges[i].index] = edges[i].beside(edges[i - 1]);
  return beside_another;
}

}  // namespace edgewise
