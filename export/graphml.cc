// SPDX-License-Identifier: Apache-2.0
// Streams a graph as GraphML: keys, then all nodes, then all edges.
#include "export/graphml.h"

#include <array>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "export/appearance.h"
#include "export/clean_text.h"
#include "export/edge_types.h"
#include "export/evidence_text.h"
#include "export/json_text.h"
#include "export/layout.h"
#include "export/output_buffer.h"
#include "export/xml_text.h"
#include "graph/knowledge_graph.h"

namespace edgewise {
namespace {

struct Key {
  std::string_view id, domain, name, type;
};

// Ids are unique over both domains, and Gephi knows `label`, `color`, `size`, `x`, `y` and `weight` by them.
constexpr std::array kKeys = {
    Key{"label", "node", "label", "string"},
    Key{"name", "node", "name", "string"},
    Key{"type", "node", "type", "string"},
    Key{"aliases", "node", "aliases", "string"},
    Key{"external_id", "node", "external_id", "string"},
    Key{"ticker", "node", "ticker", "string"},
    Key{"mentions", "node", "mentions", "int"},
    Key{"docs", "node", "docs", "string"},
    Key{"color", "node", "color", "string"},
    Key{"size", "node", "size", "double"},
    Key{"x", "node", "x", "double"},
    Key{"y", "node", "y", "double"},
    Key{"edgelabel", "edge", "label", "string"},
    Key{"relation", "edge", "relation", "string"},
    Key{"modality", "edge", "modality", "string"},
    Key{"weight", "edge", "weight", "double"},
    Key{"support", "edge", "support", "int"},
    Key{"symmetric", "edge", "symmetric", "string"},
    Key{"rule", "edge", "rule", "string"},
    Key{"edgedocs", "edge", "docs", "string"},
    Key{"confidence", "edge", "confidence", "string"},
    Key{"sources", "edge", "sources", "string"},
    Key{"first_date", "edge", "first_date", "string"},
    Key{"last_date", "edge", "last_date", "string"},
    Key{"qualifiers", "edge", "qualifiers", "string"},
    Key{"speakers", "edge", "speakers", "string"},
    Key{"evidence", "edge", "evidence", "string"},
    Key{"edgecolor", "edge", "color", "string"},
};

// Longer values are cut: XML readers refuse text nodes of 10 MB, and nobody reads a cell of 1 MB.
constexpr std::size_t kLongestValue = 1'000'000;

class GraphmlWriter {
 public:
  GraphmlWriter(const KnowledgeGraph& graph, const ExportOptions& options, const ByteSink& sink)
      : graph_(graph.graph), schema_(graph.schema), options_(options), colours_(graph), out_(sink) {}

  bool write(Diagnostics& diagnostics) {
    const NodePlaces places = place_nodes(graph_, diagnostics);
    write_head();
    for (auto v : boost::make_iterator_range(boost::vertices(graph_))) {
      if (out_.gave_up()) return false;
      write_node(graph_[v], places.positions[v], places.sizes[v]);
    }
    const std::vector<bool> beside_another = edges_beside_another(graph_);
    auto beside = beside_another.begin();
    for (auto e : boost::make_iterator_range(boost::edges(graph_))) {
      if (out_.gave_up()) return false;
      write_edge(e, *beside++);
    }
    out_ << "  </graph>\n</graphml>\n";
    return out_.finish();
  }

 private:
  void write_head() {
    out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\""
            " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
            " xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns"
            " http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n  <desc>";
    write_xml_text(out_, options_.generator + (options_.provenance.empty() ? "" : "; " + options_.provenance));
    out_ << "</desc>\n";
    for (const Key& key : kKeys)
      out_ << fmt::format("  <key id=\"{}\" for=\"{}\" attr.name=\"{}\" attr.type=\"{}\"/>\n", key.id, key.domain,
                          key.name, key.type);
    out_ << "  <graph id=\"kg\" edgedefault=\"directed\">\n";
  }

  void data(std::string_view key, std::string_view value) {
    if (value.empty()) return;
    out_ << "<data key=\"" << key << "\">";
    write_xml_text(out_, cut_bytes(value, kLongestValue));
    out_ << "</data>";
  }
  void number(std::string_view key, auto value) {
    out_ << "<data key=\"" << key << "\">" << fmt::to_string(value) << "</data>";
  }

  void write_node(const Entity& entity, Point place, double size) {
    out_ << "    <node id=\"" << entity.id << "\">";
    data("label", entity.label);
    data("name", entity.key);
    data("type", entity.type);
    if (!entity.aliases.empty()) data("aliases", json_array(entity.aliases, kLongestValue));
    data("external_id", entity.external_id);
    data("ticker", entity.ticker);
    number("mentions", entity.mentions);
    data("docs", joined_values(entity.documents, kLongestValue));
    data("color", colours_.of_type(entity.type));
    number("size", size);
    number("x", place.x);
    number("y", place.y);
    out_ << "</node>\n";
  }

  void write_edge(BoostGraph::edge_descriptor e, bool beside_another) {
    const Relationship& edge = graph_[e];
    out_ << "    <edge id=\"" << edge.id << "\" source=\"" << graph_[boost::source(e, graph_)].id << "\" target=\""
         << graph_[boost::target(e, graph_)].id << '"';
    if (!options_.strict_graphml) {
      out_ << " label=\"";
      write_xml_attribute(out_, edge.relation);
      if (beside_another) out_ << '/' << name(edge.modality);
      out_ << '"';
    }
    out_ << '>';
    const SchemaEntry* entry = schema_.relation(edge.relation);
    data("edgelabel", entry ? schema_.label(*entry) : std::string_view(edge.relation));
    data("relation", edge.relation);
    data("modality", name(edge.modality));
    number("weight", static_cast<double>(edge.evidence.size()));
    number("support", edge.evidence.size());
    data("symmetric", edge.symmetric ? "yes" : "no");
    data("rule", joined_values(rules_of(edge.evidence), kLongestValue));
    data("edgedocs", joined_values(edge.documents, kLongestValue));
    data("confidence", best_confidence(edge.evidence));
    data("sources", clean_text(joined_values(sources_of(edge.evidence), kLongestValue)));
    if (const auto dates = dates_of(edge.evidence); !dates.empty()) {
      data("first_date", dates.front());
      data("last_date", dates.back());
    }
    if (const std::string said = qualifiers_text(edge.evidence, kLongestValue); !said.empty()) data("qualifiers", said);
    data("speakers", joined_values(speakers_of(edge.evidence), kLongestValue));
    data("evidence", evidence_text(edge.evidence, kLongestValue));
    data("edgecolor", colours_.of_edge(edge));
    out_ << "</edge>\n";
  }

  const BoostGraph& graph_;
  const Schema& schema_;
  const ExportOptions& options_;
  const Colours colours_;
  OutputBuffer out_;
};

}  // namespace

bool write_graphml(const KnowledgeGraph& graph, const ExportOptions& options, const ByteSink& sink,
                   Diagnostics& diagnostics) {
  return GraphmlWriter(graph, options, sink).write(diagnostics);
}

}  // namespace edgewise
