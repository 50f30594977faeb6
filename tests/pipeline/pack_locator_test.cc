// SPDX-License-Identifier: Apache-2.0
// Finding packs.
#include "pipeline/pack_locator.h"

#include <filesystem>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/scratch_folder.h"

namespace edgewise {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using testing::ScratchFolder;

class PackLocator : public ::testing::Test {
 protected:
  PackLocator() : scratch_("packs"), before_(fs::current_path()) {
    fs::current_path(scratch_.path());
    for (const char* file : {"one/zh-news/pack.yaml", "one/en-news/pack.yaml", "two/zh-news/pack.yaml",
                             "two/no-pack/other.yaml", "here/pack.yaml", "zh-news/pack.yaml", "plain.yaml"})
      scratch_.write(file, "edgewise: 1\n");
  }
  ~PackLocator() override { fs::current_path(before_); }

  // The file found, or the rendered diagnostic.
  static std::string locate(std::string_view pack) {
    const std::vector<fs::path> folders = {"one", "two", "nowhere"};
    const Result<fs::path> found = locate_pack(pack, folders);
    return found ? found->string() : render(found.error().front());
  }

  ScratchFolder scratch_;
  fs::path before_;
};

TEST_F(PackLocator, TakesANameFromTheFirstFolderThatHasIt) {
  EXPECT_EQ(locate("zh-news"), "one/zh-news/pack.yaml");
  EXPECT_EQ(locate("en-news"), "one/en-news/pack.yaml");
}

TEST_F(PackLocator, TakesAFolderHereOnlyIfNoPackHasTheName) { EXPECT_EQ(locate("here"), "here/pack.yaml"); }

TEST_F(PackLocator, TakesWhatLooksLikeAPathForOne) {
  EXPECT_EQ(locate("plain.yaml"), "plain.yaml");
  EXPECT_EQ(locate("./zh-news"), "./zh-news/pack.yaml");
  EXPECT_EQ(locate("two/zh-news/pack.yaml"), "two/zh-news/pack.yaml");
  EXPECT_EQ(locate("two/zh-news/"), "two/zh-news/pack.yaml");
}

TEST_F(PackLocator, SaysWhereItLookedAndWhatThereIs) {
  EXPECT_EQ(locate("zh-new"),
            "error[E520]: no pack is called 'zh-new'\n"
            "  help: did you mean 'zh-news'? packs: en-news, zh-news; searched: one, two, nowhere, the current "
            "directory\n");
  EXPECT_EQ(locate("no-pack"),
            "error[E520]: no pack is called 'no-pack'\n"
            "  help: packs: en-news, zh-news; searched: one, two, nowhere, the current directory\n");
  EXPECT_EQ(locate(""),
            "error[E520]: the name of the pack is empty\n"
            "  help: packs: en-news, zh-news; searched: one, two, nowhere, the current directory\n");
  EXPECT_EQ(locate("missing.yml"),
            "error[E520]: no such rule file: 'missing.yml'\n"
            "  help: a pack is a rule file, a folder with a pack.yaml, or the name of a shipped pack\n");
  EXPECT_EQ(locate("two/no-pack"),
            "error[E520]: no pack in the folder 'two/no-pack'\n"
            "  help: a pack is a folder that holds a file pack.yaml\n");
  EXPECT_EQ(locate("\xff\n"),
            "error[E520]: no pack is called '\\xFF\\x0A'\n"
            "  help: packs: en-news, zh-news; searched: one, two, nowhere, the current directory\n");
}

TEST_F(PackLocator, DoesNotLeaveTheFoldersByAName) { EXPECT_EQ(locate("..").substr(0, 12), "error[E520]:"); }

TEST(PackFolders, SearchesWhatTheUserNamesFirst) {
  const std::vector<fs::path> folders = pack_folders("/mine::/yours:/mine");
  ASSERT_GE(folders.size(), 4U);
  EXPECT_EQ(folders[0], "/mine");
  EXPECT_EQ(folders[1], "/yours");
  EXPECT_EQ(folders[2], fs::path(EDGEWISE_SOURCE_DIR) / "rules/packs");
  for (std::size_t i = 3; i < folders.size(); ++i)
    EXPECT_TRUE(folders[i].string().ends_with("share/edgewise/packs")) << folders[i];
}

TEST(PackFolders, FindTheShippedPacks) {
  const std::vector<fs::path> folders = pack_folders("");
  EXPECT_THAT(pack_names(folders), ::testing::IsSupersetOf({"zh-business", "en-business"}));
}

}  // namespace
}  // namespace edgewise
