// SPDX-License-Identifier: Apache-2.0
// What the colours and lines of a diagram mean.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "export/appearance.h"
#include "export/layout.h"
#include "graph/knowledge_graph.h"

namespace edgewise {

struct LegendEntry {
  std::string label;
  std::string look;  // DOT attributes of a node that shows it
  bool begins_group = false;
};

// The types that occur, those with most nodes first, then the modalities that occur, each behind a piece of its line.
std::vector<LegendEntry> legend_of(const KnowledgeGraph& graph, const Colours& colours);

// DOT statements that show the legend by nodes of the class `legend`: a node for each entry, so that no reader of the
// file meets markup in labels, and no edges, so that none counts more of them than there are. `language` is that of
// the title. Empty without entries.

// In a box of its own, for a layout engine to place.
std::string legend_cluster(const std::vector<LegendEntry>& legend, std::string_view language);

// With places: in rows no longer than `width`, from `corner`, the upper left one, down.
std::string legend_rows(const std::vector<LegendEntry>& legend, std::string_view language, Point corner, double width);

}  // namespace edgewise
