// SPDX-License-Identifier: Apache-2.0
// What becomes a vertex, what becomes an edge, and what is written on them.
#include "graph/graph_builder.h"

#include <limits>

#include <gmock/gmock.h>

#include "graph/knowledge_graph.h"
#include "tests/graph/sample_statements.h"

namespace edgewise {
namespace {

using testing::competition_schema;
using ::testing::ElementsAre;
using testing::evidence;
using testing::find_entity;
using ::testing::IsEmpty;
using testing::mention;
using testing::statement;

KnowledgeGraph graph_of(const std::vector<Statement>& statements, Schema schema = competition_schema()) {
  GraphBuilder builder(std::move(schema));
  for (const Statement& one : statements) builder.add(one);
  return builder.build();
}

const Relationship& only_edge(const KnowledgeGraph& graph) {
  EXPECT_EQ(boost::num_edges(graph.graph), 1u);
  return graph.graph[*boost::edges(graph.graph).first];
}

TEST(GraphBuilder, MakesAnEmptyGraphOfNothing) {
  const KnowledgeGraph graph = graph_of({});
  EXPECT_EQ(boost::num_vertices(graph.graph), 0u);
  EXPECT_EQ(boost::num_edges(graph.graph), 0u);
  EXPECT_EQ(graph.schema.language, "zh");
}

TEST(GraphBuilder, GathersAllEvidenceOfOneFactOnOneEdge) {
  const KnowledgeGraph graph = graph_of({statement("甲", "acquires", "乙", 2, Modality::asserted, "b.txt"),
                                         statement("甲", "acquires", "乙", 7, Modality::asserted, "a.txt"),
                                         statement("甲", "acquires", "乙", 1, Modality::asserted, "b.txt")});
  const Relationship& edge = only_edge(graph);
  EXPECT_THAT(edge.evidence, ElementsAre(evidence("a.txt", 7), evidence("b.txt", 1), evidence("b.txt", 2)));
  EXPECT_THAT(edge.documents, ElementsAre("a.txt", "b.txt"));
}

TEST(GraphBuilder, TakesAStatementAddedTwiceOnce) {
  Statement doubtful = statement("甲", "acquires", "乙");
  doubtful.from.type = "Agency";
  const Statement clear = statement("甲", "acquires", "丙", 5);
  const Statement again = statement("甲", "acquires", "丙", 6);
  const KnowledgeGraph graph = graph_of({doubtful, doubtful, doubtful, clear, again});
  EXPECT_EQ(boost::num_edges(graph.graph), 2u);
  EXPECT_EQ(find_entity(graph.graph, "甲")->type, "Company");
}

TEST(GraphBuilder, KeepsModalitiesRelationsAndDirectionsApart) {
  const KnowledgeGraph graph =
      graph_of({statement("甲", "acquires", "乙"), statement("甲", "acquires", "乙", 1, Modality::negated),
                statement("乙", "acquires", "甲"), statement("甲", "competes", "乙"), statement("甲", "new", "乙")});
  EXPECT_EQ(boost::num_vertices(graph.graph), 2u);
  EXPECT_EQ(boost::num_edges(graph.graph), 5u);
}

TEST(GraphBuilder, RunsASymmetricRelationFromTheSmallerKeyToTheLarger) {
  Statement turned = statement("b", "competes", "a");
  turned.evidence.via = "from=short_form,to=reference";
  const KnowledgeGraph graph = graph_of({turned, statement("a", "competes", "b", 2)});
  const Relationship& edge = only_edge(graph);
  EXPECT_TRUE(edge.symmetric);
  const auto handle = *boost::edges(graph.graph).first;
  EXPECT_EQ(graph.graph[boost::source(handle, graph.graph)].key, "a");
  EXPECT_EQ(graph.graph[boost::target(handle, graph.graph)].key, "b");
  ASSERT_EQ(edge.evidence.size(), 2u);
  EXPECT_EQ(edge.evidence[0].from, turned.evidence.to);
  EXPECT_EQ(edge.evidence[0].to, turned.evidence.from);
  EXPECT_EQ(edge.evidence[0].via, "from=reference,to=short_form");
  EXPECT_EQ(edge.evidence[1].via, "name");
}

TEST(GraphBuilder, LeavesTheDirectionOfOtherRelationsAlone) {
  const KnowledgeGraph graph = graph_of({statement("b", "acquires", "a"), statement("b", "unheard-of", "a")});
  for (auto edge : boost::make_iterator_range(boost::edges(graph.graph))) {
    EXPECT_EQ(graph.graph[boost::source(edge, graph.graph)].key, "b");
    EXPECT_FALSE(graph.graph[edge].symmetric);
  }
}

TEST(GraphBuilder, ShowsTheLabelInTheLanguageOfTheSchemaAndOtherNamesAsAliases) {
  Statement one = statement("NVDA", "acquires", "乙");
  one.from.labels = {{"en", "Nvidia"}, {"zh", "英伟达"}, {"zh", "辉达"}};
  const KnowledgeGraph graph = graph_of({one});
  const Entity& entity = *find_entity(graph.graph, "NVDA");
  EXPECT_EQ(entity.label, "英伟达");
  EXPECT_THAT(entity.aliases, ElementsAre("NVDA", "Nvidia", "辉达"));
}

TEST(GraphBuilder, ShowsTheKeyWhereTheLanguageHasNoLabelOrTheKeyIsOne) {
  Statement one = statement("辉达", "acquires", "乙");
  one.from.labels = {{"zh", "英伟达"}, {"zh", "辉达"}};
  one.to.labels = {{"en", "B Corp"}};
  const KnowledgeGraph graph = graph_of({one});
  EXPECT_EQ(find_entity(graph.graph, "辉达")->label, "辉达");
  EXPECT_THAT(find_entity(graph.graph, "辉达")->aliases, ElementsAre("英伟达"));
  EXPECT_EQ(find_entity(graph.graph, "乙")->label, "乙");
  EXPECT_THAT(find_entity(graph.graph, "乙")->aliases, ElementsAre("B Corp"));
}

TEST(GraphBuilder, ChoosesTheTypeSaidMostOftenThenTheSmallest) {
  Statement first = statement("甲", "acquires", "乙", 1), second = statement("甲", "acquires", "乙", 2);
  first.from.type = "Person";
  second.from.type = "Agency";
  EXPECT_EQ(find_entity(graph_of({first, second}).graph, "甲")->type, "Agency");
  Statement third = statement("甲", "acquires", "乙", 3);
  third.from.type = "Person";
  EXPECT_EQ(find_entity(graph_of({first, second, third}).graph, "甲")->type, "Person");
}

TEST(GraphBuilder, LetsMentionsDecideTheTypeToo) {
  GraphBuilder builder(competition_schema());
  builder.add(statement("甲", "acquires", "乙"));
  builder.add_mentions(mention("甲", "Product"), "a.txt", 5);
  EXPECT_EQ(find_entity(builder.build().graph, "甲")->type, "Product");
}

TEST(GraphBuilder, CountsMentionsAndListsDocumentsOfEntitiesInStatementsOnly) {
  GraphBuilder builder(competition_schema());
  builder.add_mentions(mention("甲"), "c.txt", 2);
  builder.add_mentions(mention("甲"), "b.txt", 3);
  builder.add_mentions(mention("路人"), "b.txt", 9);
  builder.add(statement("甲", "acquires", "乙"));
  const KnowledgeGraph graph = builder.build();
  EXPECT_EQ(boost::num_vertices(graph.graph), 2u);
  EXPECT_EQ(find_entity(graph.graph, "甲")->mentions, 5u);
  EXPECT_THAT(find_entity(graph.graph, "甲")->documents, ElementsAre("a.txt", "b.txt", "c.txt"));
}

TEST(GraphBuilder, DoesNotLetTheNumberOfMentionsOverflow) {
  GraphBuilder builder(competition_schema());
  builder.add(statement("甲", "acquires", "乙"));
  for (int i = 0; i < 3; ++i) builder.add_mentions(mention("甲"), "a.txt", std::numeric_limits<std::uint32_t>::max());
  EXPECT_EQ(find_entity(builder.build().graph, "甲")->mentions, std::numeric_limits<std::uint32_t>::max());
}

TEST(GraphBuilder, MayBeBuiltAgainAfterMoreStatements) {
  GraphBuilder builder(competition_schema());
  builder.add(statement("甲", "acquires", "乙"));
  const std::string id = only_edge(builder.build()).id;
  builder.add(statement("甲", "acquires", "乙", 2));
  const KnowledgeGraph graph = builder.build();
  EXPECT_EQ(only_edge(graph).id, id);
  EXPECT_EQ(only_edge(graph).evidence.size(), 2u);
}

TEST(GraphBuilder, KeepsAThingThatIsRelatedToItselfAndEmptyNames) {
  const KnowledgeGraph graph = graph_of({statement("甲", "competes", "甲"), statement("", "acquires", "")});
  EXPECT_EQ(boost::num_vertices(graph.graph), 2u);
  EXPECT_EQ(boost::num_edges(graph.graph), 2u);
  EXPECT_THAT(find_entity(graph.graph, "")->aliases, IsEmpty());
}

TEST(GraphBuilder, TellsApartEndsWhoseNamesJoinToTheSameText) {
  const KnowledgeGraph graph = graph_of({statement("a\x1f", "acquires", "b"), statement("a", "acquires",
                                                                                        "\x1f"
                                                                                        "b")});
  EXPECT_EQ(boost::num_vertices(graph.graph), 4u);
  EXPECT_EQ(boost::num_edges(graph.graph), 2u);
}

}  // namespace
}  // namespace edgewise
