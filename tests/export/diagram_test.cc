// SPDX-License-Identifier: Apache-2.0
// DOT and the picture made from it.
#include <algorithm>
#include <regex>

#include <boost/graph/adjacency_list.hpp>
#include <gmock/gmock.h>
#include <pugixml.hpp>

#include "export/clean_text.h"
#include "graph/graph_builder.h"
#include "tests/export/sample_graphs.h"
#include "tests/export/written.h"
#include "tests/golden_file.h"

namespace edgewise {
namespace {

using ::testing::HasSubstr;
using testing::written;

Statement statement(std::string from, std::string to, std::string relation, Modality modality) {
  Statement result;
  result.from = {std::move(from), "Company", {}, {}};
  result.to = {std::move(to), "Agency", {}, {}};
  result.relation = std::move(relation);
  result.modality = modality;
  result.evidence.document = "a.txt";
  result.evidence.line = 3;
  result.evidence.quote = "原文。";
  result.evidence.rule = "rule#1";
  return result;
}

Schema chinese_schema() {
  Schema schema;
  schema.types = {{"Company", {{"en", "Company"}, {"zh", "公司"}}, "#4e79a7"}, {"Agency", {{"zh", "机构"}}, "#e15759"}};
  schema.relations = {{"acquires", {{"en", "acquires"}, {"zh", "收购"}}, "#c2701c"},
                      {"competes", {{"zh", "竞争"}}, "", true}};
  schema.language = "zh";
  return schema;
}

TEST(Dot, LooksLikeThis) {
  GraphBuilder builder(chinese_schema());
  for (std::size_t i = 0; i < kModalityNames.size(); ++i)
    builder.add(statement("甲", "A \"quoted\" \\ name", "acquires", static_cast<Modality>(i)));
  builder.add(statement("甲", "乙", "competes", Modality::asserted));
  ExportOptions options;
  options.generator = "edgewise 0.1.0";
  options.provenance = "rules\n12ab";
  testing::expect_golden(EDGEWISE_SOURCE_DIR "/tests/export/golden/all-modalities.dot",
                         written("dot", builder.build(), options));
}

TEST(Dot, TellsEveryModalityApartByItsLabel) {
  GraphBuilder builder(chinese_schema());
  for (std::size_t i = 0; i < kModalityNames.size(); ++i)
    builder.add(statement("甲", "乙", "acquires", static_cast<Modality>(i)));
  const std::string dot = written("dot", builder.build());
  for (const char* label :
       {"\"收购\"", "\"收购 (计划)\"", "\"收购 (可能)\"", "\"收购 (据报道)\"", "\"收购 (过去)\"", "\"✗ 收购\""})
    EXPECT_THAT(dot, HasSubstr(std::string("[label=") + label));
}

TEST(Dot, ExplainsOnlyTheTypesAndModalitiesThatOccur) {
  GraphBuilder builder(chinese_schema());
  builder.add(statement("甲", "乙", "acquires", Modality::planned));
  const std::string dot = written("dot", builder.build());
  EXPECT_THAT(dot, HasSubstr(R"("legend0" [label="机构")"));
  EXPECT_THAT(dot, HasSubstr(R"("legend1" [label="公司")"));
  EXPECT_THAT(dot, HasSubstr(R"("legend2" [label="━ ━ ━ 计划")"));
  EXPECT_THAT(dot, ::testing::Not(HasSubstr("legend3")));
  EXPECT_THAT(dot, HasSubstr(R"(graph [label="图例")"));
}

TEST(Dot, KeepsEveryQuotedStringBelowTheLimitOfOldGraphviz) {
  const std::string dot = written("dot", testing::torture_graph());
  std::size_t longest = 0;
  for (std::size_t at = 0, begin = 0; at < dot.size(); ++at) {
    if (dot[at] == '\\') {
      ++at;
    } else if (dot[at] == '"') {
      longest = std::max(longest, at - begin);
      begin = at;
    }
  }
  EXPECT_LT(longest, 16'000u);
  EXPECT_GT(longest, 1'000u);
}

TEST(Dot, ChoosesTheEngineBySize) {
  EXPECT_THAT(written("dot", testing::trade_graph()), HasSubstr("layout=\"dot\""));
  const std::string large = written("dot", testing::random_graph(400, 800));
  EXPECT_THAT(large, HasSubstr("layout=\"nop\""));
  const std::regex placed("pos=\"-?[0-9.]+,-?[0-9.]+\"");
  const auto places = std::distance(std::sregex_iterator(large.begin(), large.end(), placed), std::sregex_iterator());
  EXPECT_EQ(places, 400 + 4) << "all nodes and the legend: its title, two types, one modality";
}

TEST(Dot, OfNothingHasNoLegend) {
  EXPECT_THAT(written("dot", testing::empty_graph()), ::testing::Not(HasSubstr("legend")));
}

std::vector<std::string> texts_of(const pugi::xml_node& node) {
  std::vector<std::string> texts;
  for (const pugi::xml_node child : node.children()) {
    if (std::string_view(child.name()) == "text") texts.emplace_back(child.text().get());
    for (std::string& text : texts_of(child)) texts.push_back(std::move(text));
  }
  return texts;
}

void read_svg(const KnowledgeGraph& graph, pugi::xml_document& document) {
  const std::string svg = written("svg", graph);
  const auto result = document.load_buffer(svg.data(), svg.size(), pugi::parse_full | pugi::parse_ws_pcdata);
  ASSERT_TRUE(result) << result.description();
}

TEST(Svg, ShowsChineseNamesRelationsAndTheLegend) {
  pugi::xml_document document;
  read_svg(testing::trade_graph(), document);
  const std::vector<std::string> texts = texts_of(document);
  for (const char* text : {"英伟达", "美国商务部", "竞争", "供货 (计划)", "图例", "公司", "━ ━ ━ 据报道"})
    EXPECT_THAT(texts, ::testing::Contains(text));
}

TEST(Svg, HasAnElementForEveryNodeAndEdge) {
  for (const KnowledgeGraph& graph :
       {testing::trade_graph(), testing::torture_graph(), testing::random_graph(300, 400)}) {
    pugi::xml_document document;
    read_svg(graph, document);
    std::size_t nodes = 0, edges = 0;
    for (const pugi::xpath_node found : document.select_nodes("//*[local-name()='g' and @id]")) {
      const std::string id = found.node().attribute("id").value();
      nodes += id.size() == 17 && id[0] == 'n';
      edges += id.size() == 17 && id[0] == 'e';
    }
    EXPECT_EQ(nodes, boost::num_vertices(graph.graph));
    EXPECT_EQ(edges, boost::num_edges(graph.graph));
  }
}

// Of the words in the element, from the top of the picture down.
std::vector<double> heights_of_words(const pugi::xml_node& element) {
  std::vector<double> heights;
  for (const pugi::xml_node text : element.children("text")) heights.push_back(text.attribute("y").as_double());
  return heights;
}

TEST(Svg, ShowsTheLegendBelowAllNodes) {
  for (const KnowledgeGraph& graph :
       {testing::trade_graph(), testing::torture_graph(), testing::random_graph(300, 400)}) {
    pugi::xml_document document;
    read_svg(graph, document);
    double lowest_node = -1e9, highest_entry = 1e9;
    for (const pugi::xpath_node found : document.select_nodes("//*[local-name()='g' and @class]")) {
      const std::string_view kind = found.node().attribute("class").value();
      if (!kind.starts_with("node")) continue;
      for (double height : heights_of_words(found.node())) {
        if (kind == "node legend") highest_entry = std::min(highest_entry, height);
        if (kind != "node legend") lowest_node = std::max(lowest_node, height);
      }
    }
    EXPECT_LT(lowest_node, highest_entry - 20);
    EXPECT_LT(highest_entry, 1e9);
  }
}

class AwkwardNames : public ::testing::TestWithParam<std::size_t> {};

TEST_P(AwkwardNames, AreShownAsTheyAre) {
  const std::string name = testing::awkward_texts()[GetParam()];
  Schema schema = chinese_schema();
  schema.relations.push_back({"r", {{"zh", name}}, ""});
  GraphBuilder builder(schema);
  Statement one = statement(name, "乙", "r", Modality::asserted);
  one.evidence.quote = one.evidence.document = one.evidence.rule = name;
  builder.add(one);
  const KnowledgeGraph graph = builder.build();
  pugi::xml_document document;
  read_svg(graph, document);
  const bool first = graph.graph[0].key == name;
  const std::string id = graph.graph[first ? 0 : 1].id;
  const pugi::xpath_node node = document.select_node(("//*[local-name()='g' and @id='" + id + "']").c_str());
  ASSERT_TRUE(node);

  std::string expected = clean_text(name), shown;
  const auto not_blank = [](std::string text) {
    text = std::regex_replace(text, std::regex("\xC2\xA0"), " ");
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\t'; });
    return text;
  };
  for (const std::string& line : texts_of(node.node())) shown += line;
  expected = not_blank(expected);
  shown = not_blank(shown);
  const auto lines = std::count(name.begin(), name.end(), '\n') + std::count(name.begin(), name.end(), '\r');
  if (expected.size() > 66 || lines > 2) {
    ASSERT_THAT(shown, ::testing::EndsWith("…"));
    shown.resize(shown.size() - 3);
    EXPECT_TRUE(expected.starts_with(shown));
  } else {
    EXPECT_EQ(shown, expected);
  }
}

INSTANTIATE_TEST_SUITE_P(All, AwkwardNames, ::testing::Range(std::size_t{0}, testing::awkward_texts().size()));

}  // namespace
}  // namespace edgewise
