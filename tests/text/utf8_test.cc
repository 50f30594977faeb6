// SPDX-License-Identifier: Apache-2.0
// Code points in and out of UTF-8, widths and classes.
#include "text/utf8.h"

#include <gtest/gtest.h>

namespace edgewise {
namespace {

TEST(CodePoints, AreReadForwardsAndBackwardsAlike) {
  const std::string_view text = "aé字𠀀";
  const std::u32string expected = U"aé字𠀀";
  std::u32string forwards, backwards;
  for (std::size_t i = 0; i < text.size();) forwards += next_code_point(text, i);
  for (std::size_t i = text.size(); i > 0;) backwards.insert(0, 1, previous_code_point(text, i));
  EXPECT_EQ(forwards, expected);
  EXPECT_EQ(backwards, expected);
  EXPECT_EQ(count_code_points(text), 4u);
}

TEST(CodePoints, AreWrittenAsTheyAreRead) {
  for (const char32_t c : {U'\0', U'\x7F', U'\x80', U'\u07FF', U'\u0800', U'\uFFFF', U'\U00010000', U'\U0010FFFF'}) {
    std::string text;
    append_utf8(text, c);
    std::size_t end = 0;
    EXPECT_EQ(next_code_point(text, end), c);
    EXPECT_EQ(end, text.size());
  }
}

TEST(DisplayWidth, CountsTerminalColumns) {
  EXPECT_EQ(display_width("abc"), 3u);
  EXPECT_EQ(display_width("英伟达"), 6u);
  EXPECT_EQ(display_width("，。"), 4u);
  EXPECT_EQ(display_width("ｱ"), 1u) << "half-width katakana";
  EXPECT_EQ(display_width("e\u0301"), 1u) << "a combining mark";
  EXPECT_EQ(display_width("각"), 2u);
  EXPECT_EQ(display_width("\u1100\u1161\u11A8"), 2u) << "the same syllable in parts";
  EXPECT_EQ(display_width("😀"), 2u);
  EXPECT_EQ(display_width("\u200B"), 0u);
}

TEST(Han, IsTheScriptAndNotThePunctuation) {
  for (const char32_t c : U"一鿿㐀𠀀〇々")
    EXPECT_TRUE(c == 0 || is_han(c)) << std::hex << static_cast<std::uint32_t>(c);
  for (const char32_t c : U"a1。、「あア각·") EXPECT_FALSE(is_han(c)) << std::hex << static_cast<std::uint32_t>(c);
}

TEST(WordCharacters, AreLettersAndDigitsOfScriptsWithSpaces) {
  for (const char32_t c : {U'a', U'Z', U'0', U'é', U'Ω', U'Д', U'ש', U'٣'}) EXPECT_TRUE(is_word_character(c));
  for (const char32_t c : {U' ', U'-', U'_', U'.', U'字', U'あ', U'ア', U'각', U'ไ', U'。', U'·'})
    EXPECT_FALSE(is_word_character(c)) << std::hex << static_cast<std::uint32_t>(c);
}

}  // namespace
}  // namespace edgewise
