// SPDX-License-Identifier: Apache-2.0
// Tables of relation names.
#include "eval/relation_map.h"

#include <gtest/gtest.h>

namespace edgewise {
namespace {

TEST(RelationMap, AnEmptyMapLeavesNamesAsTheyAre) { EXPECT_EQ(RelationMap().apply("anything")->relation, "anything"); }

TEST(RelationMap, OthersDoNotPass) {
  const RelationMap map =
      RelationMap::read("# theirs, ours\n\n投资\tinvests-in\r\nowner\towns\treversed\n", "m").value();
  EXPECT_EQ(map.apply("投资")->relation, "invests-in");
  EXPECT_FALSE(map.apply("投资")->reversed);
  EXPECT_TRUE(map.apply("owner")->reversed);
  EXPECT_FALSE(map.apply("起诉"));
  EXPECT_EQ(map.relations(), (std::set<std::string>{"invests-in", "owns"}));
}

TEST(RelationMap, EveryBrokenLineIsReported) {
  const auto map = RelationMap::read("alone\n\tours\na\tb\tbackwards\na\tb\na\tc\na\tb\treversed\tx\n", "map.tsv");
  ASSERT_FALSE(map);
  std::string text;
  for (const Diagnostic& diagnostic : map.error()) text += render(diagnostic);
  const std::string help =
      "  help: write their name, a tab, our name, and a tab and 'reversed' if it runs the other way\n";
  EXPECT_EQ(text, "map.tsv:1: error[E705]: not a pair of relation names\n" + help +
                      "map.tsv:2: error[E705]: not a pair of relation names\n" + help +
                      "map.tsv:3: error[E705]: not a pair of relation names\n" + help +
                      "map.tsv:5: error[E705]: 'a' is renamed twice\n" + help +
                      "map.tsv:6: error[E705]: not a pair of relation names\n" + help);
}

}  // namespace
}  // namespace edgewise
