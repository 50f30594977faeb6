// SPDX-License-Identifier: Apache-2.0
// Which name is offered instead of a mistyped one.
#include <gtest/gtest.h>

#include "text/diagnostic.h"

namespace edgewise {
namespace {

TEST(NearestName, ForgivesOneSlipForEveryThreeCharacters) {
  const std::vector<std::string> names = {"Company", "Government", "Person"};
  EXPECT_EQ(nearest_name("Compnay", names), "Company");
  EXPECT_EQ(nearest_name("Goverment", names), "Government");
  EXPECT_EQ(nearest_name("Persons", names), "Person");
  EXPECT_EQ(nearest_name("Product", names), "");
}

TEST(NearestName, TakesTwoSwappedLettersForOneSlip) { EXPECT_EQ(nearest_name("form", {"from", "to"}), "from"); }

TEST(NearestName, AllowsOneSlipInAShortWord) {
  EXPECT_EQ(nearest_name("tp", {"to"}), "to");
  EXPECT_EQ(nearest_name("xy", {"to"}), "");
}

TEST(NearestName, CountsCharactersAndNotBytes) {
  EXPECT_EQ(nearest_name("英韦达", {"英伟达", "英特尔"}), "英伟达");
  EXPECT_EQ(nearest_name("英韦大", {"英伟达"}), "");
}

TEST(NearestName, PrefersTheNearerAndThenTheFirst) {
  EXPECT_EQ(nearest_name("colour", {"colors", "color", "colours"}), "color");
  EXPECT_EQ(nearest_name("abcd", {"abce", "abcf"}), "abce");
}

TEST(NearestName, OffersNothingWhereNothingIsNear) {
  EXPECT_EQ(nearest_name("", {"a"}), "");
  EXPECT_EQ(nearest_name("match", {}), "");
}

}  // namespace
}  // namespace edgewise
