// SPDX-License-Identifier: Apache-2.0
// Property: shuffled, repeated or split input gives the same graph, field by field.
#include <algorithm>
#include <random>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include "graph/graph_builder.h"
#include "graph/knowledge_graph.h"
#include "tests/graph/sample_statements.h"

namespace edgewise {
namespace {

struct Mention {
  EntityMention entity;
  std::string document;
  std::uint32_t count;
};

struct Input {
  std::vector<Statement> statements;
  std::vector<Mention> mentions;
};

std::string dump(const KnowledgeGraph& graph) {
  std::string out;
  const BoostGraph& g = graph.graph;
  for (auto v : boost::make_iterator_range(boost::vertices(g)))
    out += fmt::format("{} {} {} {} {} {} {} {}\n", g[v].id, g[v].key, g[v].label, g[v].type,
                       fmt::join(g[v].aliases, "|"), g[v].external_id, g[v].mentions, fmt::join(g[v].documents, "|"));
  for (auto e : boost::make_iterator_range(boost::edges(g))) {
    out += fmt::format("{} {} {} {} {} {} {}\n", g[e].id, g[boost::source(e, g)].key, g[e].relation,
                       g[boost::target(e, g)].key, name(g[e].modality), g[e].symmetric, fmt::join(g[e].documents, "|"));
    for (const Evidence& item : g[e].evidence)
      out += fmt::format("  {}:{} {} {} {} {}\n", item.document, item.sentence, item.from.begin, item.to.begin,
                         item.via, item.rule);
  }
  return out;
}

// Few keys, types and labels, so that everything that can clash does.
Input random_input(std::mt19937& random) {
  const auto pick = [&](int n) { return static_cast<std::uint32_t>(random() % static_cast<unsigned>(n)); };
  const auto entity = [&] {
    EntityMention mention{fmt::format("实体{}", pick(8)), fmt::format("Type{}", pick(3)), {}, {}};
    if (pick(2)) mention.labels.emplace_back(pick(2) ? "zh" : "en", fmt::format("名{}", pick(5)));
    if (pick(3) == 0) mention.external_id = fmt::format("Q{}", pick(3));
    return mention;
  };
  Input input;
  for (int i = 0; i < 60; ++i)
    input.statements.push_back({entity(), entity(), pick(2) ? "competes" : "acquires", static_cast<Modality>(pick(3)),
                                testing::evidence(fmt::format("{}.txt", pick(3)), pick(4))});
  for (int i = 0; i < 20; ++i) input.mentions.push_back({entity(), fmt::format("{}.txt", pick(3)), 2 + pick(5)});
  return input;
}

KnowledgeGraph build(const Input& input) {
  GraphBuilder builder(testing::competition_schema());
  for (const Statement& one : input.statements) builder.add(one);
  for (const Mention& one : input.mentions) builder.add_mentions(one.entity, one.document, one.count);
  return builder.build();
}

class InsertionOrder : public ::testing::TestWithParam<unsigned> {};

TEST_P(InsertionOrder, DoesNotShowInTheGraph) {
  std::mt19937 random(GetParam());
  Input input = random_input(random);
  const std::string expected = dump(build(input));
  for (int round = 0; round < 5; ++round) {
    std::shuffle(input.statements.begin(), input.statements.end(), random);
    std::shuffle(input.mentions.begin(), input.mentions.end(), random);
    ASSERT_EQ(dump(build(input)), expected);
  }
}

TEST_P(InsertionOrder, MayMixRepeatAndSplitCalls) {
  std::mt19937 random(GetParam());
  const Input input = random_input(random);
  GraphBuilder builder(testing::competition_schema());
  for (const Mention& one : input.mentions) {
    builder.add_mentions(one.entity, one.document, 1);
    builder.add_mentions(one.entity, one.document, 0);
    if (random() % 2) builder.add(input.statements[random() % input.statements.size()]);
    builder.add_mentions(one.entity, one.document, one.count - 1);
  }
  for (const Statement& one : input.statements)
    for (auto times = 1 + random() % 3; times > 0; --times) builder.add(one);
  EXPECT_EQ(dump(builder.build()), dump(build(input)));
}

TEST_P(InsertionOrder, GivesVerticesAndEdgesInTheOrderOfTheirIds) {
  std::mt19937 random(GetParam());
  const BoostGraph graph = build(random_input(random)).graph;
  std::vector<std::string> vertices, edges;
  for (auto v : boost::make_iterator_range(boost::vertices(graph))) vertices.push_back(graph[v].id);
  for (auto e : boost::make_iterator_range(boost::edges(graph))) edges.push_back(graph[e].id);
  for (const auto* ids : {&vertices, &edges}) {
    EXPECT_TRUE(std::is_sorted(ids->begin(), ids->end()));
    EXPECT_EQ(std::adjacent_find(ids->begin(), ids->end()), ids->end());
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, InsertionOrder, ::testing::Range(1u, 21u));

}  // namespace
}  // namespace edgewise
