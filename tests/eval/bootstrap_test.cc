// SPDX-License-Identifier: Apache-2.0
// Intervals that repeat, and that mean what they say.
#include "eval/bootstrap.h"

#include <gtest/gtest.h>

namespace edgewise {
namespace {

DocumentScore document(std::size_t right, std::size_t extracted, std::size_t wanted) {
  DocumentScore score;
  score.tally = {right, extracted, wanted};
  score.modality = {right, right};
  return score;
}

TEST(Bootstrap, NothingGivesNothing) {
  EXPECT_EQ(bootstrap({}, 1000, 1).recall.high, 0);
  EXPECT_EQ(bootstrap({document(1, 1, 1)}, 0, 1).recall.high, 0);
}

TEST(Bootstrap, OneDocumentLeavesNoDoubt) {
  const Intervals found = bootstrap({document(3, 4, 5)}, 1000, 1);
  EXPECT_DOUBLE_EQ(found.precision.low, 0.75);
  EXPECT_DOUBLE_EQ(found.precision.high, 0.75);
  EXPECT_DOUBLE_EQ(found.recall.low, 0.6);
  EXPECT_DOUBLE_EQ(found.modality.high, 1);
}

TEST(Bootstrap, TheSameSeedGivesTheSameIntervalOnEveryMachine) {
  std::vector<DocumentScore> documents;
  for (std::size_t i = 0; i < 10; ++i) documents.push_back(document(i, 10, 12));
  const Intervals once = bootstrap(documents, 1000, 7), again = bootstrap(documents, 1000, 7);
  EXPECT_EQ(once.recall.low, again.recall.low);
  EXPECT_EQ(once.f1.high, again.f1.high);
  EXPECT_NE(bootstrap(documents, 1000, 8).recall.low, once.recall.low);
}

// Of n documents of which half are wholly found, recall is a mean of n coins, so that 95 % lie within about 1.96 / (2
// √n).
TEST(Bootstrap, TheWidthIsThatOfAMean) {
  std::vector<DocumentScore> documents;
  for (std::size_t i = 0; i < 400; ++i) documents.push_back(document(i % 2, 1, 1));
  const Intervals found = bootstrap(documents, 4000, 1);
  EXPECT_NEAR(found.recall.low, 0.5 - 0.049, 0.008);
  EXPECT_NEAR(found.recall.high, 0.5 + 0.049, 0.008);
}

}  // namespace
}  // namespace edgewise
