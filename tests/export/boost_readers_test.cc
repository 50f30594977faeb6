// SPDX-License-Identifier: Apache-2.0
// Boost's own readers find the graph that was written.
#include <map>
#include <set>
#include <sstream>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/graphml.hpp>
#include <boost/graph/graphviz.hpp>
#include <gtest/gtest.h>

#include "export/clean_text.h"
#include "tests/export/sample_graphs.h"
#include "tests/export/written.h"

namespace edgewise {
namespace {

struct ReadNode {
  std::string id, label, type, node_class;
  double x = 0, y = 0, size = 0;
};
struct ReadEdge {
  std::string id, label, relation, modality, evidence;
  double weight = 0;
  int support = 0;
};
using ReadGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, ReadNode, ReadEdge>;

struct Sample {
  const char* name;
  KnowledgeGraph (*make)();
};

class BoostReaders : public ::testing::TestWithParam<Sample> {};

// Boost joins the lines of plain text, and it reads CDATA sections as they are.
TEST_P(BoostReaders, ReadTheGraphml) {
  const KnowledgeGraph written_graph = GetParam().make();
  const BoostGraph& expected = written_graph.graph;
  std::istringstream file(testing::written("graphml", written_graph));
  ReadGraph graph;
  boost::dynamic_properties properties(boost::ignore_other_properties);
  properties.property("label", get(&ReadNode::label, graph));
  properties.property("type", get(&ReadNode::type, graph));
  properties.property("x", get(&ReadNode::x, graph));
  properties.property("size", get(&ReadNode::size, graph));
  properties.property("relation", get(&ReadEdge::relation, graph));
  properties.property("modality", get(&ReadEdge::modality, graph));
  properties.property("evidence", get(&ReadEdge::evidence, graph));
  properties.property("weight", get(&ReadEdge::weight, graph));
  properties.property("support", get(&ReadEdge::support, graph));
  ASSERT_NO_THROW(boost::read_graphml(file, graph, properties));

  ASSERT_EQ(boost::num_vertices(graph), boost::num_vertices(expected));
  ASSERT_EQ(boost::num_edges(graph), boost::num_edges(expected));
  for (auto v : boost::make_iterator_range(boost::vertices(graph))) {
    EXPECT_EQ(graph[v].label, clean_text(expected[v].label));
    EXPECT_EQ(graph[v].type, clean_text(expected[v].type));
    EXPECT_GE(graph[v].size, 4);
  }
  auto e = boost::edges(expected).first;
  for (auto read : boost::make_iterator_range(boost::edges(graph))) {
    EXPECT_EQ(boost::source(read, graph), boost::source(*e, expected));
    EXPECT_EQ(boost::target(read, graph), boost::target(*e, expected));
    EXPECT_EQ(graph[read].relation, expected[*e].relation);
    EXPECT_EQ(graph[read].modality, name(expected[*e].modality));
    EXPECT_EQ(graph[read].support, static_cast<int>(expected[*e].evidence.size()));
    EXPECT_EQ(graph[read].weight, static_cast<double>(expected[*e].evidence.size()));
    EXPECT_FALSE(graph[read].evidence.empty());
    ++e;
  }
}

TEST_P(BoostReaders, ReadTheDot) {
  const KnowledgeGraph written_graph = GetParam().make();
  const BoostGraph& expected = written_graph.graph;
  std::istringstream file(testing::written("dot", written_graph));
  ReadGraph graph;
  boost::dynamic_properties properties(boost::ignore_other_properties);
  properties.property("node_id", get(&ReadNode::id, graph));
  properties.property("class", get(&ReadNode::node_class, graph));
  properties.property("id", get(&ReadEdge::id, graph));
  ASSERT_NO_THROW(boost::read_graphviz(file, graph, properties));

  std::set<std::string> nodes, expected_nodes, expected_edges;
  for (auto v : boost::make_iterator_range(boost::vertices(graph)))
    if (graph[v].node_class != "legend") nodes.insert(graph[v].id);
  std::map<std::string, std::pair<std::string, std::string>> edges;
  for (auto e : boost::make_iterator_range(boost::edges(graph)))
    edges[graph[e].id] = {graph[boost::source(e, graph)].id, graph[boost::target(e, graph)].id};
  for (auto v : boost::make_iterator_range(boost::vertices(expected))) expected_nodes.insert(expected[v].id);
  EXPECT_EQ(nodes, expected_nodes);
  EXPECT_EQ(edges.size(), boost::num_edges(expected));
  for (auto e : boost::make_iterator_range(boost::edges(expected))) {
    const std::pair ends(expected[boost::source(e, expected)].id, expected[boost::target(e, expected)].id);
    EXPECT_EQ(edges[expected[e].id], ends);
  }
}

INSTANTIATE_TEST_SUITE_P(Samples, BoostReaders,
                         ::testing::Values(Sample{"empty", testing::empty_graph}, Sample{"trade", testing::trade_graph},
                                           Sample{"torture", testing::torture_graph}),
                         [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace edgewise
