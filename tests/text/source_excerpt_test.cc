// SPDX-License-Identifier: Apache-2.0
// Which part of a long source line is shown.
#include "text/source_excerpt.h"

#include <gtest/gtest.h>

#include "text/utf8.h"

namespace edgewise {
namespace {

std::string shown(std::string_view line, std::uint32_t column, std::uint32_t end, std::size_t columns) {
  const SourceExcerpt excerpt = cut_source_line(line, column, end, columns);
  return excerpt.line + "\n" + std::string(excerpt.caret_column, ' ') + "^" + std::string(excerpt.caret_width - 1, '~');
}

TEST(SourceExcerpt, IsTheWholeLineIfItFits) { EXPECT_EQ(shown("0123456789", 4, 6, 10), "0123456789\n   ^~"); }

TEST(SourceExcerpt, IsCutBehindACaretNearTheBeginning) {
  EXPECT_EQ(shown("0123456789abcdef", 2, 3, 10), "012345678…\n ^");
}

TEST(SourceExcerpt, IsCutOnBothSidesOfACaretInTheMiddle) {
  EXPECT_EQ(shown("0123456789abcdefghijklmnop", 14, 16, 10), "…abcdefgh…\n    ^~");
}

TEST(SourceExcerpt, IsCutBeforeACaretNearTheEnd) {
  EXPECT_EQ(shown("0123456789abcdef", 16, 17, 10), "…789abcdef\n         ^");
  EXPECT_EQ(shown("0123456789abcdef", 17, 17, 10), "…789abcdef\n          ^") << "the caret stands behind the line";
}

TEST(SourceExcerpt, EndsItsCaretWhereItIsCut) {
  EXPECT_EQ(shown("0123456789abcdefghij", 1, 20, 10), "012345678…\n^~~~~~~~~");
}

TEST(SourceExcerpt, CountsDoubleWidthCharactersTwice) {
  EXPECT_EQ(shown("甲乙丙丁戊己庚辛壬癸", 1, 3, 12), "甲乙丙丁戊…\n^~~~");
  EXPECT_EQ(shown("甲乙丙丁戊己庚辛壬癸", 10, 11, 12), "…己庚辛壬癸\n         ^~");
}

TEST(SourceExcerpt, LeavesOutTheIndent) { EXPECT_EQ(shown("      name: x", 7, 11, 40), "name: x\n^~~~"); }

TEST(SourceExcerpt, KeepsTheIndentThatIsComplainedAbout) { EXPECT_EQ(shown("    name", 2, 3, 40), "   name\n^"); }

TEST(SourceExcerpt, FitsWhereverTheCaretStands) {
  const std::string line =
      "  - {pattern: '{from}与{to}{..6}竞争', unless: 合作} # 这是一个很长很长很长的注释 with a long tail";
  const auto length = static_cast<std::uint32_t>(count_code_points(line));
  for (std::size_t columns = 8; columns < 100; ++columns) {
    for (std::uint32_t column = 1; column <= length + 1; ++column) {
      const SourceExcerpt excerpt = cut_source_line(line, column, column + 3, columns);
      ASSERT_LE(display_width(excerpt.line), columns) << columns << ' ' << column;
      ASSERT_LE(excerpt.caret_column, display_width(excerpt.line)) << columns << ' ' << column;
      ASSERT_GE(excerpt.caret_width, 1u);
    }
  }
}

}  // namespace
}  // namespace edgewise
