// SPDX-License-Identifier: Apache-2.0
// Gathering gold, and finding the document an article belongs to.
#include "eval/gold_set.h"

#include <gtest/gtest.h>

namespace edgewise {
namespace {

GoldSet gold_of(std::string_view lines, Diagnostics& diagnostics, const RelationMap& map = {}) {
  GoldSet gold;
  gold.add(read_relation_lines(lines, "gold.jsonl").value(), map, "gold.jsonl", diagnostics);
  return gold;
}

GoldSet documents(const std::vector<std::string>& ids) {
  RelationFile file;
  for (const std::string& id : ids) file.documents.push_back({id, std::nullopt});
  GoldSet gold;
  Diagnostics none;
  gold.add(file, {}, "gold.jsonl", none);
  return gold;
}

TEST(GoldSet, ARelationCountsOnceAndTheRepetitionIsReported) {
  Diagnostics diagnostics;
  const GoldSet gold = gold_of(
      "{\"doc\":\"d\",\"from\":\"A\",\"relation\":\"r\",\"to\":\"B\",\"line\":1}\n"
      "{\"doc\":\"d\",\"from\":\"a\",\"relation\":\"r\",\"to\":\"B\",\"line\":9}\n"
      "{\"doc\":\"d\",\"from\":\"A\",\"relation\":\"r\",\"to\":\"B\",\"modality\":\"negated\"}\n"
      "{\"doc\":\"e\",\"from\":\"A\",\"relation\":\"r\",\"to\":\"B\"}\n",
      diagnostics);
  EXPECT_EQ(gold.documents().at("d").relations.size(), 2U);
  EXPECT_EQ(gold.documents().at("e").relations.size(), 1U);
  EXPECT_EQ(gold.documents().at("d").relations[0].line, 1U);
  ASSERT_EQ(diagnostics.size(), 1U);
  EXPECT_EQ(render(diagnostics[0]),
            "gold.jsonl:2: warning[W701]: said before: d: a r B\n"
            "  help: it counts once, as it is written first\n"
            "gold.jsonl:1: note: first said here\n");
}

TEST(GoldSet, TwoTextsForOneDocumentAreAnError) {
  Diagnostics diagnostics;
  gold_of("{\"id\":\"d\",\"text\":\"a\"}\n{\"id\":\"d\",\"text\":\"a\"}\n{\"id\":\"d\",\"text\":\"b\"}", diagnostics);
  ASSERT_EQ(diagnostics.size(), 1U);
  EXPECT_EQ(render(diagnostics[0]), "gold.jsonl: error[E704]: two texts for the document 'd'\n");
}

TEST(GoldSet, AMapRenamesTurnsRoundAndDrops) {
  const RelationMap map = RelationMap::read("CEO\tholds-post-at\treversed\nbuys\tacquires\n", "map.tsv").value();
  Diagnostics diagnostics;
  const GoldSet gold = gold_of(
      R"({"id":"d","triples":[{"head":"Acme","rel":"CEO","tail":"Ann"},{"head":"A","rel":"buys","tail":"B"},{"head":"A","rel":"near","tail":"B"}]})",
      diagnostics, map);
  const std::vector<GoldRelation>& relations = gold.documents().at("d").relations;
  ASSERT_EQ(relations.size(), 2U);
  EXPECT_EQ(relations[0].relation, "holds-post-at");
  EXPECT_EQ(relations[0].from, "Ann");
  EXPECT_EQ(relations[1].relation, "acquires");
  EXPECT_EQ(relations[1].from, "A");
}

TEST(GoldSet, KeepingOnlySomeRelationsKeepsTheDocuments) {
  Diagnostics diagnostics;
  GoldSet gold = gold_of(R"({"doc":"d","from":"A","relation":"r","to":"B"})", diagnostics);
  gold.keep_only({"s"});
  EXPECT_TRUE(gold.documents().at("d").relations.empty());
}

TEST(GoldSet, AnArticleIsFoundByIdNameOrStem) {
  const GoldSet gold = documents({"n01", "b.txt", "news/c.txt", "doc:x/44:sent:2"});
  EXPECT_EQ(gold.find("corpus/n01.txt"), "n01");
  EXPECT_EQ(gold.find("n01"), "n01");
  EXPECT_EQ(gold.find("elsewhere/b.txt"), "b.txt");
  EXPECT_EQ(gold.find("news/c.txt"), "news/c.txt");
  EXPECT_EQ(gold.find("doc:x/44:sent:2"), "doc:x/44:sent:2");
  EXPECT_EQ(gold.find("corpus/n02.txt"), "");
  EXPECT_EQ(gold.find(""), "");
}

TEST(GoldSet, ArticlesOfOneFileAreNumberedOrTakenTogether) {
  const GoldSet gold = documents({"two#1", "two#2", "whole"});
  EXPECT_EQ(gold.find("a/two.txt"), "two#1");
  EXPECT_EQ(gold.find("a/two.txt#2"), "two#2");
  EXPECT_EQ(gold.find("a/two.txt#3"), "");
  EXPECT_EQ(gold.find("a/whole.txt#3"), "whole");
}

TEST(GoldSet, NamesThatOnlyLookLikeNumbersOrEndings) {
  const GoldSet gold = documents({"c#", ".hidden", "v1.2"});
  EXPECT_EQ(gold.find("c#.txt"), "c#");
  EXPECT_EQ(gold.find("x/.hidden"), ".hidden");
  EXPECT_EQ(gold.find("v1.2.txt"), "v1.2");
}

}  // namespace
}  // namespace edgewise
