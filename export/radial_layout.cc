// SPDX-License-Identifier: Apache-2.0
// Breadth-first search for the order, ring packing for the places.
#include "export/radial_layout.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

#include "export/ring_packing.h"

namespace edgewise {
namespace {

using Vertex = BoostGraph::vertex_descriptor;

// Connected nodes in the order in which the search finds them, and where they stand around the first.
struct Component {
  std::vector<Vertex> nodes;
  std::vector<Point> points;
  double radius = 0;
};

template <typename Visitor>
void for_each_neighbour(const BoostGraph& graph, Vertex v, const Visitor& visit) {
  for (Vertex other : boost::make_iterator_range(boost::adjacent_vertices(v, graph))) visit(other);
  for (Vertex other : boost::make_iterator_range(boost::inv_adjacent_vertices(v, graph))) visit(other);
}

std::vector<Vertex> best_connected_first(const BoostGraph& graph) {
  std::vector<Vertex> order(boost::num_vertices(graph));
  std::iota(order.begin(), order.end(), Vertex{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](Vertex a, Vertex b) { return boost::degree(a, graph) > boost::degree(b, graph); });
  return order;
}

// Breadth-first, the better connected of a node's neighbours first. `place_of` gets each node's index in the component.
Component find_component(const BoostGraph& graph, Vertex start, std::vector<std::size_t>& place_of, std::size_t none) {
  Component component;
  component.nodes.push_back(start);
  place_of[start] = 0;
  for (std::size_t i = 0; i < component.nodes.size(); ++i) {
    std::vector<Vertex> found;
    for_each_neighbour(graph, component.nodes[i], [&](Vertex other) {
      if (place_of[other] == none) found.push_back(other);
      if (place_of[other] == none) place_of[other] = none - 1;
    });
    std::sort(found.begin(), found.end(), [&](Vertex a, Vertex b) {
      const auto da = boost::degree(a, graph), db = boost::degree(b, graph);
      return da != db ? da > db : a < b;
    });
    for (Vertex other : found) {
      place_of[other] = component.nodes.size();
      component.nodes.push_back(other);
    }
  }
  return component;
}

// The direction of the neighbours that already have their place.
std::optional<double> direction_of_neighbours(const BoostGraph& graph, const Component& component,
                                              const std::vector<std::size_t>& place_of, std::size_t index,
                                              const std::vector<Point>& points) {
  double x = 0, y = 0;
  for_each_neighbour(graph, component.nodes[index], [&](Vertex other) {
    const std::size_t place = place_of[other];
    if (place >= index) return;
    const double length = std::hypot(points[place].x, points[place].y);
    if (length == 0) return;
    x += points[place].x / length;
    y += points[place].y / length;
  });
  if (std::abs(x) + std::abs(y) < 1e-9) return std::nullopt;
  return std::atan2(y, x);
}

void lay_out(const BoostGraph& graph, const std::vector<std::size_t>& place_of, const std::vector<double>& radii,
             double gap, Component& component) {
  std::vector<double> own_radii;
  own_radii.reserve(component.nodes.size());
  for (Vertex v : component.nodes) own_radii.push_back(radii[v]);
  component.points = pack_in_rings(own_radii, gap, [&](std::size_t index, const std::vector<Point>& points) {
    return direction_of_neighbours(graph, component, place_of, index, points);
  });
  for (std::size_t i = 0; i < own_radii.size(); ++i)
    component.radius =
        std::max(component.radius, std::hypot(component.points[i].x, component.points[i].y) + own_radii[i]);
}

}  // namespace

std::vector<Point> radial_positions(const BoostGraph& graph, const std::vector<double>& radii, double gap) {
  const std::size_t none = boost::num_vertices(graph) + 1;
  std::vector<std::size_t> place_of(boost::num_vertices(graph), none);
  std::vector<Component> components;
  for (Vertex start : best_connected_first(graph)) {
    if (place_of[start] != none) continue;
    components.push_back(find_component(graph, start, place_of, none));
    lay_out(graph, place_of, radii, gap, components.back());
  }
  std::stable_sort(components.begin(), components.end(),
                   [](const Component& a, const Component& b) { return a.radius > b.radius; });

  std::vector<double> component_radii;
  component_radii.reserve(components.size());
  for (const Component& component : components) component_radii.push_back(component.radius);
  const auto anywhere = [](std::size_t, const std::vector<Point>&) { return std::optional<double>(); };
  const std::vector<Point> middles = pack_in_rings(component_radii, gap, anywhere);

  std::vector<Point> positions(boost::num_vertices(graph));
  for (std::size_t c = 0; c < components.size(); ++c)
    for (std::size_t i = 0; i < components[c].nodes.size(); ++i) {
      const Point own = components[c].points[i];
      positions[components[c].nodes[i]] = {middles[c].x + own.x, middles[c].y + own.y};
    }
  return positions;
}

}  // namespace edgewise
