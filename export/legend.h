// SPDX-License-Identifier: Apache-2.0
// What the colours and lines of a diagram mean.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "export/appearance.h"
#include "graph/knowledge_graph.h"

namespace edgewise {

struct LegendEntry {
  std::string label;
  std::string look;  // DOT attributes of a node that shows it
};

// The types that occur, in order of name, then the modalities that occur; each modality shows its line as a border.
std::vector<LegendEntry> legend_of(const KnowledgeGraph& graph, const Colours& colours);

// What stands over the legend, in `language`.
std::string_view legend_title(std::string_view language);

}  // namespace edgewise
