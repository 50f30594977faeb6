// SPDX-License-Identifier: Apache-2.0
// Quantities are found whole and brought into one form.
#include "text/quantity.h"

#include <gtest/gtest.h>
#include <re2/re2.h>

namespace edgewise {
namespace {

using Kind = QuantityKind;

// What is taken from `text`, an arrow, and its normal form.
std::string read(Kind kind, const std::string& text) {
  const RE2 expression("(" + std::string(quantity_expression(kind)) + ")");
  std::string taken;
  if (!RE2::PartialMatch(text, expression, &taken)) return "nothing";
  return taken + " -> " + normal_quantity(kind, taken).value_or("unread");
}

TEST(Quantity, NumbersAreExactDecimals) {
  EXPECT_EQ(read(Kind::number, "出货12,000台"), "12,000 -> 12000");
  EXPECT_EQ(read(Kind::number, "约1.2万人"), "1.2万 -> 12000");
  EXPECT_EQ(read(Kind::number, "3.141592653589793238462643亿"),
            "3.141592653589793238462643亿 -> 314159265.3589793238462643");
  EXPECT_EQ(read(Kind::number, "1.5万亿"), "1.5万亿 -> 1500000000000");
  EXPECT_EQ(read(Kind::number, "some 2.5 million units"), "2.5 million -> 2500000");
  EXPECT_EQ(read(Kind::number, "三千万用户"), "三千万 -> 30000000");
  EXPECT_EQ(read(Kind::number, "两亿台"), "两亿 -> 200000000");
  EXPECT_EQ(read(Kind::number, "007"), "007 -> 7");
  EXPECT_EQ(read(Kind::number, "0.50"), "0.50 -> 0.5");
  EXPECT_EQ(read(Kind::number, "许多"), "nothing");
}

TEST(Quantity, SharesAreNumbersOutOfAHundred) {
  EXPECT_EQ(read(Kind::percent, "持股25.50%"), "25.50% -> 25.5");
  EXPECT_EQ(read(Kind::percent, "百分之二十五的股权"), "百分之二十五 -> 25");
  EXPECT_EQ(read(Kind::percent, "a 9 percent stake"), "9 percent -> 9");
  EXPECT_EQ(read(Kind::percent, "提高3个百分点"), "3个百分点 -> 3");
}

TEST(Quantity, MoneyHasACurrencyCode) {
  EXPECT_EQ(read(Kind::money, "以1200万美元收购"), "1200万美元 -> USD 12000000");
  EXPECT_EQ(read(Kind::money, "for $12.5 million in cash"), "$12.5 million -> USD 12500000");
  EXPECT_EQ(read(Kind::money, "投资三亿元人民币"), "三亿元人民币 -> CNY 300000000");
  EXPECT_EQ(read(Kind::money, "HK$3,000"), "HK$3,000 -> HKD 3000");
  EXPECT_EQ(read(Kind::money, "90亿欧元"), "90亿欧元 -> EUR 9000000000");
  EXPECT_EQ(read(Kind::money, "¥500"), "¥500 -> unread") << "yuan or yen";
  EXPECT_EQ(read(Kind::money, "共500台"), "nothing");
}

TEST(Quantity, DatesAreIsoDates) {
  EXPECT_EQ(read(Kind::date, "于2023年8月16日宣布"), "2023年8月16日 -> 2023-08-16");
  EXPECT_EQ(read(Kind::date, "2023 年 8 月"), "2023 年 8 月 -> 2023-08");
  EXPECT_EQ(read(Kind::date, "2023年"), "2023年 -> 2023");
  EXPECT_EQ(read(Kind::date, "8月16日"), "8月16日 -> --08-16");
  EXPECT_EQ(read(Kind::date, "on August 16, 2023"), "August 16, 2023 -> 2023-08-16");
  EXPECT_EQ(read(Kind::date, "16 Aug 2023"), "16 Aug 2023 -> 2023-08-16");
  EXPECT_EQ(read(Kind::date, "2023-8-6 10:00"), "2023-8-6 -> 2023-08-06");
  EXPECT_EQ(read(Kind::date, "2023年13月"), "2023年13月 -> unread");
}

TEST(Quantity, KindsHaveNames) {
  for (const std::string_view word : kQuantityKindNames) EXPECT_EQ(name(*parse_quantity_kind(word)), word);
  EXPECT_FALSE(parse_quantity_kind("weight"));
}

}  // namespace
}  // namespace edgewise
