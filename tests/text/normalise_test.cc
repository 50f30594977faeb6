// SPDX-License-Identifier: Apache-2.0
// Mending, the normal form and its way back to the bytes.
#include "text/normalise.h"

#include <random>

#include <gtest/gtest.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "text/mend_utf8.h"
#include "text/utf8.h"

namespace edgewise {
namespace {

using namespace std::string_literals;

struct Row {
  std::string_view name;
  std::string in, out;
};

std::ostream& operator<<(std::ostream& out, const Row& row) { return out << row.name; }

class NormalForm : public ::testing::TestWithParam<Row> {};

TEST_P(NormalForm, IsThis) {
  EXPECT_EQ(normalise(GetParam().in).text, GetParam().out);
  EXPECT_EQ(normalise_name(GetParam().in), GetParam().out);
}

INSTANTIATE_TEST_SUITE_P(
    Of, NormalForm,
    ::testing::Values(Row{"FullWidthForms", "ＡＭＤ，１２％！？（甲）；：", "AMD,12%!?(甲);:"},
                      Row{"FullWidthLetterWithMark", "Ａ\u0301bc", "\u00C1bc"},
                      Row{"IdeographicSpace", "甲\u3000乙", "甲 乙"}, Row{"HalfWidthKana", "ﾊﾞｲﾄ", "バイト"},
                      Row{"Ellipsis", "等……", "等......"}, Row{"Ligature", "ﬁlm", "film"},
                      Row{"SquaredWord", "㍿甲", "株式会社甲"}, Row{"DecomposedLetter", "Cafe\u0301", "Café"},
                      Row{"MarksInTheWrongOrder", "q\u0301\u0323", "q\u0323\u0301"},
                      Row{"HangulInParts", "\u1100\u1161\u11A8", "각"},
                      Row{"LineEnds", "a\r\nb\rc\nd\u0085e\u2028f\u2029g\r\r\n", "a\nb\nc\nd\ne\nf\ng\n\n"},
                      Row{"ByteOrderMark", "\uFEFF甲", "甲"},
                      Row{"ZeroWidthMarks", "英\u200B伟\u2060达 N\u00ADV\u200D\u200CI", "英伟达 NVI"},
                      Row{"ZeroWidthMarkBeforeCombiningMark", "e\u200B\u200B\u0301x", "éx"},
                      Row{"ZeroWidthMarksAlone", "\u200B\u200B", ""}, Row{"Nul", "a\0b"s, "a\uFFFDb"},
                      Row{"PrivateUse", "a\uE000\U000F0000\U0010FFFDb", "a\uFFFD\uFFFD\uFFFDb"},
                      Row{"CurlyQuotesStay", "“甲”‘乙’", "“甲”‘乙’"}, Row{"Tab", "a\tb", "a\tb"}, Row{"Empty", "", ""}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(Normalise, CountsWhatItReplaced) {
  const Normalised result = normalise("甲\0\uE000乙\0"s);
  EXPECT_EQ(result.nul.count, 2u);
  EXPECT_EQ(result.nul.first, 3u);
  EXPECT_EQ(result.private_use.count, 1u);
  EXPECT_EQ(result.private_use.first, 4u);
}

TEST(Normalise, CutsOffMarksThatNoLetterCarries) {
  std::string marks;
  for (int i = 0; i < 1000; ++i) marks += "\u0316";
  const std::string text = normalise("e" + marks + "x").text;
  EXPECT_EQ(count_code_points(text), 1 + 128 + 1 + 1u);
  EXPECT_TRUE(text.ends_with("\u0316\uFFFDx"));
}

// ICU alone is the oracle wherever nothing is removed or replaced.
std::string nfkc(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFKCInstance(status);
  std::string result;
  form->normalize(icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())}), status)
      .toUTF8String(result);
  return result;
}

bool is_left_to_icu(char32_t c) {
  const bool surrogate = c >= 0xD800 && c <= 0xDFFF;
  const bool private_use = (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000;
  const bool removed = c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF;
  const bool line_end = c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
  return c != 0 && !surrogate && !private_use && !removed && !line_end;
}

TEST(Normalise, AgreesWithIcuOnEveryCharacter) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (!is_left_to_icu(c)) continue;
    std::string text = "a";
    append_utf8(text, c);
    ASSERT_EQ(normalise(text).text, nfkc(text)) << std::hex << static_cast<std::uint32_t>(c);
  }
}

