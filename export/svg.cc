// SPDX-License-Identifier: Apache-2.0
// Has Graphviz draw the DOT text.
#include "export/svg.h"

#include <fmt/format.h>

#include "export/dot.h"
#include "export/graphviz.h"
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
  std::string dot;
  write_dot(
      graph, options, [&](std::string_view piece) { return dot += piece, true; }, diagnostics);
  std::string complaint;
  const std::string svg = graphviz_svg(dot, complaint);
  if (svg.empty()) {
    diagnostics.push_back(problem("E611", "no picture could be drawn: " + complaint,
                                  "check that graphviz is installed completely: 'dot -V' and 'dot -c'"));
    return false;
  }
  return sink(svg);
}

}  // namespace edgewise
