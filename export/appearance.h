// SPDX-License-Identifier: Apache-2.0
// Colours of types and relations, and how each modality is drawn; the same in every format.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "graph/knowledge_graph.h"

namespace edgewise {

// How an edge of a modality differs from a plain one.
struct ModalityStyle {
  std::string_view line;    // Graphviz style: solid, dashed, dotted
  std::string_view color;   // replaces the relation's; empty: keep it
  std::string_view arrow;   // Graphviz arrow head
  std::string_view mark;    // stands before the label
  std::string_view zh, en;  // the word for legends and labels
};
const ModalityStyle& style_of(Modality modality);
// The word for the modality in `language`: Chinese for zh, else English.
std::string_view modality_word(Modality modality, std::string_view language);

// Colours "#rrggbb" of one graph: from the schema where it has one, else from a fixed palette in order of declaration,
// with what the schema does not know after it in order of name.
class Colours {
 public:
  explicit Colours(const KnowledgeGraph& graph);

  // Views live as long as this object.
  std::string_view of_type(std::string_view type) const;
  std::string_view of_relation(std::string_view relation) const;
  std::string_view of_edge(const Relationship& edge) const;

 private:
  std::map<std::string, std::string, std::less<>> types_, relations_;
};

// How much white there is in the fill of a node.
inline constexpr double kFillTint = 0.7;

// `color` mixed with white: 0 gives the colour, 1 gives white. Requires "#rrggbb".
std::string tint(std::string_view color, double white);

// How light lines and letters on white may be, of 255, and still be seen and read.
inline constexpr int kLineLuminance = 150, kTextLuminance = 110;

// `color`, or the darker colour of the same hue whose luminance is `most`. Requires "#rrggbb".
std::string darkened(std::string_view color, int most);

}  // namespace edgewise
