// SPDX-License-Identifier: Apache-2.0
// Reading graphs that lie in files.
#include "eval/graphml_claims.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace edgewise {
namespace {

constexpr std::string_view kHead =
    "<?xml version=\"1.0\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
    "<key id=\"k1\" for=\"node\" attr.name=\"label\"/><key id=\"k2\" for=\"edge\" attr.name=\"relation\"/>\n"
    "<key id=\"k3\" for=\"edge\" attr.name=\"modality\"/><key id=\"k4\" for=\"edge\" attr.name=\"docs\"/>\n"
    "<key id=\"k5\" for=\"edge\" attr.name=\"evidence\"/><key id=\"k6\" for=\"edge\" attr.name=\"symmetric\"/>\n"
    "<graph edgedefault=\"directed\">\n"
    "<node id=\"n1\"><data key=\"k1\">A &amp; B</data></node><node id=\"n2\"/>\n";

std::vector<Claim> claims(std::string_view edges, const std::string& document = "") {
  return read_graphml_claims(fmt::format("{}{}</graph></graphml>", kHead, edges), "g.graphml", document).value();
}

std::string complaint(std::string_view bytes) {
  const auto read = read_graphml_claims(bytes, "g.graphml", "");
  return read ? "" : render(read.error().front());
}

TEST(GraphmlClaims, NamesAreLabelsOrIds) {
  const auto found =
      claims("<edge source=\"n1\" target=\"n2\"><data key=\"k2\">sues</data><data key=\"k3\">planned</data></edge>");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].from, "A & B");
  EXPECT_EQ(found[0].to, "n2");
  EXPECT_EQ(found[0].relation, "sues");
  EXPECT_EQ(found[0].modality, "planned");
  EXPECT_EQ(found[0].document, "");
  EXPECT_FALSE(found[0].symmetric);
}

TEST(GraphmlClaims, AnEdgeSpeaksOfEachOfItsDocumentsWithItsOwnEvidence) {
  const auto found = claims(
      "<edge source=\"n1\" target=\"n2\"><data key=\"k2\">sues</data><data key=\"k4\">a.txt;b.txt#2</data>"
      "<data key=\"k5\">a.txt:3 “A sues.” [sues#1]\nb.txt#2:8 “It “sues” [now].” [sues#2]\n… 7 more</data>"
      "<data key=\"k6\">yes</data></edge>");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].document, "a.txt");
  ASSERT_EQ(found[0].sources.size(), 1U);
  EXPECT_EQ(found[0].sources[0].sentence, "A sues.");
  EXPECT_EQ(found[0].sources[0].line, 3U);
  EXPECT_EQ(found[1].document, "b.txt#2");
  ASSERT_EQ(found[1].sources.size(), 1U);
  EXPECT_EQ(found[1].sources[0].sentence, "It “sues” [now].");
  EXPECT_EQ(found[1].sources[0].rule, "sues#2");
  EXPECT_TRUE(found[1].symmetric);
}

TEST(GraphmlClaims, ADocumentFromOutsideTakesAll) {
  const auto found = claims(
      "<edge source=\"n1\" target=\"n2\"><data key=\"k2\">sues</data><data key=\"k4\">a.txt;b.txt</data>"
      "<data key=\"k5\">b.txt:3 “A sues.” [sues#1]</data></edge>",
      "n01");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].document, "n01");
  EXPECT_EQ(found[0].sources.size(), 1U);
}

TEST(GraphmlClaims, EdgesWithoutRelationArePassedOver) {
  EXPECT_TRUE(claims("<edge source=\"n1\" target=\"n2\"/>").empty());
}

TEST(GraphmlClaims, NodesMayComeAfterTheirEdges) {
  const auto found = claims("<edge source=\"n3\" target=\"n2\"><data key=\"k2\">sues</data></edge>\n<node id=\"n3\"/>");
  EXPECT_EQ(found.at(0).from, "n3");
}

TEST(GraphmlClaims, WhatIsBrokenIsReportedWithItsLine) {
  EXPECT_EQ(complaint("<graphml>\n<graph>\n</graphml>"), "g.graphml:3: error[E706]: no XML: Start-end tags mismatch\n");
  EXPECT_EQ(complaint(""), "g.graphml:1: error[E706]: no XML: No document element found\n");
  EXPECT_EQ(complaint("<svg/>"), "g.graphml: error[E706]: <svg> where <graphml> should be\n");
  EXPECT_EQ(complaint(fmt::format(
                "{}<edge source=\"n1\" target=\"n9\"><data key=\"k2\">r</data></edge></graph></graphml>", kHead)),
            "g.graphml:8: error[E707]: target 'n9' is no node\n");
}

TEST(GraphmlClaims, ManyBrokenEdgesAreNotReportedOneByOne) {
  std::string edges;
  for (int i = 0; i < 5000; ++i) edges += "<edge source=\"n1\" target=\"n9\"><data key=\"k2\">r</data></edge>\n";
  const auto read = read_graphml_claims(fmt::format("{}{}</graph></graphml>", kHead, edges), "g.graphml", "");
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().size(), 101U);
  EXPECT_EQ(read.error().back().code, "E709");
}

TEST(GraphmlClaims, EntitiesOfADoctypeAreNotExpanded) {
  const auto read = read_graphml_claims(
      "<!DOCTYPE graphml [<!ENTITY a \"aaaaaaaaaa\">]><graphml><graph><node id=\"n\"><data "
      "key=\"label\">&a;</data></node>"
      "<edge source=\"n\" target=\"n\"><data key=\"relation\">r</data></edge></graph></graphml>",
      "g", "");
  EXPECT_EQ(read.value().at(0).from, "&a;");
}

}  // namespace
}  // namespace edgewise
