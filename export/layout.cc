// SPDX-License-Identifier: Apache-2.0
// Chooses the engine, the sizes and the scale of a picture.
#include "export/layout.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "export/graphviz.h"
#include "export/radial_layout.h"

namespace edgewise {
namespace {

// Measured on 2 cores: at these limits Graphviz takes about 3 seconds.
constexpr std::size_t kGraphvizNodes = 1500, kGraphvizEdges = 5000;

std::vector<double> degree_roots(const BoostGraph& graph) {
  std::vector<double> roots;
  roots.reserve(boost::num_vertices(graph));
  for (auto v : boost::make_iterator_range(boost::vertices(graph)))
    roots.push_back(std::sqrt(static_cast<double>(boost::degree(v, graph))));
  return roots;
}

// How degrees become sizes: everything between the smallest and the largest node shrinks with a higher power.
struct Sizing {
  double power, largest;
};

// Tried in turn until the picture fits the canvas.
constexpr Sizing kSizings[] = {{1, kLargestNode}, {2, kLargestNode}, {4, kLargestNode}, {8, kLargestNode},
                               {8, 50},           {8, 25},           {8, 12},           {8, 6}};

std::vector<double> sizes_of(const std::vector<double>& roots, Sizing sizing) {
  const auto [least, most] = std::minmax_element(roots.begin(), roots.end());
  std::vector<double> sizes;
  sizes.reserve(roots.size());
  for (double root : roots) {
    const double share = *most > *least ? (root - *least) / (*most - *least) : 0.4;
    const double size = kSmallestNode + (sizing.largest - kSmallestNode) * std::pow(share, sizing.power);
    sizes.push_back(std::round(size * 100) / 100);
  }
  return sizes;
}

double extent(const std::vector<Point>& points) {
  double largest = 0;
  for (const Point& point : points) largest = std::max({largest, std::abs(point.x), std::abs(point.y)});
  return largest;
}

void centre(std::vector<Point>& points) {
  if (points.empty()) return;
  Point low = points.front(), high = points.front();
  for (const Point& point : points) {
    low = {std::min(low.x, point.x), std::min(low.y, point.y)};
    high = {std::max(high.x, point.x), std::max(high.y, point.y)};
  }
  for (Point& point : points) point = {point.x - (low.x + high.x) / 2, point.y - (low.y + high.y) / 2};
}

// Whole hundredths: enough for a picture, and short in the file. Adding zero makes -0 positive.
void scale_and_round(std::vector<Point>& points, double factor) {
  const auto rounded = [&](double value) { return std::round(value * factor * 100) / 100 + 0.0; };
  for (Point& point : points) point = {rounded(point.x), rounded(point.y)};
}

// Nothing if the graph is too large for Graphviz or Graphviz fails.
std::optional<std::vector<Point>> with_graphviz(const BoostGraph& graph, const std::vector<Box>& boxes, double gap,
                                                Diagnostics& diagnostics) {
  if (boost::num_vertices(graph) > kGraphvizNodes || boost::num_edges(graph) > kGraphvizEdges) return std::nullopt;
  std::string complaint;
  std::vector<Point> positions = graphviz_positions(graph, boxes, gap, complaint);
  if (!positions.empty()) return positions;
  Diagnostic warning;
  warning.severity = Severity::warning;
  warning.code = "W610";
  warning.message = "graphviz could not place the nodes, so they stand in rings: " + complaint;
  warning.help = "check that graphviz is installed completely: 'dot -V' and 'dot -c'";
  diagnostics.push_back(std::move(warning));
  return std::nullopt;
}

std::vector<Box> boxes_around(const std::vector<double>& radii) {
  std::vector<Box> boxes;
  boxes.reserve(radii.size());
  for (double radius : radii) boxes.push_back({2 * radius, 2 * radius});
  return boxes;
}

// Rings of discs, drawn out sideways, since boxes with words in them are wider than high.
std::vector<Point> boxes_in_rings(const BoostGraph& graph, const std::vector<Box>& boxes, double gap) {
  constexpr double kStretch = 2.2;
  std::vector<double> radii;
  radii.reserve(boxes.size());
  for (const Box& box : boxes) radii.push_back(std::max(box.height, box.width / kStretch) / 2);
  std::vector<Point> positions = radial_positions(graph, radii, gap);
  for (Point& point : positions) point.x *= kStretch;
  return positions;
}

}  // namespace

NodePlaces place_nodes(const BoostGraph& graph, Diagnostics& diagnostics) {
  if (boost::num_vertices(graph) == 0) return {};
  constexpr double kGap = 10;
  const std::vector<double> roots = degree_roots(graph);
  NodePlaces places;
  places.sizes = sizes_of(roots, kSizings[0]);
  auto positions = with_graphviz(graph, boxes_around(places.sizes), kGap, diagnostics);
  if (positions) centre(*positions);
  for (const Sizing& sizing : kSizings) {
    if (positions && extent(*positions) <= kLayoutExtent) break;
    places.sizes = sizes_of(roots, sizing);
    positions = radial_positions(graph, places.sizes, kGap);
    centre(*positions);
  }
  places.positions = std::move(*positions);
  constexpr double kRoomy = 2;
  scale_and_round(places.positions, std::min(kRoomy, kLayoutExtent / std::max(extent(places.positions), 1.0)));
  return places;
}

std::vector<Point> place_boxes(const BoostGraph& graph, const std::vector<Box>& boxes, Diagnostics& diagnostics) {
  if (boxes.empty()) return {};
  constexpr double kRoomForWords = 36;
  auto positions = with_graphviz(graph, boxes, kRoomForWords, diagnostics);
  if (!positions) positions = boxes_in_rings(graph, boxes, kRoomForWords);
  centre(*positions);
  scale_and_round(*positions, 1);
  return std::move(*positions);
}

}  // namespace edgewise
