// SPDX-License-Identifier: Apache-2.0
// GraphML as a strict reader sees it.
#include <cmath>
#include <map>
#include <regex>
#include <set>

#include <gmock/gmock.h>
#include <pugixml.hpp>

#include "export/clean_text.h"
#include "export/edge_types.h"
#include "graph/graph_builder.h"
#include "tests/export/sample_graphs.h"
#include "tests/export/written.h"
#include "tests/golden_file.h"

namespace edgewise {
namespace {

using testing::written;

struct Read {
  pugi::xml_document document;
  std::map<std::string, std::string> nodes, edges;  // "id key" -> value
  std::vector<pugi::xml_node> edge_elements;
};

void read_values(const pugi::xml_node& element, std::map<std::string, std::string>& values) {
  values[element.attribute("id").value()] = {};
  for (const pugi::xml_node data : element.children("data")) {
    std::string text;
    for (const pugi::xml_node part : data) text += part.value();
    const std::string key = std::string(element.attribute("id").value()) + " " + data.attribute("key").value();
    EXPECT_TRUE(values.emplace(key, text).second) << key << " is given twice";
  }
}

void read(const std::string& graphml, Read& result) {
  ASSERT_TRUE(result.document.load_buffer(graphml.data(), graphml.size(), pugi::parse_default | pugi::parse_ws_pcdata));
  const pugi::xml_node graph = result.document.child("graphml").child("graph");
  for (const pugi::xml_node node : graph.children("node")) read_values(node, result.nodes);
  for (const pugi::xml_node edge : graph.children("edge")) {
    read_values(edge, result.edges);
    result.edge_elements.push_back(edge);
  }
}

void expect_text(const std::map<std::string, std::string>& values, const std::string& key, std::string_view expected) {
  const std::string clean = clean_text(expected);
  if (clean.empty()) {
    EXPECT_FALSE(values.contains(key) && !values.at(key).empty()) << key;
  } else {
    ASSERT_TRUE(values.contains(key)) << key;
    EXPECT_EQ(values.at(key), clean) << key;
  }
}

TEST(Graphml, HoldsEveryValueOfTheTortureGraph) {
  const KnowledgeGraph graph = testing::torture_graph();
  const BoostGraph& g = graph.graph;
  Read file;
  read(written("graphml", graph), file);
  EXPECT_EQ(file.edge_elements.size(), boost::num_edges(g));
  for (auto v : boost::make_iterator_range(boost::vertices(g))) {
    ASSERT_TRUE(file.nodes.contains(g[v].id));
    expect_text(file.nodes, g[v].id + " label", g[v].label);
    expect_text(file.nodes, g[v].id + " name", g[v].key);
    expect_text(file.nodes, g[v].id + " type", g[v].type);
    expect_text(file.nodes, g[v].id + " external_id", g[v].external_id);
    expect_text(file.nodes, g[v].id + " mentions", std::to_string(g[v].mentions));
  }
  for (auto e : boost::make_iterator_range(boost::edges(g))) {
    const std::string id = g[e].id;
    ASSERT_TRUE(file.edges.contains(id));
    expect_text(file.edges, id + " relation", g[e].relation);
    expect_text(file.edges, id + " modality", name(g[e].modality));
    expect_text(file.edges, id + " support", std::to_string(g[e].evidence.size()));
    expect_text(file.edges, id + " weight", std::to_string(g[e].evidence.size()));
    expect_text(file.edges, id + " symmetric", g[e].symmetric ? "yes" : "no");
    EXPECT_LE(file.edges.at(id + " evidence").size(), 1'000'100u);
  }
}

TEST(Graphml, LooksLikeThis) {
  Schema schema;
  schema.types = {{"Company", {{"zh", "公司"}}, "#4E79A7"}};
  schema.relations = {{"acquires", {{"zh", "收购"}}, "#c2701c"}, {"competes", {{"zh", "竞争"}}, "", true}};
  schema.language = "zh";
  GraphBuilder builder(schema);
  Statement statement;
  statement.from = {"甲", "Company", {{"en", "Jia & Co"}}, "Q1"};
  statement.to = {"乙", "Company", {}, {}};
  statement.relation = "acquires";
  statement.evidence.document = "a.txt";
  statement.evidence.line = 3;
  statement.evidence.quote = "甲收购乙。";
  statement.evidence.rule = "acquires#1";
  builder.add(statement);
  statement.modality = Modality::planned;
  builder.add(statement);
  statement.relation = "competes";
  builder.add(statement);
  builder.add_mentions({"甲", "Company", {}, {}}, "b.txt", 2);
  ExportOptions options;
  options.generator = "edgewise 0.1.0";
  options.provenance = "rules 12ab";
  const std::string places =
      std::regex_replace(written("graphml", builder.build(), options),
                         std::regex("<data key=\"(x|y)\">[-0-9.]+</data>"), "<data key=\"$1\">…</data>");
  testing::expect_golden(EDGEWISE_SOURCE_DIR "/tests/export/golden/two-companies.graphml", places);
}

TEST(Graphml, KeepsTheRulesOfStrictReaders) {
  Read file;
  read(written("graphml", testing::torture_graph()), file);
  std::set<std::string> keys, names, ids;
  for (const pugi::xml_node key : file.document.child("graphml").children("key")) {
    const std::string id = key.attribute("id").value(), domain = key.attribute("for").value();
    EXPECT_TRUE(keys.insert(id).second) << id;
    EXPECT_TRUE(names.insert(domain + " " + key.attribute("attr.name").value()).second) << id;
    EXPECT_TRUE(domain == "node" || domain == "edge");
    EXPECT_THAT(key.attribute("attr.type").value(),
                ::testing::AnyOf(::testing::StrEq("string"), ::testing::StrEq("int"), ::testing::StrEq("double")));
    EXPECT_FALSE(key.first_child()) << "no reader treats <default> like another";
  }
  const std::regex id_shape("[A-Za-z][A-Za-z0-9_.-]*");
  for (const auto& elements : {file.nodes, file.edges})
    for (const auto& [key, value] : elements) {
      if (key.find(' ') != std::string::npos) continue;
      EXPECT_TRUE(std::regex_match(key, id_shape)) << key;
      EXPECT_TRUE(ids.insert(key).second) << key;
    }
  for (const pugi::xml_node edge : file.edge_elements) {
    EXPECT_FALSE(edge.attribute("directed"));
    EXPECT_TRUE(file.nodes.contains(edge.attribute("source").value()));
    EXPECT_TRUE(file.nodes.contains(edge.attribute("target").value()));
    for (const pugi::xml_node data : edge.children()) EXPECT_TRUE(keys.contains(data.attribute("key").value()));
  }
}

TEST(Graphml, GivesNoTwoEdgesOneEndsAndType) {
  Read file;
  read(written("graphml", testing::torture_graph()), file);
  std::set<std::vector<std::string>> seen;
  for (const pugi::xml_node edge : file.edge_elements)
    EXPECT_TRUE(seen.insert({edge.attribute("source").value(), edge.attribute("target").value(),
                             edge.attribute("label").value()})
                    .second)
        << edge.attribute("id").value();
}

TEST(Graphml, NamesAnEdgesTypeAfterItsRelationUnlessOneLikeItStandsBeside) {
  const auto statement = [](const char* from, const char* to, Modality modality) {
    Statement one;
    one.from.key = from;
    one.to.key = to;
    one.relation = "acquires";
    one.modality = modality;
    return one;
  };
  GraphBuilder builder{Schema()};
  builder.add(statement("a", "b", Modality::negated));
  builder.add(statement("a", "b", Modality::planned));
  builder.add(statement("a", "b", Modality::asserted));
  builder.add(statement("b", "a", Modality::planned));
  builder.add(statement("a", "c", Modality::negated));
  Read file;
  read(written("graphml", builder.build()), file);
  std::multiset<std::string> types;
  for (const pugi::xml_node edge : file.edge_elements) types.insert(edge.attribute("label").value());
  EXPECT_THAT(types,
              ::testing::ElementsAre("acquires", "acquires", "acquires", "acquires/negated", "acquires/planned"));
  for (const pugi::xml_node edge : file.edge_elements)
    EXPECT_EQ(file.edges.at(std::string(edge.attribute("id").value()) + " relation"), "acquires");
}

TEST(Graphml, LeavesOutEdgeTypesInTheStrictProfile) {
  ExportOptions options;
  options.strict_graphml = true;
  Read file;
  read(written("graphml", testing::torture_graph(), options), file);
  for (const pugi::xml_node edge : file.edge_elements) EXPECT_FALSE(edge.attribute("label"));
}

TEST(Graphml, OfNothingIsAnEmptyGraphWithAllKeys) {
  Read file;
  read(written("graphml", testing::empty_graph()), file);
  EXPECT_TRUE(file.nodes.empty());
  EXPECT_TRUE(file.edge_elements.empty());
  EXPECT_TRUE(file.document.child("graphml").child("key"));
}

}  // namespace
}  // namespace edgewise
