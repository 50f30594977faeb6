// SPDX-License-Identifier: Apache-2.0
// Streams a graph as DOT.
#include "export/dot.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "export/appearance.h"
#include "export/dot_text.h"
#include "export/evidence_text.h"
#include "export/layout.h"
#include "export/legend.h"
#include "export/output_buffer.h"
#include "graph/knowledge_graph.h"
#include "text/utf8.h"

namespace edgewise {
namespace {

constexpr std::string_view kFonts =
    "Noto Sans CJK SC,Source Han Sans SC,WenQuanYi Micro Hei,Microsoft YaHei,PingFang SC,sans-serif";
constexpr std::size_t kLongestTooltip = 1000, kLongestLabel = 200;  // code points

// Evidence is cut to the tooltip's length afterwards; there is no need to build more.
constexpr std::size_t kEvidenceBytes = 4 * kLongestTooltip;

std::string one_line(std::string_view text) {
  std::string line = wrapped(text, 10000, 1);
  std::replace(line.begin(), line.end(), '\t', ' ');
  return line;
}

class DotWriter {
 public:
  DotWriter(const KnowledgeGraph& graph, const ExportOptions& options, const ByteSink& sink)
      : all_(graph), graph_(graph.graph), schema_(graph.schema), options_(options), colours_(graph), out_(sink) {}

  bool write(bool with_legend, Diagnostics& diagnostics) {
    if (!layered()) places_ = place_boxes(graph_, boxes(), diagnostics);
    write_head();
    if (with_legend) write_legend();
    for (auto v : boost::make_iterator_range(boost::vertices(graph_))) {
      if (out_.gave_up()) return false;
      write_node(v);
    }
    for (auto e : boost::make_iterator_range(boost::edges(graph_))) {
      if (out_.gave_up()) return false;
      write_edge(e);
    }
    out_ << "}\n";
    return out_.finish();
  }

 private:
  using Vertex = BoostGraph::vertex_descriptor;

  bool layered() const { return is_layered(graph_); }

  void write_head() {
    out_ << "// " << one_line(options_.generator) << '\n';
    if (!options_.provenance.empty()) out_ << "// " << one_line(options_.provenance) << '\n';
    out_ << fmt::format(
        "digraph \"kg\" {{\n"
        "  graph [charset=\"UTF-8\", {}, bgcolor=\"white\", pad=\"0.3\", outputorder=\"edgesfirst\", fontname=\"{}\", "
        "fontsize=\"12\"];\n"
        "  node [shape=\"box\", style=\"filled,rounded\", height=\"0.3\", margin=\"0.08,0.04\", penwidth=\"1.2\", "
        "fontname=\"{}\", fontcolor=\"#202020\"];\n"
        "  edge [arrowsize=\"0.6\", fontname=\"{}\", fontsize=\"10\"];\n",
        layered() ? "layout=\"dot\", rankdir=\"LR\", ranksep=\"0.35\", nodesep=\"0.18\", splines=\"true\""
                  : "layout=\"nop\", splines=\"line\"",
        kFonts, kFonts, kFonts);
  }

  void write_legend() {
    const std::vector<LegendEntry> legend = legend_of(all_, colours_);
    if (layered()) {
      out_ << legend_cluster(legend, schema_.language);
      return;
    }
    constexpr double kBelow = 60;
    Point low = places_.front();
    double right = low.x;
    for (const Point& point : places_) {
      low = {std::min(low.x, point.x), std::min(low.y, point.y)};
      right = std::max(right, point.x);
    }
    out_ << legend_rows(legend, schema_.language, {low.x, low.y - kBelow}, right - low.x);
  }

  static std::string shown_name(const Entity& entity) { return wrapped(entity.label, 22, 3); }

  // Larger for what has more edges.
  double font_size(Vertex v) const {
    const double edges = static_cast<double>(boost::degree(v, graph_));
    return std::round(10 * std::min(11 + std::sqrt(std::max(edges - 1, 0.0)), 18.0)) / 10;
  }

  std::vector<Box> boxes() const {
    constexpr double kLeastWidth = 54;
    std::vector<Box> result;
    result.reserve(boost::num_vertices(graph_));
    for (auto v : boost::make_iterator_range(boost::vertices(graph_))) {
      result.push_back(text_box(shown_name(graph_[v]), font_size(v)));
      result.back().width = std::max(result.back().width, kLeastWidth);
    }
    return result;
  }

  std::string place(Vertex v) const {
    return layered() ? std::string() : fmt::format(", pos=\"{:.2f},{:.2f}\"", places_[v].x, places_[v].y);
  }

