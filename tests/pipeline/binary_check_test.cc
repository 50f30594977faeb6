// SPDX-License-Identifier: Apache-2.0
// What is taken for text and what is not.
#include "pipeline/binary_check.h"

#include <string>

#include <gtest/gtest.h>

namespace edgewise {
namespace {

using namespace std::string_view_literals;

std::string kind_of(std::string_view bytes) {
  const auto kind = binary_kind(bytes);
  return kind ? std::string(kind->what) : "text";
}

TEST(BinaryCheck, TakesOrdinaryAndSlightlyBrokenTextForText) {
  EXPECT_EQ(kind_of(""), "text");
  EXPECT_EQ(kind_of("东海电子将向南山芯片供应屏幕。\r\n\t\f"), "text");
  EXPECT_EQ(kind_of("\xef\xbb\xbf文"), "text");
  EXPECT_EQ(kind_of("a\0b"sv), "text") << "a single NUL byte in a short text";
  EXPECT_EQ(kind_of(std::string(2000, 'a') + std::string(20, '\0')), "text") << "one byte in a hundred";
  EXPECT_EQ(kind_of("\xc4\xe3\xba\xc3 in another encoding"), "text") << "the document mends and reports these bytes";
  EXPECT_EQ(kind_of("PK, the initials"), "text");
}

TEST(BinaryCheck, KnowsCommonFilesByTheirSignature) {
  EXPECT_EQ(kind_of("%PDF-1.4"), "a PDF document");
  EXPECT_EQ(kind_of("PK\x03\x04"), "a ZIP archive or an office document");
  EXPECT_EQ(kind_of("\xff\xfeN-"), "UTF-16");
  EXPECT_EQ(kind_of("\xfe\xff-N"), "UTF-16");
  EXPECT_EQ(kind_of("\x28\xb5\x2f\xfd..."), "zstd-compressed data");
  EXPECT_EQ(kind_of("\xfd\x37zXZ\0"sv), "xz-compressed data");
}

TEST(BinaryCheck, RefusesWhatIsFullOfControlCharacters) {
  std::string utf16_without_mark;
  for (const char c : std::string("no byte-order mark in front of this")) utf16_without_mark += {c, '\0'};
  EXPECT_EQ(kind_of(utf16_without_mark), "binary data");
  EXPECT_EQ(kind_of(std::string(64, '\0')), "binary data");
}

TEST(BinaryCheck, LooksOnlyAtTheBeginning) {
  EXPECT_EQ(kind_of(std::string(65536, 'a') + std::string(65536, '\0')), "text");
}

}  // namespace
}  // namespace edgewise
