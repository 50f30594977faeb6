// SPDX-License-Identifier: Apache-2.0
// Colours are the schema's where it has some, and always the same.
#include "export/appearance.h"

#include <set>

#include <gtest/gtest.h>

#include "graph/graph_builder.h"

namespace edgewise {
namespace {

KnowledgeGraph graph_with(Schema schema, const std::string& type, const std::string& relation) {
  GraphBuilder builder(std::move(schema));
  Statement statement;
  statement.from = {"a", type, {}, {}};
  statement.to = {"b", type, {}, {}};
  statement.relation = relation;
  builder.add(statement);
  return builder.build();
}

TEST(Colours, ComeFromTheSchemaWhereItHasThem) {
  Schema schema;
  schema.types = {{"Company", {}, "#ABCDEF"}, {"Person", {}, ""}, {"Place", {}, "red"}};
  const KnowledgeGraph graph = graph_with(schema, "Company", "r");
  const Colours colours(graph);
  EXPECT_EQ(colours.of_type("Company"), "#abcdef");
  EXPECT_EQ(colours.of_type("Person"), "#4e79a7");
  EXPECT_EQ(colours.of_type("Place"), "#f28e2b") << "a colour that is none gives way to the palette";
}

TEST(Colours, OfThePaletteSkipWhatTheSchemaHasTaken) {
  Schema schema;
  schema.types = {{"A", {}, ""}, {"B", {}, "#4e79a7"}, {"C", {}, ""}};
  const KnowledgeGraph graph = graph_with(schema, "Unknown", "r");
  const Colours colours(graph);
  const std::set<std::string_view> all = {colours.of_type("A"), colours.of_type("B"), colours.of_type("C"),
                                          colours.of_type("Unknown")};
  EXPECT_EQ(all.size(), 4u);
}

TEST(Colours, OfAnEdgeFollowItsModality) {
  const KnowledgeGraph graph = graph_with({}, "Company", "r");
  const Colours colours(graph);
  Relationship edge;
  edge.relation = "r";
  for (Modality kept : {Modality::asserted, Modality::planned, Modality::possible}) {
    edge.modality = kept;
    EXPECT_EQ(colours.of_edge(edge), colours.of_relation("r"));
  }
  edge.modality = Modality::negated;
  EXPECT_EQ(colours.of_edge(edge), "#d62728");
  edge.modality = Modality::reported;
  EXPECT_EQ(colours.of_edge(edge), "#7f7f7f");
}

TEST(Modalities, LookDifferentFromOneAnother) {
  std::set<std::string> looks;
  for (std::size_t i = 0; i < kModalityNames.size(); ++i) {
    const ModalityStyle& style = style_of(static_cast<Modality>(i));
    looks.insert(std::string(style.line) + std::string(style.color));
    EXPECT_EQ(modality_word(static_cast<Modality>(i), "en"), kModalityNames[i]);
    EXPECT_NE(modality_word(static_cast<Modality>(i), "zh"), kModalityNames[i]);
  }
  EXPECT_EQ(looks.size(), kModalityNames.size());
}

TEST(Colours, MixWithWhiteAndDarkenForText) {
  EXPECT_EQ(tint("#000000", 0.5), "#808080");
  EXPECT_EQ(tint("#4e79a7", 0), "#4e79a7");
  EXPECT_EQ(tint("#4e79a7", 1), "#ffffff");
  EXPECT_EQ(darkened("#202020", kTextLuminance), "#202020");
  EXPECT_EQ(darkened("#ffffff", kTextLuminance), "#6e6e6e");
  EXPECT_EQ(darkened("#edc948", kLineLuminance), "#b49936");
}

}  // namespace
}  // namespace edgewise
