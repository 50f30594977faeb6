// SPDX-License-Identifier: Apache-2.0
// Collects what a diagram has to explain.
#include "export/legend.h"

#include <set>

#include <fmt/format.h>

namespace edgewise {

std::vector<LegendEntry> legend_of(const KnowledgeGraph& graph, const Colours& colours) {
  std::set<std::string_view> types;
  std::set<Modality> modalities;
  for (auto v : boost::make_iterator_range(boost::vertices(graph.graph))) types.insert(graph.graph[v].type);
  for (auto e : boost::make_iterator_range(boost::edges(graph.graph))) modalities.insert(graph.graph[e].modality);

  std::vector<LegendEntry> legend;
  for (std::string_view type : types) {
    const SchemaEntry* entry = graph.schema.type(type);
    legend.push_back(
        {std::string(entry ? graph.schema.label(*entry) : type),
         fmt::format("fillcolor=\"{}\", color=\"{}\"", tint(colours.of_type(type), kFillTint), colours.of_type(type))});
  }
  for (Modality modality : modalities) {
    const ModalityStyle& style = style_of(modality);
    legend.push_back({std::string(style.mark).append(modality_word(modality, graph.schema.language)),
                      fmt::format("fillcolor=\"white\", style=\"filled,{}\", color=\"{}\"", style.line,
                                  style.color.empty() ? "#404040" : style.color)});
  }
  return legend;
}

std::string_view legend_title(std::string_view language) { return language.starts_with("zh") ? "图例" : "Legend"; }

}  // namespace edgewise
