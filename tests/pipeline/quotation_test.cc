// SPDX-License-Identifier: Apache-2.0
// Quotes of ordinary and of overlong sentences.
#include "pipeline/quotation.h"

#include <string>

#include <gtest/gtest.h>

namespace edgewise {
namespace {

constexpr std::string_view kFact = "甲公司向乙公司供货";

std::string repeat(std::string_view piece, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += piece;
  return text;
}

// The quote of a match that covers kFact, with its ends in it, in a document of one sentence.
struct Quoting {
  explicit Quoting(const std::string& bytes) : document(Document::make("a.txt", bytes)) {
    const auto at = static_cast<std::uint32_t>(document.text().find(kFact));
    Mention from, to;
    from.span = {at, at + 9};
    to.span = {at + 12, at + 21};
    extraction.mentions = {from, to};
    match.from = 0;
    match.to = 1;
    match.span = {at, at + static_cast<std::uint32_t>(kFact.size())};
  }
  std::string quote() const { return document.quote(document.original_span(quoted_span(document, extraction, match))); }

  Document document;
  Extraction extraction;
  Match match{};
};

TEST(Quotation, IsTheSentence) {
  EXPECT_EQ(Quoting("据悉，" + std::string(kFact) + "，消息人士说。").quote(),
            "据悉，甲公司向乙公司供货，消息人士说。");
  const std::string filler = repeat("字", 780);
  EXPECT_EQ(Quoting(filler + std::string(kFact)).quote(), filler + std::string(kFact)) << "within the bound";
}

TEST(Quotation, OfAnOverlongSentenceIsTheClausesAround) {
  const std::string quote = Quoting(repeat("天气很好，", 200) + std::string(kFact) + repeat("，没有消息", 200)).quote();
  EXPECT_EQ(quote, repeat("天气很好，", 18) + std::string(kFact) + "，" + repeat("没有消息，", 18));
}

TEST(Quotation, OfTextWithoutClausesEndsAtCharacters) {
  const std::string quote = Quoting(repeat("字", 1000) + std::string(kFact) + repeat("𠀀", 1000)).quote();
  EXPECT_EQ(quote, repeat("字", 80) + std::string(kFact) + repeat("𠀀", 60));
}

TEST(Quotation, TakesTheCueAlongUnlessItIsTooFar) {
  const std::string far = "否认" + repeat("字", 1500) + std::string(kFact);
  Quoting quoting(far);
  quoting.match.cue = {0, 6};
  EXPECT_EQ(quoting.quote(), repeat("字", 80) + std::string(kFact));
  Quoting near(repeat("字", 1000) + "否认" + repeat("事", 300) + std::string(kFact));
  near.match.cue = {3000, 3006};
  EXPECT_EQ(near.quote(), repeat("字", 80) + "否认" + repeat("事", 300) + std::string(kFact));
}

}  // namespace
}  // namespace edgewise
