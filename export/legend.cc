// SPDX-License-Identifier: Apache-2.0
// Collects what a diagram has to explain, and writes it as nodes.
#include "export/legend.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "export/dot_text.h"

namespace edgewise {
namespace {

constexpr double kFontSize = 10;
constexpr std::size_t kColumns = 22, kLines = 2, kLongestLabel = 200;

std::vector<std::string_view> commonest_types(const BoostGraph& graph) {
  std::map<std::string_view, std::size_t> counts;
  for (auto v : boost::make_iterator_range(boost::vertices(graph))) ++counts[graph[v].type];
  std::vector<std::string_view> types;
  types.reserve(counts.size());
  for (const auto& [type, count] : counts) types.push_back(type);
  std::stable_sort(types.begin(), types.end(),
                   [&](std::string_view a, std::string_view b) { return counts[a] > counts[b]; });
  return types;
}

std::string_view line_sample(std::string_view style) {
  if (style == "dashed") return "━ ━ ━";
  if (style == "dotted") return "· · · ·";
  return "━━━";
}

std::string_view title(std::string_view language) { return language.starts_with("zh") ? "图例" : "Legend"; }

constexpr std::string_view kTitleLook = "shape=\"plaintext\", style=\"\", fontcolor=\"#606060\"";

std::string node(std::string_view id, const LegendEntry& entry, std::string_view place) {
  return fmt::format(
      "    \"legend{}\" [label={}, class=\"legend\", width=\"0.2\", height=\"0.25\", fontsize=\"{}\", {}{}];\n", id,
      dot_string(wrapped(entry.label, kColumns, kLines), kLongestLabel), kFontSize, entry.look, place);
}

}  // namespace

std::vector<LegendEntry> legend_of(const KnowledgeGraph& graph, const Colours& colours) {
  std::set<Modality> modalities;
  for (auto e : boost::make_iterator_range(boost::edges(graph.graph))) modalities.insert(graph.graph[e].modality);

  std::vector<LegendEntry> legend;
  for (std::string_view type : commonest_types(graph.graph)) {
    const SchemaEntry* entry = graph.schema.type(type);
    legend.push_back(
        {std::string(entry ? graph.schema.label(*entry) : type),
         fmt::format("fillcolor=\"{}\", color=\"{}\"", tint(colours.of_type(type), kFillTint), colours.of_type(type))});
  }
  for (bool first = true; Modality modality : modalities) {
    const ModalityStyle& style = style_of(modality);
    const std::string_view color = style.color.empty() ? "#404040" : style.color;
    legend.push_back(
        {fmt::format("{} {}{}", line_sample(style.line), style.mark, modality_word(modality, graph.schema.language)),
         fmt::format("shape=\"plaintext\", style=\"\", fontcolor=\"{}\"", darkened(color, kLineLuminance)),
         std::exchange(first, false)});
  }
  return legend;
}

std::string legend_cluster(const std::vector<LegendEntry>& legend, std::string_view language) {
  if (legend.empty()) return {};
  std::string text = fmt::format(
      "  subgraph \"cluster_legend\" {{\n    graph [label={}, margin=\"12\", style=\"rounded\", color=\"#c0c0c0\", "
      "fontcolor=\"#606060\"];\n",
      dot_string(title(language), kLongestLabel));
  for (std::size_t i = 0; i < legend.size(); ++i) text += node(fmt::to_string(i), legend[i], "");
  return text + "  }\n";
}

std::string legend_rows(const std::vector<LegendEntry>& legend, std::string_view language, Point corner, double width) {
  if (legend.empty()) return {};
  constexpr double kRow = 34, kGap = 8;
  std::string text;
  Point at{corner.x, corner.y - kRow / 2};
  const auto add = [&](std::string_view id, const LegendEntry& entry) {
    const Box box = text_box(wrapped(entry.label, kColumns, kLines), kFontSize);
    const bool full = at.x > corner.x && at.x + box.width > corner.x + width;
    if (full || entry.begins_group) at = {corner.x, at.y - kRow};
    text += node(id, entry, fmt::format(", pos=\"{:.2f},{:.2f}\"", at.x + box.width / 2, at.y));
    at.x += box.width + kGap;
  };
  add("", {std::string(title(language)), std::string(kTitleLook)});
  for (std::size_t i = 0; i < legend.size(); ++i) add(fmt::to_string(i), legend[i]);
  return text;
}

}  // namespace edgewise
