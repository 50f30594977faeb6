// SPDX-License-Identifier: Apache-2.0
// Names that are the same and names that are not.
#include "eval/name_comparison.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace edgewise {
namespace {

bool same(const NameGroups& groups, std::string_view a, std::string_view b, NameRule rule = NameRule::lenient) {
  const auto of_a = groups.marks(a, rule), of_b = groups.marks(b, rule);
  return std::any_of(of_a.begin(), of_a.end(),
                     [&](const std::string& mark) { return std::find(of_b.begin(), of_b.end(), mark) != of_b.end(); });
}

TEST(NameComparison, FoldingForgetsWidthCaseBlanksDotsAndQuotationMarks) {
  EXPECT_EQ(fold_name("ＡＢＣ"), "abc");
  EXPECT_EQ(fold_name("SK 海力士"), "sk海力士");
  EXPECT_EQ(fold_name("约翰尼·斯鲁吉"), fold_name("约翰尼・斯鲁吉"));
  EXPECT_EQ(fold_name("《“芯片”法案》"), "芯片法案");
  EXPECT_EQ(fold_name("Moody's"), "moodys");
  EXPECT_EQ(fold_name("STRASSE"), fold_name("straße"));
  EXPECT_EQ(fold_name("a\u00A0b\u3000c\td"), "abcd");
}

TEST(NameComparison, FoldingKeepsWhatTellsNamesApart) {
  EXPECT_NE(fold_name("A-B"), fold_name("AB"));
  EXPECT_NE(fold_name("华为"), fold_name("华为公司"));
  EXPECT_EQ(fold_name(""), "");
}

TEST(NameComparison, ALineOfATableIsOneGroup) {
  NameGroups groups;
  groups.add_table("华为\t华为公司\tHuawei\r\n\n英特尔\tIntel\n");
  EXPECT_TRUE(same(groups, "华为公司", "HUAWEI"));
  EXPECT_FALSE(same(groups, "华为", "Intel"));
  EXPECT_FALSE(same(groups, "华为", "Huawei", NameRule::strict));
  EXPECT_TRUE(same(groups, "华为", "华为", NameRule::strict));
}

TEST(NameComparison, GroupsThatShareANameDoNotRunTogether) {
  NameGroups groups;
  groups.add_table("三星\t三星电子\n三星\t三星集团");
  EXPECT_TRUE(same(groups, "三星", "三星电子"));
  EXPECT_TRUE(same(groups, "三星", "三星集团"));
  EXPECT_FALSE(same(groups, "三星电子", "三星集团"));
}

TEST(NameComparison, TablesDoNotMixTheirLines) {
  NameGroups groups;
  groups.add_table("a\tb");
  groups.add_table("c\td");
  EXPECT_FALSE(same(groups, "a", "c"));
  EXPECT_TRUE(same(groups, "C", "d"));
}

TEST(NameComparison, SpellingsAreThoseOfAllItsGroups) {
  NameGroups groups;
  groups.add_table("三星\t三星电子\n三星\tSamsung");
  EXPECT_EQ(groups.spellings("三星"), (std::vector<std::string>{"三星", "三星", "三星电子", "三星", "samsung"}));
  EXPECT_EQ(groups.spellings("无名"), (std::vector<std::string>{"无名"}));
}

}  // namespace
}  // namespace edgewise