  void write_node(Vertex v) {
    const Entity& entity = graph_[v];
    const SchemaEntry* type = schema_.type(entity.type);
    const std::string_view color = colours_.of_type(entity.type);
    std::string tooltip =
        fmt::format("{} · {}", entity.label, type ? schema_.label(*type) : std::string_view(entity.type));
    if (!entity.aliases.empty()) tooltip += "\n" + joined_values(entity.aliases, kEvidenceBytes);
    out_ << fmt::format(
        "  \"{}\" [label={}, id=\"{}\", class={}, fillcolor=\"{}\", color=\"{}\", fontsize=\"{}\", tooltip={}{}];\n",
        entity.id, dot_string(shown_name(entity), kLongestLabel), entity.id, dot_string(entity.type, kLongestLabel),
        tint(color, kFillTint), color, font_size(v), dot_string(tooltip, kLongestTooltip), place(v));
  }

  std::string edge_label(const Relationship& edge) const {
    const SchemaEntry* entry = schema_.relation(edge.relation);
    const ModalityStyle& style = style_of(edge.modality);
    std::string label(style.mark);
    label += wrapped(entry ? schema_.label(*entry) : std::string_view(edge.relation), 18, 2);
    if (edge.modality != Modality::asserted && style.mark.empty())
      label += fmt::format(" ({})", modality_word(edge.modality, schema_.language));
    return label;
  }

  void write_edge(BoostGraph::edge_descriptor e) {
    const Relationship& edge = graph_[e];
    const Entity &from = graph_[boost::source(e, graph_)], &to = graph_[boost::target(e, graph_)];
    const ModalityStyle& style = style_of(edge.modality);
    const std::string_view color = colours_.of_edge(edge);
    const std::string line = darkened(color, kLineLuminance);
    const double width = std::min(1.2 + 0.4 * (static_cast<double>(edge.evidence.size()) - 1), 4.0);
    const std::string tooltip = dot_string(fmt::format("{} {} {}\n{}", from.label, edge.symmetric ? "↔" : "→", to.label,
                                                       evidence_text(edge.evidence, kEvidenceBytes)),
                                           kLongestTooltip);
    out_ << fmt::format("  \"{}\" -> \"{}\" [label={}, id=\"{}\", class={}, ", from.id, to.id,
                        dot_string(edge_label(edge), kLongestLabel), edge.id, dot_string(edge.relation, kLongestLabel))
         << fmt::format("color=\"{}\", fontcolor=\"{}\", style=\"{}\", penwidth=\"{:.1f}\", arrowhead=\"{}\"", line,
                        darkened(color, kTextLuminance), style.line, width, style.arrow);
    if (edge.symmetric) out_ << ", dir=\"both\", arrowtail=\"" << style.arrow << '"';
    out_ << ", tooltip=" << tooltip << ", labeltooltip=" << tooltip << "];\n";
  }

  const KnowledgeGraph& all_;
  const BoostGraph& graph_;
  const Schema& schema_;
  const ExportOptions& options_;
  const Colours colours_;
  std::vector<Point> places_;  // only where the text gives places
  OutputBuffer out_;
};

void warn_of_size(const BoostGraph& graph, Diagnostics& diagnostics) {
  const std::size_t nodes = boost::num_vertices(graph), edges = boost::num_edges(graph);
  if (nodes <= kDrawableNodes && edges <= kDrawableEdges) return;
  Diagnostic warning;
  warning.severity = Severity::warning;
  warning.code = "W611";
  warning.message =
      fmt::format("a diagram of {} nodes and {} edges is slow to draw; Graphviz is quick up to {} nodes and {} edges",
                  nodes, edges, kDrawableNodes, kDrawableEdges);
  warning.help = "write graphml and open it in Gephi";
  diagnostics.push_back(std::move(warning));
}

}  // namespace

bool is_layered(const BoostGraph& graph) {
  return boost::num_vertices(graph) <= kLayeredNodes && boost::num_edges(graph) <= kLayeredEdges;
}

bool write_dot(const KnowledgeGraph& graph, const ExportOptions& options, const ByteSink& sink,
               Diagnostics& diagnostics) {
  warn_of_size(graph.graph, diagnostics);
  return DotWriter(graph, options, sink).write(true, diagnostics);
}

bool write_dot_without_legend(const KnowledgeGraph& graph, const ExportOptions& options, const ByteSink& sink,
                              Diagnostics& diagnostics) {
  return DotWriter(graph, options, sink).write(false, diagnostics);
}

}  // namespace edgewise
