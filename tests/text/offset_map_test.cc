// SPDX-License-Identifier: Apache-2.0
// Offset maps: single and chained.
#include "text/offset_map.h"

#include <gtest/gtest.h>

namespace edgewise {

static void PrintTo(const Span& span, std::ostream* out) { *out << '[' << span.begin << ',' << span.end << ')'; }

namespace {

// Original  0123456789…   copied 4, then 3 bytes that gave 1, 2 that gave none, copied 5.
OffsetMap sample() {
  OffsetMap map;
  map.append(4, 4, true);
  map.append(3, 1, false);
  map.append(2, 0, false);
  map.append(5, 5, true);
  return map;
}

TEST(OffsetMap, MapsCopiedStretchesByteByByte) {
  EXPECT_EQ(sample().to_original({1, 3}), (Span{1, 3}));
  EXPECT_EQ(sample().to_original({6, 8}), (Span{10, 12}));
}

TEST(OffsetMap, MapsReplacedStretchesAsAWhole) {
  EXPECT_EQ(sample().to_original({4, 5}), (Span{4, 7}));
  EXPECT_EQ(sample().to_original({3, 5}), (Span{3, 7}));
}

TEST(OffsetMap, CoversWhatWasRemovedOnlyFromBothSides) {
  EXPECT_EQ(sample().to_original({4, 6}), (Span{4, 10}));
  EXPECT_EQ(sample().to_original({5, 6}), (Span{9, 10}));
}

TEST(OffsetMap, MapsEmptySpansToEmptySpans) {
  EXPECT_EQ(sample().to_original({2, 2}), (Span{2, 2}));
  EXPECT_EQ(sample().to_original({10, 10}), (Span{14, 14}));
  EXPECT_EQ(OffsetMap().to_original({0, 0}), (Span{0, 0}));
}

TEST(OffsetMap, ChainsTwoSteps) {
  OffsetMap earlier;  // 1 copied, 1 broken byte that became 3, 10 copied
  earlier.append(1, 1, true);
  earlier.append(1, 3, false);
  earlier.append(10, 10, true);
  const OffsetMap chained = sample().after(earlier);  // sample() speaks of 14 bytes
  EXPECT_EQ(chained.to_original({0, 1}), (Span{0, 1}));
  EXPECT_EQ(chained.to_original({1, 4}), (Span{1, 2})) << "replaced in the earlier step";
  EXPECT_EQ(chained.to_original({4, 5}), (Span{2, 5})) << "replaced in the later step";
  EXPECT_EQ(chained.to_original({5, 10}), (Span{7, 12}));
  EXPECT_EQ(chained.to_original({0, 10}), (Span{0, 12}));
}

TEST(OffsetMap, StaysRightWhereTheEarlierStepRemovesBytes) {
  OffsetMap earlier;
  earlier.append(2, 2, true);
  earlier.append(3, 0, false);
  earlier.append(2, 2, true);
  OffsetMap later;
  later.append(4, 4, true);
  const OffsetMap chained = later.after(earlier);
  EXPECT_EQ(chained.to_original({0, 4}), (Span{0, 7}));
  EXPECT_EQ(chained.to_original({2, 3}), (Span{5, 6}));
}

}  // namespace
}  // namespace edgewise
