// SPDX-License-Identifier: Apache-2.0
// Documents: what they keep, what they warn of, and where things are in the file.
#include "text/document.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace edgewise {
namespace {

using namespace std::string_literals;

std::string warnings(const Document& document) {
  std::string text;
  for (const Diagnostic& diagnostic : document.diagnostics()) text += render(diagnostic);
  return text;
}

TEST(Document, KeepsTheBytesAndLeadsBackToThem) {
  const std::string bytes = "\uFEFF标题\r\n\r\n甲公司\xFF（Ａcme）停产。\r\n";
  const Document document = Document::make("a.txt", bytes);
  EXPECT_EQ(document.original(), bytes);
  EXPECT_EQ(document.text(), "标题\n\n甲公司\uFFFD(Acme)停产。\n");
  EXPECT_EQ(document.title(), "标题");
  const auto at = static_cast<std::uint32_t>(document.text().find("\uFFFD(Acme)"));
  const Span original = document.original_span({at, at + 9});
  EXPECT_EQ(original.in(bytes), "\xFF（Ａcme）");
  EXPECT_EQ(document.quote(original), "\uFFFD（Ａcme）");
}

TEST(Document, HasNoTitleWithoutATitleLine) {
  EXPECT_EQ(Document::make("a", "甲公司停产。\n\n乙公司复工。").title(), "");
  EXPECT_EQ(Document::make("a", "").title(), "");
  EXPECT_EQ(Document::make("a", " \n\t\n").title(), "");
}

TEST(Document, OfNothingHasNothing) {
  const Document document = Document::make("empty", "");
  EXPECT_TRUE(document.sentences().empty());
  EXPECT_TRUE(document.diagnostics().empty());
  EXPECT_EQ(document.original_span({0, 0}), (Span{0, 0}));
  EXPECT_EQ(document.locate(0), (LineColumn{1, 1}));
}

TEST(Document, StaysWholeWhenMoved) {
  Document first = Document::make("a", "短");
  const Document second = std::move(first);
  EXPECT_EQ(second.sentences().front().span.in(second.text()), "短");
}

TEST(DocumentWarnings, SayWhereBrokenBytesAre) {
  EXPECT_EQ(
      warnings(Document::make("a.txt", "甲公司停产。\n乙\xFF\xE4\xBD公司。\n")),
      "a.txt:2:2: warning[W501]: bytes that are not UTF-8 at byte 22 and 1 more in this document, each replaced by "
      "U+FFFD\n"
      "  乙��公司。\n"
      "    ^\n"
      "  help: save the file as UTF-8\n");
}

TEST(DocumentWarnings, SpeakOfTheFileAndNotOfTheArticle) {
  EXPECT_EQ(warnings(Document::make("b.txt#2", "\xFF", "b.txt", 100, 7)),
            "b.txt:7:1: warning[W501]: bytes that are not UTF-8 at byte 100, replaced by U+FFFD\n"
            "  �\n"
            "  ^\n"
            "  help: save the file as UTF-8\n");
}

TEST(DocumentWarnings, NameNulBytesAndPrivateUseCharactersOnceEach) {
  EXPECT_EQ(warnings(Document::make("a.txt", "\uFEFF甲\0\0乙\uE000\n"s)),
            "a.txt:1:2: warning[W502]: NUL byte at byte 6 and 1 more in this document, each replaced by U+FFFD\n"
            "  甲��乙\uE000\n"
            "    ^\n"
            "a.txt:1:5: warning[W503]: private-use character at byte 11, replaced by U+FFFD\n"
            "  甲��乙\uE000\n"
            "        ^\n");
}

TEST(DocumentWarnings, AreAbsentForAMarkAtTheStartAndForLineEnds) {
  EXPECT_EQ(warnings(Document::make("a.txt", "\uFEFF甲。\r\n乙。\r丙。")), "");
}

TEST(DocumentWarnings, DoNotCarryHugeLines) {
  const Document document = Document::make("a.txt", std::string(1'000'000, 'x') + "\xFF");
  EXPECT_EQ(warnings(document),
            "a.txt:1:1000001: warning[W501]: bytes that are not UTF-8 at byte 1000000, replaced by U+FFFD\n"
            "  help: save the file as UTF-8\n");
}

TEST(DocumentPlaces, CountLinesOfEveryKindAndColumnsInCodePoints) {
  const std::string bytes = "甲乙\r\n\r丙\xE4\xBD丁\n戊";
  const Document document = Document::make("a", bytes, "a", 0, 5);
  const auto at = [&](std::string_view what) { return document.locate(static_cast<std::uint32_t>(bytes.find(what))); };
  EXPECT_EQ(at("甲"), (LineColumn{5, 1}));
  EXPECT_EQ(at("乙"), (LineColumn{5, 2}));
  EXPECT_EQ(at("\r\n"), (LineColumn{5, 3}));
  EXPECT_EQ(at("丙"), (LineColumn{7, 1}));
  EXPECT_EQ(at("丁"), (LineColumn{7, 3})) << "a broken stretch takes one column";
  EXPECT_EQ(at("戊"), (LineColumn{8, 1}));
  EXPECT_EQ(document.locate(1), (LineColumn{5, 1})) << "within a character";
  EXPECT_EQ(document.locate(static_cast<std::uint32_t>(bytes.size())), (LineColumn{8, 2}));
}

TEST(DocumentPlaces, AreRightAllAlongALongLine) {
  std::string bytes = "\uFEFF第一行\n";
  const std::size_t line = bytes.size();
  for (int i = 0; i < 30000; ++i) bytes += i % 7 == 0 ? "字" : "x";
  bytes += "\n末";
  const Document document = Document::make("a", bytes);
  std::uint32_t column = 0;
  for (std::size_t i = line; i + 4 < bytes.size(); ++i) {
    if ((static_cast<unsigned char>(bytes[i]) & 0xC0) != 0x80) ++column;
    ASSERT_EQ(document.locate(static_cast<std::uint32_t>(i)), (LineColumn{2, column})) << i;
  }
  EXPECT_EQ(document.locate(static_cast<std::uint32_t>(bytes.size() - 3)), (LineColumn{3, 1}));
}

}  // namespace
}  // namespace edgewise
