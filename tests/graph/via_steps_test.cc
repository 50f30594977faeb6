// SPDX-License-Identifier: Apache-2.0
// What Evidence::via says of the two ends.
#include "graph/via_steps.h"

#include <gtest/gtest.h>

namespace edgewise {
namespace {

TEST(ViaSteps, StandInOneOrderHoweverTheyAreAdded) {
  EXPECT_EQ(with_step("name", End::from, "learned"), "from=learned");
  EXPECT_EQ(with_step("from=learned", End::from, "judged"), "from=learned+judged");
  EXPECT_EQ(with_step("to=pattern", End::from, "judged"), "from=judged,to=pattern");
  EXPECT_EQ(with_step("from=a,to=b", End::both, "implied"), "from=a,to=b,implied");
  EXPECT_EQ(with_step("implied", End::to, "judged"), "to=judged,implied");
}

TEST(ViaSteps, ChangePlacesWithTheEnds) {
  EXPECT_EQ(with_ends_exchanged("name"), "name");
  EXPECT_EQ(with_ends_exchanged("from=a+b"), "to=a+b");
  EXPECT_EQ(with_ends_exchanged("from=a,to=b,implied"), "from=b,to=a,implied");
}

}  // namespace
}  // namespace edgewise
