// SPDX-License-Identifier: Apache-2.0
// Judgements about names: what they join, what they forbid, and that any of them can be taken back.
#include "graph/identity_ledger.h"

#include <algorithm>
#include <random>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "graph/graph_builder.h"
#include "graph/knowledge_graph.h"
#include "tests/graph/sample_statements.h"

namespace edgewise {
namespace {

using testing::competition_schema;
using ::testing::ElementsAre;
using testing::find_entity;
using testing::statement;

struct Line {
  bool same;
  std::string name, other;
};

std::string table(const std::vector<Line>& lines) {
  std::string text = "judgement\tname\tother\n";
  for (const Line& line : lines)
    text += fmt::format("{}\t{}\t{}\n", line.same ? "same" : "different", line.name, line.other);
  return text;
}

Result<IdentityLedger> read(const std::string& text) {
  Diagnostics warnings;
  return IdentityLedger::read({{"ledger.tsv", text}}, warnings);
}

std::string complaints(const std::string& text) {
  Diagnostics warnings;
  const Result<IdentityLedger> ledger = IdentityLedger::read({{"ledger.tsv", text}}, warnings);
  std::string all;
  for (const Diagnostic& warning : warnings) all += render(warning);
  if (!ledger)
    for (const Diagnostic& error : ledger.error()) all += render(error);
  return all;
}

TEST(IdentityLedger, LetsTheFirstNameStandForTheOthers) {
  const auto ledger = read(table({{true, "科维安", "Corvane"}, {true, "Corvane", "Corvane Inc."}}));
  ASSERT_TRUE(ledger);
  EXPECT_EQ(ledger->canonical("Corvane"), "科维安");
  EXPECT_EQ(ledger->canonical("Corvane Inc."), "科维安");
  EXPECT_EQ(ledger->canonical("科维安"), "科维安");
  EXPECT_EQ(ledger->canonical("Corvus"), "Corvus");
}

TEST(IdentityLedger, ComparesNamesInNormalForm) {
  const auto ledger = read(table({{true, "甲公司", "ＡＢＣ"}}));
  ASSERT_TRUE(ledger);
  EXPECT_EQ(ledger->canonical("ABC"), "甲公司");
}

TEST(IdentityLedger, SaysWhichJudgementsContradictEachOther) {
  EXPECT_EQ(complaints(table({{true, "甲", "乙"}, {true, "乙", "丙"}, {false, "丙", "甲"}, {false, "甲", "丁"}})),
            R"(ledger.tsv:4:1: error[E803]: '丙' and '甲' are judged different, but other judgements join them
  different 丙 甲
  ^~~~~~~~~~~~~~~
  help: take away the judgement that is wrong
ledger.tsv:3:1: note: '乙' and '丙' are judged the same here
  same 乙 丙
  ^~~~~~~~~~
ledger.tsv:2:1: note: '甲' and '乙' are judged the same here
  same 甲 乙
  ^~~~~~~~~~
)");
}

TEST(IdentityLedger, SaysWhatCannotBeRead) {
  EXPECT_EQ(complaints(""), R"(ledger.tsv: error[E801]: the ledger has no header line
  help: begin with a line of its columns: judgement, name, other, note, with tabs between them
)");
  EXPECT_EQ(complaints("judgement\tnme\tother\nsame\ta\tb\n"),
            R"(ledger.tsv:1:11: error[E801]: unknown column 'nme'
  judgement nme other
            ^~~
  help: did you mean 'name'? columns are judgement, name, other, note
)");
  EXPECT_EQ(complaints("judgement\tname\n"), R"(ledger.tsv:1:1: error[E801]: the column 'other' is missing
  judgement name
  ^~~~~~~~~~~~~~
  help: columns are judgement, name, other, note, with tabs between them
)");
  EXPECT_EQ(complaints("judgement\tname\tother\nequal\t甲\t乙\nsame\t甲\nsame\t甲\t甲\n"),
            R"(ledger.tsv:2:1: error[E802]: 'equal' is no judgement
  equal 甲 乙
  ^~~~~
  help: write 'same' or 'different'
ledger.tsv:3:1: error[E801]: the row has no other
  same 甲
  ^~~~~~~
  help: a row says 'same' or 'different', then two names, with tabs between them
ledger.tsv:4:1: error[E801]: '甲' is judged against itself
  same 甲 甲
  ^~~~~~~~~~
  help: name two things
)");
}

TEST(IdentityLedger, WarnsOfAJudgementThatIsThereTwice) {
  EXPECT_EQ(complaints(table({{true, "甲", "乙"}, {true, "乙", "甲"}})),
            R"(ledger.tsv:3:1: warning[W801]: '乙' and '甲' are judged 'same' twice
  same 乙 甲
  ^~~~~~~~~~
  help: keep one of the two lines
ledger.tsv:2:1: note: judged first here
  same 甲 乙
  ^~~~~~~~~~
)");
}

// What the header promises, found by walking from name to name until nothing changes.
std::map<std::string, std::string> slow_canonical(const std::vector<Line>& lines,
                                                  const std::vector<std::string>& names) {
  std::map<std::string, std::string> canonical;
  for (const std::string& name : names) {
    std::set<std::string> group{name};
    for (bool grown = true; grown;) {
      grown = false;
      for (const Line& line : lines)
        if (line.same && group.contains(line.name) != group.contains(line.other))
          grown = group.insert(line.name).second | group.insert(line.other).second;
    }
    const auto is_other = [&](const std::string& one) {
      return std::any_of(lines.begin(), lines.end(), [&](const Line& line) { return line.same && line.other == one; });
    };
    canonical[name] = *std::min_element(group.begin(), group.end(), [&](const std::string& a, const std::string& b) {
      return std::pair(is_other(a), a) < std::pair(is_other(b), b);
    });
  }
  return canonical;
}

TEST(IdentityLedger, AnswersAsTheSetOfJudgementsSaysInAnyOrder) {
  const std::vector<std::string> names = {"a", "b", "c", "d", "e", "f", "g", "h"};
  std::mt19937 random(11);
  for (int round = 0; round < 300; ++round) {
    std::vector<Line> lines;
    for (std::size_t i = random() % 8; i > 0; --i) {
      const Line line{true, names[random() % names.size()], names[random() % names.size()]};
      if (line.name != line.other) lines.push_back(line);
    }
    const auto expected = slow_canonical(lines, names);
    for (int order = 0; order < 3; ++order) {
      const auto ledger = read(table(lines));
      ASSERT_TRUE(ledger);
      for (const std::string& name : names) EXPECT_EQ(ledger->canonical(name), expected.at(name)) << table(lines);
      std::shuffle(lines.begin(), lines.end(), random);
    }
  }
}

TEST(JudgedGraph, HoldsOneEntityWithAllItsNamesAndEvidence) {
  auto ledger = read(table({{true, "科维安", "Corvane"}}));
  ASSERT_TRUE(ledger);
  GraphBuilder builder(competition_schema(), std::move(*ledger));
  builder.add(statement("科维安", "acquires", "甲", 1));
  builder.add(statement("Corvane", "acquires", "甲", 2));
  builder.add(statement("甲", "competes", "Corvane", 3));
  builder.add_mentions(testing::mention("Corvane"), "a.txt", 3);
  builder.add_mentions(testing::mention("科维安"), "b.txt", 2);
  const KnowledgeGraph graph = builder.build();
  EXPECT_EQ(boost::num_vertices(graph.graph), 2u);
  ASSERT_EQ(boost::num_edges(graph.graph), 2u);
  const Entity* entity = find_entity(graph.graph, "科维安");
  ASSERT_NE(entity, nullptr);
  EXPECT_THAT(entity->aliases, ElementsAre("Corvane"));
  EXPECT_EQ(entity->mentions, 5u);
  EXPECT_THAT(entity->documents, ElementsAre("a.txt", "b.txt"));
  for (auto edge : boost::make_iterator_range(boost::edges(graph.graph))) {
    const Relationship& found = graph.graph[edge];
    std::vector<std::string> via;
    for (const Evidence& evidence : found.evidence) via.push_back(evidence.via);
    if (found.symmetric)
      EXPECT_THAT(via, ElementsAre("to=judged"));
    else
      EXPECT_THAT(via, ElementsAre("name", "from=judged"));
  }
}

TEST(JudgedGraph, IsAsBeforeWhenTheJudgementIsTakenBack) {
  const auto ids = [](IdentityLedger ledger) {
    GraphBuilder builder(competition_schema(), std::move(ledger));
    builder.add(statement("科维安", "acquires", "甲", 1));
    builder.add(statement("Corvane", "acquires", "甲", 2));
    std::vector<std::string> found;
    const KnowledgeGraph graph = builder.build();
    for (auto edge : boost::make_iterator_range(boost::edges(graph.graph))) found.push_back(graph.graph[edge].id);
    return found;
  };
  auto joined = read(table({{true, "科维安", "Corvane"}})), apart = read(table({{false, "科维安", "Corvane"}}));
  ASSERT_TRUE(joined && apart);
  EXPECT_EQ(ids(std::move(*joined)).size(), 1u);
  EXPECT_EQ(ids(std::move(*apart)), ids({}));
}

}  // namespace
}  // namespace edgewise
