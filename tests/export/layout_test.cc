// SPDX-License-Identifier: Apache-2.0
// Pictures that open as pictures: on the canvas, nothing on top of anything else.
#include "export/layout.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "export/radial_layout.h"
#include "tests/export/sample_graphs.h"

namespace edgewise {
namespace {

BoostGraph graph_of_edges(std::size_t nodes, const std::vector<std::pair<std::size_t, std::size_t>>& edges) {
  BoostGraph graph(nodes);
  for (const auto& [from, to] : edges) boost::add_edge(from, to, graph);
  return graph;
}

BoostGraph star(std::size_t leaves) {
  std::vector<std::pair<std::size_t, std::size_t>> edges;
  for (std::size_t i = 1; i <= leaves; ++i) edges.emplace_back(0, i);
  return graph_of_edges(leaves + 1, edges);
}

BoostGraph path(std::size_t nodes) {
  std::vector<std::pair<std::size_t, std::size_t>> edges;
  for (std::size_t i = 1; i < nodes; ++i) edges.emplace_back(i - 1, i);
  return graph_of_edges(nodes, edges);
}

BoostGraph pairs(std::size_t count) {
  std::vector<std::pair<std::size_t, std::size_t>> edges;
  for (std::size_t i = 0; i < count; ++i) edges.emplace_back(2 * i, 2 * i + 1);
  return graph_of_edges(2 * count, edges);
}

// Without names and evidence, which cost more than the layout.
BoostGraph random_links(std::size_t nodes, std::size_t edges) {
  std::mt19937 random(11);
  std::vector<std::pair<std::size_t, std::size_t>> links;
  for (std::size_t i = 0; i < edges; ++i)
    links.emplace_back(i < nodes ? i : random() % nodes, (random() % nodes) * (random() % nodes) / nodes);
  return graph_of_edges(nodes, links);
}

// Pairs of discs that overlap, found by a sweep from left to right.
std::size_t overlaps(const std::vector<Point>& points, const std::vector<double>& radii) {
  std::vector<std::size_t> order(points.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return points[a].x < points[b].x; });
  const double widest = radii.empty() ? 0 : *std::max_element(radii.begin(), radii.end());
  std::size_t found = 0;
  for (std::size_t i = 0; i < order.size(); ++i)
    for (std::size_t k = i + 1; k < order.size(); ++k) {
      const Point a = points[order[i]], b = points[order[k]];
      if (b.x - a.x > radii[order[i]] + widest) break;
      found += std::hypot(a.x - b.x, a.y - b.y) < radii[order[i]] + radii[order[k]];
    }
  return found;
}

void expect_picture(const BoostGraph& graph, const char* what) {
  SCOPED_TRACE(what);
  Diagnostics diagnostics;
  const NodePlaces places = place_nodes(graph, diagnostics);
  EXPECT_TRUE(diagnostics.empty());
  ASSERT_EQ(places.positions.size(), boost::num_vertices(graph));
  ASSERT_EQ(places.sizes.size(), boost::num_vertices(graph));
  for (const Point& point : places.positions) {
    EXPECT_TRUE(std::isfinite(point.x) && std::isfinite(point.y));
    EXPECT_LE(std::max(std::abs(point.x), std::abs(point.y)), kLayoutExtent);
  }
  for (double size : places.sizes) EXPECT_TRUE(size >= kSmallestNode && size <= kLargestNode) << size;
  EXPECT_EQ(overlaps(places.positions, places.sizes), 0u);

  const NodePlaces again = place_nodes(graph, diagnostics);
  for (std::size_t i = 0; i < places.positions.size(); ++i) {
    EXPECT_EQ(places.positions[i].x, again.positions[i].x);
    EXPECT_EQ(places.positions[i].y, again.positions[i].y);
  }
}

TEST(Layout, PutsNothingOnTopOfAnythingElse) {
  expect_picture(graph_of_edges(0, {}), "empty");
  expect_picture(graph_of_edges(1, {}), "one node");
  expect_picture(graph_of_edges(1, {{0, 0}}), "a self-loop");
  expect_picture(graph_of_edges(2, {{0, 1}, {0, 1}, {1, 0}}), "parallel edges");
  expect_picture(star(5), "small star");
  expect_picture(star(400), "large star");
  expect_picture(path(60), "path");
  expect_picture(pairs(100), "pairs");
  expect_picture(graph_of_edges(50, {}), "isolated nodes");
  expect_picture(testing::trade_graph().graph, "trade");
  expect_picture(testing::torture_graph().graph, "torture");
  expect_picture(random_links(500, 1400), "random, by Graphviz");
}

TEST(Layout, PlacesLargeGraphsInRings) {
  expect_picture(random_links(4000, 12000), "random, in rings");
  expect_picture(star(8000), "star");
  expect_picture(random_links(20000, 60000), "large");
}

TEST(Layout, StaysOnTheCanvasWhereThereIsNoRoomLeft) {
  Diagnostics diagnostics;
  for (const BoostGraph& graph : {path(20000), pairs(20000)}) {
    const NodePlaces places = place_nodes(graph, diagnostics);
    for (const Point& point : places.positions)
      ASSERT_LE(std::max(std::abs(point.x), std::abs(point.y)), kLayoutExtent);
  }
}

TEST(Layout, MakesNodesLargerTheMoreEdgesTheyHaveAndUsesTheWholeRange) {
  Diagnostics diagnostics;
  const BoostGraph graph = testing::trade_graph().graph;
  const NodePlaces places = place_nodes(graph, diagnostics);
  EXPECT_DOUBLE_EQ(*std::min_element(places.sizes.begin(), places.sizes.end()), kSmallestNode);
  EXPECT_DOUBLE_EQ(*std::max_element(places.sizes.begin(), places.sizes.end()), kLargestNode);
  for (auto a : boost::make_iterator_range(boost::vertices(graph)))
    for (auto b : boost::make_iterator_range(boost::vertices(graph)))
      EXPECT_TRUE(boost::degree(a, graph) >= boost::degree(b, graph) || places.sizes[a] < places.sizes[b]);
}

TEST(Layout, GivesEqualNodesEqualSizes) {
  Diagnostics diagnostics;
  const NodePlaces places = place_nodes(pairs(10), diagnostics);
  EXPECT_EQ(std::count(places.sizes.begin(), places.sizes.end(), places.sizes.front()), 20);
}

TEST(RadialLayout, KeepsItsGapBetweenDiscsOfVeryDifferentSizes) {
  const BoostGraph graph = random_links(3000, 5000);
  std::vector<double> radii;
  for (std::size_t i = 0; i < boost::num_vertices(graph); ++i) radii.push_back(4 + static_cast<double>(i * i % 97));
  const std::vector<Point> points = radial_positions(graph, radii, 10);
  for (double& radius : radii) radius += 4.99;
  EXPECT_EQ(overlaps(points, radii), 0u);
}

TEST(RadialLayout, PlacesNodesNearTheirNeighbours) {
  const BoostGraph graph = random_links(3000, 3200);
  const std::vector<Point> points = radial_positions(graph, std::vector<double>(boost::num_vertices(graph), 5), 5);
  const auto distance = [&](std::size_t a, std::size_t b) {
    return std::hypot(points[a].x - points[b].x, points[a].y - points[b].y);
  };
  double linked = 0, any = 0;
  std::size_t next = 0;
  for (auto e : boost::make_iterator_range(boost::edges(graph))) {
    linked += distance(boost::source(e, graph), boost::target(e, graph));
    any += distance(boost::source(e, graph), (next += 997) % points.size());
  }
  EXPECT_LT(linked, 0.7 * any);
}

TEST(BoxLayout, KeepsBoxesApart) {
  const BoostGraph graph = random_links(2000, 4000);
  for (const BoostGraph& one : {testing::trade_graph().graph, graph}) {
    std::vector<Box> boxes;
    for (std::size_t i = 0; i < boost::num_vertices(one); ++i)
      boxes.push_back({60 + static_cast<double>(i % 7) * 15, 24 + static_cast<double>(i % 3) * 12});
    Diagnostics diagnostics;
    const std::vector<Point> points = place_boxes(one, boxes, diagnostics);
    ASSERT_EQ(points.size(), boxes.size());
    for (std::size_t a = 0; a < boxes.size(); ++a)
      for (std::size_t b = a + 1; b < boxes.size(); ++b)
        ASSERT_FALSE(std::abs(points[a].x - points[b].x) < (boxes[a].width + boxes[b].width) / 2 &&
                     std::abs(points[a].y - points[b].y) < (boxes[a].height + boxes[b].height) / 2)
            << a << " " << b;
  }
}

}  // namespace
}  // namespace edgewise
