// SPDX-License-Identifier: Apache-2.0
// Streams a graph as DOT.
#include "export/dot.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "export/appearance.h"
#include "export/dot_text.h"
#include "export/evidence_text.h"
#include "export/output_buffer.h"
#include "graph/knowledge_graph.h"

namespace edgewise {
namespace {

constexpr std::string_view kFonts =
    "Noto Sans CJK SC,Source Han Sans SC,WenQuanYi Micro Hei,Microsoft YaHei,PingFang SC,sans-serif";
constexpr std::size_t kLongestTooltip = 1000;  // code points

// Evidence is cut to the tooltip's length afterwards; there is no need to build more.
constexpr std::size_t kEvidenceBytes = 4 * kLongestTooltip;

class DotWriter {
 public:
  DotWriter(const KnowledgeGraph& graph, const ExportOptions& options, const ByteSink& sink)
      : graph_(graph.graph), schema_(graph.schema), options_(options), colours_(graph), out_(sink) {}

  bool write() {
    write_head();
    write_legend();
    for (auto v : boost::make_iterator_range(boost::vertices(graph_))) {
      if (out_.gave_up()) return false;
      write_node(graph_[v]);
    }
    for (auto e : boost::make_iterator_range(boost::edges(graph_))) {
      if (out_.gave_up()) return false;
      write_edge(e);
    }
    out_ << "}\n";
    return out_.finish();
  }

 private:
  bool layered() const {
    return boost::num_vertices(graph_) <= kLayeredNodes && boost::num_edges(graph_) <= kLayeredEdges;
  }

  void write_head() {
    out_ << "// " << one_line(options_.generator) << '\n';
    if (!options_.provenance.empty()) out_ << "// " << one_line(options_.provenance) << '\n';
    out_
        << "digraph \"kg\" {\n  graph [charset=\"UTF-8\", bgcolor=\"white\", pad=\"0.3\", outputorder=\"edgesfirst\", ";
    out_ << (layered() ? "layout=\"dot\", rankdir=\"LR\", ranksep=\"0.8\", nodesep=\"0.25\", splines=\"true\""
                       : "layout=\"sfdp\", overlap=\"prism\", splines=\"line\", K=\"1.1\", start=\"1\"");
    out_ << ", fontname=\"" << kFonts << "\", fontsize=\"11\"];\n"
         << "  node [shape=\"box\", style=\"filled,rounded\", height=\"0.3\", margin=\"0.10,0.05\", penwidth=\"1.2\", "
            "fontname=\""
         << kFonts << "\", fontsize=\"11\", fontcolor=\"#202020\"];\n"
         << "  edge [arrowsize=\"0.6\", fontname=\"" << kFonts << "\", fontsize=\"9\"];\n";
  }

  static std::string one_line(std::string_view text) {
    std::string line = wrapped(text, 10000, 1);
    std::replace(line.begin(), line.end(), '\t', ' ');
    return line;
  }

  std::string_view type_label(std::string_view type) const {
    const SchemaEntry* entry = schema_.type(type);
    return entry ? schema_.label(*entry) : type;
  }

  // Nodes of their own, so that no reader meets markup in labels. Modalities show their line as the border.
  void write_legend() {
    std::set<std::string_view> types;
    std::set<Modality> modalities;
    for (auto v : boost::make_iterator_range(boost::vertices(graph_))) types.insert(graph_[v].type);
    for (auto e : boost::make_iterator_range(boost::edges(graph_))) modalities.insert(graph_[e].modality);
    if (types.empty()) return;
    out_ << "  subgraph \"cluster_legend\" {\n    graph [label="
         << dot_string(schema_.language.starts_with("zh") ? "图例" : "Legend", 100)
         << ", style=\"rounded\", color=\"#c0c0c0\", fontcolor=\"#606060\"];\n";
    std::size_t number = 0;
    for (std::string_view type : types)
      legend_node(
          number++, type_label(type),
          fmt::format("fillcolor=\"{}\", color=\"{}\"", tint(colours_.of_type(type), 0.7), colours_.of_type(type)));
    for (Modality modality : modalities) {
      const ModalityStyle& style = style_of(modality);
      legend_node(number++, std::string(style.mark).append(modality_word(modality, schema_.language)),
                  fmt::format("fillcolor=\"white\", style=\"filled,{}\", color=\"{}\"", style.line,
                              style.color.empty() ? "#404040" : style.color));
    }
    out_ << "  }\n";
  }

  void legend_node(std::size_t number, std::string_view label, std::string_view look) {
    out_ << fmt::format("    \"legend{}\" [label={}, class=\"legend\", fontsize=\"9\", {}];\n", number,
                        dot_string(label, 60), look);
  }

  void write_node(const Entity& entity) {
    const std::string_view color = colours_.of_type(entity.type);
    std::string tooltip = fmt::format("{} · {}", entity.label, type_label(entity.type));
    if (!entity.aliases.empty()) tooltip += "\n" + joined_values(entity.aliases, kEvidenceBytes);
    out_ << fmt::format("  \"{}\" [label={}, id=\"{}\", class={}, fillcolor=\"{}\", color=\"{}\", tooltip={}];\n",
                        entity.id, dot_string(wrapped(entity.label, 22, 3), 200), entity.id,
                        dot_string(entity.type, 100), tint(color, 0.7), color, dot_string(tooltip, kLongestTooltip));
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
    const Entity& from = graph_[boost::source(e, graph_)];
    const Entity& to = graph_[boost::target(e, graph_)];
    const ModalityStyle& style = style_of(edge.modality);
    const std::string_view color = colours_.of_edge(edge);
    const double width = std::min(1.0 + 0.4 * static_cast<double>(edge.evidence.size() - 1), 4.0);
    const std::string tooltip =
        fmt::format("{} → {}\n{}", from.label, to.label, evidence_text(edge.evidence, kEvidenceBytes));
    out_ << fmt::format(
                "  \"{}\" -> \"{}\" [label={}, id=\"{}\", class={}, color=\"{}\", fontcolor=\"{}\", style=\"{}\", ",
                from.id, to.id, dot_string(edge_label(edge), 200), edge.id, dot_string(edge.relation, 100), color,
                ink(color), style.line)
         << fmt::format("penwidth=\"{:.1f}\", arrowhead=\"{}\"{}, tooltip={}, labeltooltip={}];\n", width, style.arrow,
                        edge.symmetric ? fmt::format(", dir=\"both\", arrowtail=\"{}\"", style.arrow) : "",
                        dot_string(tooltip, kLongestTooltip), dot_string(tooltip, kLongestTooltip));
  }

  const BoostGraph& graph_;
  const Schema& schema_;
  const ExportOptions& options_;
  const Colours colours_;
  OutputBuffer out_;
};

}  // namespace

bool write_dot(const KnowledgeGraph& graph, const ExportOptions& options, const ByteSink& sink, Diagnostics&) {
  return DotWriter(graph, options, sink).write();
}

}  // namespace edgewise
