// SPDX-License-Identifier: Apache-2.0
// Invariants over random text: real words and marks mixed with the characters that make trouble, and plain bytes.
#include <array>
#include <ostream>
#include <random>

#include <gtest/gtest.h>

#include "tests/text/document_invariants.h"
#include "text/normalise.h"
#include "text/utf8.h"

namespace edgewise {
namespace {

constexpr auto kPieces = std::to_array<std::string_view>({"甲公司",
                                                          "与",
                                                          "乙",
                                                          "。",
                                                          "！",
                                                          "?",
                                                          "…",
                                                          "……",
                                                          "...",
                                                          ".",
                                                          ",",
                                                          "，",
                                                          "“",
                                                          "”",
                                                          "\"",
                                                          "'",
                                                          "(",
                                                          ")",
                                                          "（",
                                                          "）",
                                                          "《",
                                                          "》",
                                                          "\n",
                                                          "\r\n",
                                                          "\r",
                                                          "\n\n",
                                                          " ",
                                                          "    ",
                                                          "\t",
                                                          "\u3000",
                                                          "Inc.",
                                                          "Mr.",
                                                          "The",
                                                          "iPhone",
                                                          "said",
                                                          "U.S.",
                                                          "3.14",
                                                          "1.",
                                                          "·",
                                                          "- ",
                                                          "---\n",
                                                          "\u200B",
                                                          "\u200D",
                                                          "\uFEFF",
                                                          "\u00AD",
                                                          "e",
                                                          "\u0301",
                                                          "\u0323",
                                                          "\u3099",
                                                          "か",
                                                          "ﾊ",
                                                          "ﾞ",
                                                          "Ａ",
                                                          "ﬁ",
                                                          "㍿",
                                                          "½",
                                                          "²",
                                                          "\uFDFA",
                                                          "¨",
                                                          "각",
                                                          "\u1100",
                                                          "\u1161",
                                                          "\u11A8",
                                                          "\uE000",
                                                          "\U000F0000",
                                                          "\U0001F600",
                                                          "\u0344",
                                                          "\u0F71",
                                                          "\u0F72",
                                                          "\u2028",
                                                          "\u0085",
                                                          "\u202E",
                                                          "𠀀",
                                                          "\xFF",
                                                          "\xE4\xBD",
                                                          "\xF0\x9F",
                                                          "\xC0\x80",
                                                          "\xED\xA0\x80",
                                                          std::string_view("\0", 1)});

std::string from_pieces(std::mt19937& random) {
  std::string text;
  for (std::size_t n = random() % 60; n > 0; --n) text += kPieces[random() % kPieces.size()];
  return text;
}

std::string from_code_points(std::mt19937& random) {
  constexpr std::array<char32_t, 6> kPlanes = {0x80, 0x300, 0x3400, 0x10000, 0x20000, 0x110000};
  std::string text;
  for (std::size_t n = random() % 60; n > 0; --n) {
    const auto c = static_cast<char32_t>(random() % kPlanes[random() % kPlanes.size()]);
    if (c < 0xD800 || c > 0xDFFF) append_utf8(text, c);
  }
  return text;
}

std::string from_bytes(std::mt19937& random) {
  std::string text;
  for (std::size_t n = random() % 60; n > 0; --n) text += static_cast<char>(random() % 256);
  return text;
}

template <typename Make>
void expect_invariants(Make make, int rounds) {
  std::mt19937 random(20231206);
  for (int i = 0; i < rounds; ++i) {
    const std::string bytes = make(random);
    ASSERT_EQ(testing::broken_invariant(bytes), "") << ::testing::PrintToString(bytes);
    ASSERT_EQ(testing::broken_split(bytes, ArticleSplit::automatic), "") << ::testing::PrintToString(bytes);
  }
}

TEST(DocumentInvariants, HoldForWordsAndMarksAndOddCharacters) { expect_invariants(from_pieces, 20000); }
TEST(DocumentInvariants, HoldForRandomCharacters) { expect_invariants(from_code_points, 20000); }
TEST(DocumentInvariants, HoldForRandomBytes) { expect_invariants(from_bytes, 20000); }

TEST(DocumentInvariants, HoldForEveryCharacterAloneAndBehindALetter) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    if (c >= 0xF0100 && c <= 0x10FF00) continue;  // private use, all alike
    std::string alone, behind = "a";
    append_utf8(alone, c);
    append_utf8(behind, c);
    const std::string once = normalise(behind).text;
    ASSERT_EQ(normalise(once).text, once) << "U+" << std::hex << static_cast<std::uint32_t>(c);
    const std::string single = normalise(alone).text;
    ASSERT_EQ(normalise(single).text, single) << "U+" << std::hex << static_cast<std::uint32_t>(c);
  }
}

struct Piece {
  std::string_view name, text;
};

void PrintTo(const Piece& piece, std::ostream* out) { *out << piece.name; }

// Text in which a superlinear step would not come to an end before the test's time is up.
class HugeText : public ::testing::TestWithParam<Piece> {};

TEST_P(HugeText, TakesLinearTime) {
  std::string bytes = "甲公司";
  while (bytes.size() < 10'000'000) bytes += GetParam().text;
  const Document document = Document::make("huge", bytes);
  EXPECT_EQ(document.original().size(), bytes.size());
  EXPECT_EQ(testing::broken_split(bytes, ArticleSplit::automatic), "");
}

INSTANTIATE_TEST_SUITE_P(Of, HugeText,
                         ::testing::Values(Piece{"Han", "字"}, Piece{"Clauses", "字,"}, Piece{"Words", "a "},
                                           Piece{"Accents", "\u0301"}, Piece{"AccentsInTheWrongOrder", "\u0316\u0301"},
                                           Piece{"ZeroWidthMarks", "\u200B"}, Piece{"HangulVowels", "\u1161"},
                                           Piece{"Brackets", "("}, Piece{"TitleMarks", "《"},
                                           Piece{"StraightQuotes", "\""}, Piece{"Stops", "."},
                                           Piece{"StopsAndBlanks", ". "}, Piece{"Abbreviations", "Mr. "},
                                           Piece{"QuestionMarks", "?"}, Piece{"ClosingQuotes", "”"},
                                           Piece{"BytesThatAreNotUtf8", "\xFF"}, Piece{"CutOffCharacters", "\xE4\xBD"},
                                           Piece{"NulBytes", std::string_view("\0", 1)}, Piece{"PrivateUse", "\uE000"},
                                           Piece{"LineFeeds", "\n"}, Piece{"Returns", "\r"}, Piece{"Blanks", "    "},
                                           Piece{"WideGaps", "字    "}, Piece{"WrappedLines", "some words of a line\n"},
                                           Piece{"FullWidthMarks", "，"}),
                         [](const auto& row) { return std::string(row.param.name); });

}  // namespace
}  // namespace edgewise