TEST(Normalise, AgreesWithIcuOnRandomText) {
  constexpr std::array<char32_t, 8> kBelow = {0x80, 0x370, 0x1200, 0x3400, 0xA000, 0xD800, 0x10000, 0x30000};
  std::mt19937 random(8);
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (std::size_t n = random() % 20; n > 0; --n) {
      const bool mark = random() % 3 == 0;
      const auto c =
          static_cast<char32_t>(mark ? 0x300 + random() % 0x70 : random() % kBelow[random() % kBelow.size()]);
      if (is_left_to_icu(c)) append_utf8(text, c);
    }
    ASSERT_EQ(normalise(text).text, nfkc(text)) << ::testing::PrintToString(text);
  }
}

std::string_view original_of(const Normalised& result, std::string_view original, std::string_view part) {
  const auto at = static_cast<std::uint32_t>(result.text.find(part));
  return result.offsets.to_original({at, at + static_cast<std::uint32_t>(part.size())}).in(original);
}

TEST(NormaliseOffsets, LeadBackToTheBytesThatGaveTheText) {
  const std::string original = "\uFEFF英伟达（ＮＶＩＤＩＡ）\r\nCafe\u0301 5\u200B0㍿！";
  const Normalised result = normalise(original);
  EXPECT_EQ(result.text, "英伟达(NVIDIA)\nCafé 50株式会社!");
  EXPECT_EQ(original_of(result, original, "NVIDIA"), "ＮＶＩＤＩＡ");
  EXPECT_EQ(original_of(result, original, "英伟达("), "英伟达（");
  EXPECT_EQ(original_of(result, original, "é"), "e\u0301");
  EXPECT_EQ(original_of(result, original, "50"), "5\u200B0");
  EXPECT_EQ(original_of(result, original, "5"), "5") << "what was removed behind is left out";
  EXPECT_EQ(original_of(result, original, "式"), "㍿") << "one character gave several";
  EXPECT_EQ(original_of(result, original, "\nC"), "\r\nC");
}

struct MendRow {
  std::string_view name, in, out;
  std::vector<std::uint32_t> bad;
};

std::ostream& operator<<(std::ostream& out, const MendRow& row) { return out << row.name; }

class Mending : public ::testing::TestWithParam<MendRow> {};

TEST_P(Mending, ReplacesEachMaximalBrokenStretch) {
  const Mended mended = mend_utf8(GetParam().in);
  EXPECT_EQ(mended.text, GetParam().out);
  EXPECT_EQ(mended.bad_offsets, GetParam().bad);
}

INSTANTIATE_TEST_SUITE_P(
    Of, Mending,
    ::testing::Values(MendRow{"Nothing", "甲a", "甲a", {}}, MendRow{"Empty", "", "", {}},
                      MendRow{"LoneTrail", "a\x80z", "a\uFFFDz", {1}},
                      MendRow{"CutOffAtTheEnd", "甲\xE4\xBD", "甲\uFFFD", {3}},
                      MendRow{"CutOffInTheMiddle", "\xF0\x9F\x98z", "\uFFFDz", {0}},
                      MendRow{"Overlong", "\xC0\xAF", "\uFFFD\uFFFD", {0, 1}},
                      MendRow{"Surrogate", "\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD", {0, 1, 2}},
                      MendRow{"BeyondUnicode", "\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD", {0, 1, 2, 3}},
                      MendRow{"Mixture",
                              "a\xF1\x80\x80\xE1\x80\xC2"
                              "b\x80"
                              "c\x80\xBF"
                              "d",
                              "a\uFFFD\uFFFD\uFFFDb\uFFFDc\uFFFD\uFFFDd",
                              {1, 4, 6, 8, 10, 11}}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(FoldCase, IgnoresCaseButNotLanguageOfTheMachine) {
  EXPECT_EQ(fold_case("NVIDIA"), "nvidia");
  EXPECT_EQ(fold_case("Straße"), fold_case("STRASSE"));
  EXPECT_EQ(fold_case("ΑΣ"), fold_case("ας"));
  EXPECT_EQ(fold_case("INTEL"), "intel") << "a Turkish locale would make another i";
  EXPECT_EQ(fold_case("英伟达"), "英伟达");
}

}  // namespace
}  // namespace edgewise
