// SPDX-License-Identifier: Apache-2.0
// Tables as people write them, with the place of every cell.
#include "text/table_rows.h"

#include <gmock/gmock.h>

namespace edgewise {
namespace {

using ::testing::ElementsAre;

TEST(TableRows, PassOverBlankLinesAndComments) {
  const auto rows = table_rows("\xEF\xBB\xBFname\tother\r\n\n# a note\n \t \n甲 \t 乙\n", "t.tsv");
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_THAT(rows[0].cells, ElementsAre("name", "other"));
  EXPECT_EQ(rows[0].place.source_line, "name\tother");
  EXPECT_THAT(rows[1].cells, ElementsAre("甲", "乙"));
  EXPECT_EQ(rows[1].place.line, 5u);
  EXPECT_EQ(rows[1].place.end_column, 6u);
}

TEST(TableRows, KeepEmptyCells) {
  const auto rows = table_rows("a\t\tc\t\nb", "t.tsv");
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_THAT(rows[0].cells, ElementsAre("a", "", "c", ""));
  EXPECT_THAT(rows[1].cells, ElementsAre("b"));
}

TEST(TableRows, AreNoneInAnEmptyFile) {
  EXPECT_TRUE(table_rows("", "t.tsv").empty());
  EXPECT_TRUE(table_rows("\n\n", "t.tsv").empty());
}

TEST(TableRows, TellWhereACellStands) {
  const auto rows = table_rows("\n甲乙\t 科维安 \tx\t\n", "t.tsv");
  ASSERT_EQ(rows.size(), 1u);
  const auto columns = [&](std::size_t cell) {
    const Place place = cell_place(rows[0], cell);
    EXPECT_EQ(place.line, 2u);
    return std::pair(place.column, place.end_column);
  };
  EXPECT_EQ(columns(0), std::pair(1u, 3u));
  EXPECT_EQ(columns(1), std::pair(5u, 8u));
  EXPECT_EQ(columns(2), std::pair(10u, 11u));
  EXPECT_EQ(columns(3), std::pair(12u, 12u));
}

}  // namespace
}  // namespace edgewise
