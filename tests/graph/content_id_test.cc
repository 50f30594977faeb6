// SPDX-License-Identifier: Apache-2.0
// Ids are stable, unique and independent of everything but their contents.
#include "graph/content_id.h"

#include <gmock/gmock.h>

namespace edgewise {
namespace {

using ::testing::ElementsAre;

// Everything collides until the third try.
std::uint64_t colliding(std::string_view content, std::uint64_t seed) { return seed < 2 ? seed : content.size(); }

TEST(ContentId, IsTheSameOnEveryMachine) {
  EXPECT_THAT(content_ids('n', {"", "英伟达"}), ElementsAre("n2d06800538d394c2", "n3daa4e235ec245e7"));
}

TEST(ContentId, OfTwoContentsWithOneHashTheSmallerKeepsIt) {
  EXPECT_THAT(content_ids('e', {"a", "bb", "ccc"}, colliding),
              ElementsAre("e0000000000000000", "e0000000000000001", "e0000000000000003"));
}

TEST(ContentId, JoinedPartsCannotBeMistakenForOneAnother) {
  EXPECT_NE(joined_content({"ab", "c"}), joined_content({"a", "bc"}));
  EXPECT_NE(joined_content({"a", ""}), joined_content({"", "a"}));
  EXPECT_NE(joined_content({"1:a"}), joined_content({"a", ""}));
}

}  // namespace
}  // namespace edgewise
