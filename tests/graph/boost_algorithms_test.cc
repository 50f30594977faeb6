// SPDX-License-Identifier: Apache-2.0
// The graph is a Boost graph: Boost's own algorithms run on it as it is.
#include <functional>
#include <map>

#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/filtered_graph.hpp>
#include <boost/graph/page_rank.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/property_map/function_property_map.hpp>
#include <gtest/gtest.h>

#include "graph/graph_builder.h"
#include "graph/knowledge_graph.h"
#include "tests/graph/sample_statements.h"

namespace edgewise {
namespace {

using testing::statement;

// A hub that two supply chains meet in, and a pair apart from it.
KnowledgeGraph two_islands() {
  GraphBuilder builder(testing::competition_schema());
  for (const char* spoke : {"a", "b", "c", "d"}) builder.add(statement(spoke, "acquires", "hub"));
  builder.add(statement("hub", "acquires", "end"));
  builder.add(statement("x", "competes", "y"));
  builder.add(statement("x", "competes", "y", 1, Modality::negated));
  return builder.build();
}

std::map<std::string, double> by_key(const BoostGraph& graph, const std::vector<double>& values) {
  std::map<std::string, double> result;
  for (auto v : boost::make_iterator_range(boost::vertices(graph))) result[graph[v].key] = values[v];
  return result;
}

TEST(BoostAlgorithms, PageRankPutsTheEndOfTheChainFirst) {
  const BoostGraph graph = two_islands().graph;
  std::vector<double> rank(boost::num_vertices(graph));
  boost::graph::page_rank(graph, boost::make_iterator_property_map(rank.begin(), get(boost::vertex_index, graph)),
                          boost::graph::n_iterations(50));
  const auto ranks = by_key(graph, rank);
  EXPECT_GT(ranks.at("end"), ranks.at("hub"));
  EXPECT_GT(ranks.at("hub"), ranks.at("a"));
  EXPECT_DOUBLE_EQ(ranks.at("a"), ranks.at("b"));
}

TEST(BoostAlgorithms, BetweennessIsAllAtTheHub) {
  const BoostGraph graph = two_islands().graph;
  std::vector<double> centrality(boost::num_vertices(graph));
  boost::brandes_betweenness_centrality(
      graph, boost::make_iterator_property_map(centrality.begin(), get(boost::vertex_index, graph)));
  const auto values = by_key(graph, centrality);
  EXPECT_DOUBLE_EQ(values.at("hub"), 4);
  EXPECT_DOUBLE_EQ(values.at("a") + values.at("end") + values.at("x") + values.at("y"), 0);
}

TEST(BoostAlgorithms, ComponentsAreTheIslands) {
  const BoostGraph graph = two_islands().graph;
  std::vector<int> component(boost::num_vertices(graph));
  EXPECT_EQ(boost::strong_components(
                graph, boost::make_iterator_property_map(component.begin(), get(boost::vertex_index, graph))),
            8);
  boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS> undirected(boost::num_vertices(graph));
  for (auto e : boost::make_iterator_range(boost::edges(graph)))
    boost::add_edge(boost::source(e, graph), boost::target(e, graph), undirected);
  EXPECT_EQ(boost::connected_components(undirected, component.data()), 2);
}

TEST(BoostAlgorithms, BundledPropertiesServeAsWeightsAndFilters) {
  const BoostGraph graph = two_islands().graph;
  const auto asserted = [&](BoostGraph::edge_descriptor e) { return graph[e].modality == Modality::asserted; };
  const boost::filtered_graph claims(graph, std::function<bool(BoostGraph::edge_descriptor)>(asserted));
  EXPECT_EQ(std::distance(boost::edges(claims).first, boost::edges(claims).second), 6);

  std::vector<double> distance(boost::num_vertices(graph));
  const auto weight = boost::make_function_property_map<BoostGraph::edge_descriptor>(
      [&](BoostGraph::edge_descriptor e) { return 1.0 / static_cast<double>(graph[e].evidence.size()); });
  const auto start = std::find_if(boost::vertices(graph).first, boost::vertices(graph).second,
                                  [&](auto v) { return graph[v].key == "a"; });
  boost::dijkstra_shortest_paths(graph, *start, boost::weight_map(weight).distance_map(distance.data()));
  EXPECT_DOUBLE_EQ(by_key(graph, distance).at("end"), 2);
}

}  // namespace
}  // namespace edgewise
