// SPDX-License-Identifier: Apache-2.0
// Has Graphviz draw the DOT text.
#include "export/svg.h"

#include <algorithm>

#include <fmt/format.h>

#include "export/dot.h"
#include "export/graphviz.h"
#include "export/legend.h"
#include "graph/knowledge_graph.h"

namespace edgewise {
namespace {

Diagnostic problem(std::string code, std::string message, std::string help) {
  Diagnostic result;
  result.code = std::move(code);
  result.message = std::move(message);
  result.help = std::move(help);
  return result;
}

// A layout engine does not see the legend, which would stand in the way; it comes below the finished diagram.
std::string drawn(const KnowledgeGraph& graph, const ExportOptions& options, std::string& complaint,
                  Diagnostics& diagnostics) {
  std::string dot;
  const auto keep = [&](std::string_view piece) { return dot += piece, true; };
  if (!is_layered(graph.graph)) {
    write_dot(graph, options, keep, diagnostics);
    return graphviz_svg(dot, complaint);
  }
  write_dot_without_legend(graph, options, keep, diagnostics);
  PlacedDiagram diagram = graphviz_placed(dot, complaint);
  const std::size_t end = diagram.dot.rfind('}');
  if (end == std::string::npos) return {};
  constexpr double kBelow = 24, kLeastWidth = 400;
  const Point corner{diagram.low.x, diagram.low.y - kBelow};
  const double width = std::max(diagram.high.x - diagram.low.x, kLeastWidth);
  diagram.dot.insert(end, legend_rows(legend_of(graph, Colours(graph)), graph.schema.language, corner, width));
  return graphviz_svg(diagram.dot, complaint);
}

}  // namespace

bool write_svg(const KnowledgeGraph& graph, const ExportOptions& options, const ByteSink& sink,
               Diagnostics& diagnostics) {
  const std::size_t nodes = boost::num_vertices(graph.graph), edges = boost::num_edges(graph.graph);
  if (nodes > kDrawableNodes || edges > kDrawableEdges) {
    diagnostics.push_back(problem("E610",
                                  fmt::format("a graph of {} nodes and {} edges is too large for a picture in svg; the "
                                              "limit is {} nodes and {} edges",
                                              nodes, edges, kDrawableNodes, kDrawableEdges),
                                  "write graphml and open it in Gephi"));
    return false;
  }
  std::string complaint;
  const std::string svg = drawn(graph, options, complaint, diagnostics);
  if (svg.empty()) {
    diagnostics.push_back(problem("E611", "no picture could be drawn: " + complaint,
                                  "check that graphviz is installed completely: 'dot -V' and 'dot -c'"));
    return false;
  }
  return sink(svg);
}

}  // namespace edgewise
