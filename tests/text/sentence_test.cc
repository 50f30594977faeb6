// SPDX-License-Identifier: Apache-2.0
// Sentences of small texts, one folder for each rule, and the bound on their length.
#include "text/sentence.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/golden_file.h"
#include "text/document.h"
#include "text/utf8.h"

namespace edgewise {
namespace {

const std::filesystem::path kRoot = std::filesystem::path(EDGEWISE_SOURCE_DIR) / "tests/text/sentences";

std::string dump(const Document& document) {
  constexpr std::array<std::string_view, 3> kKinds = {"title", "heading", "body"};
  std::string text;
  for (const Sentence& sentence : document.sentences()) {
    std::string shown(sentence.span.in(document.text()));
    for (std::size_t at = 0; (at = shown.find('\n', at)) != std::string::npos;) shown.replace(at, 1, "⏎");
    text += fmt::format("{} {} {}: {}\n", sentence.paragraph, kKinds[static_cast<std::size_t>(sentence.kind)],
                        sentence.script == Script::han ? "han" : "other", shown);
  }
  return text;
}

class Sentences : public ::testing::TestWithParam<std::string> {};

TEST_P(Sentences, AreExactlyThese) {
  const std::filesystem::path folder = kRoot / GetParam();
  const Document document = Document::make("text.txt", testing::read_file(folder / "text.txt"));
  testing::expect_golden(folder / "expected.txt", dump(document));
}

INSTANTIATE_TEST_SUITE_P(Golden, Sentences, ::testing::ValuesIn(testing::case_names(kRoot)), testing::test_name);

std::vector<std::size_t> lengths(std::string_view text) {
  std::vector<std::size_t> found;
  for (const Sentence& sentence : split_sentences(text)) found.push_back(count_code_points(sentence.span.in(text)));
  return found;
}

std::string repeat(std::string_view piece, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += piece;
  return text;
}

TEST(SentenceLength, IsBoundedByACutBehindTheLastClauseMark) {
  const std::string text = repeat("字", 4000) + "," + repeat("字", 200);
  EXPECT_EQ(lengths(text), (std::vector<std::size_t>{4001, 200}));
}

TEST(SentenceLength, IsBoundedWhereThereIsNothingToCutAt) {
  EXPECT_EQ(lengths(repeat("字", kLongestSentence)), (std::vector<std::size_t>{4096}));
  EXPECT_EQ(lengths(repeat("字", 2 * kLongestSentence + 1)), (std::vector<std::size_t>{4096, 4096, 1}));
}

TEST(SentenceLength, CountsCodePointsAndNotBytes) {
  EXPECT_EQ(lengths(repeat("𠀀", kLongestSentence)), (std::vector<std::size_t>{4096}));
  EXPECT_EQ(lengths(repeat("x", kLongestSentence + 1)), (std::vector<std::size_t>{4096, 1}));
}

// A letter is not parted from its marks, so that each piece stays in normal form.
TEST(SentenceLength, NeverCutsBetweenALetterAndItsMark) {
  const std::string text = repeat("x", kLongestSentence - 1) + "q\u0323\u0301" + "y";
  const std::vector<Sentence> sentences = split_sentences(text);
  ASSERT_EQ(sentences.size(), 2u);
  EXPECT_EQ(sentences[1].span.in(text), "q\u0323\u0301y");
}

TEST(SentencePieces, OfALongLineShareAParagraph) {
  const std::string text = repeat("字", 5000) + "。\n\n下一段。";
  std::vector<std::uint32_t> paragraphs;
  for (const Sentence& sentence : split_sentences(text)) paragraphs.push_back(sentence.paragraph);
  EXPECT_EQ(paragraphs, (std::vector<std::uint32_t>{0, 0, 1}));
}

}  // namespace
}  // namespace edgewise
