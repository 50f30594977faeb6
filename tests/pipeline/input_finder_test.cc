// SPDX-License-Identifier: Apache-2.0
// Which files an input stands for, and what they are called.
#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/document_reader.h"
#include "pipeline/input_diagnostic.h"
#include "tests/scratch_folder.h"

namespace edgewise {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::ScratchFolder;

std::vector<std::string> names(const InputList& list) {
  std::vector<std::string> found;
  for (const InputFile& file : list.files) found.push_back(file.name);
  return found;
}

std::vector<std::string> codes(const InputList& list) {
  std::vector<std::string> found;
  for (const Diagnostic& diagnostic : list.diagnostics) found.push_back(diagnostic.code);
  return found;
}

InputList find(const std::vector<std::string>& inputs) { return find_inputs(inputs); }

// Inputs are named relative to the current folder, as on a command line.
class InputFinder : public ::testing::Test {
 protected:
  InputFinder() : folder_("finder"), before_(fs::current_path()) { fs::current_path(folder_.path()); }
  ~InputFinder() override { fs::current_path(before_); }

  ScratchFolder folder_;
  fs::path before_;
};

TEST_F(InputFinder, TakesNamedFilesWhateverTheirEnding) {
  folder_.write("a.html", "x");
  EXPECT_THAT(names(find({"a.html"})), ElementsAre("a.html"));
}

TEST_F(InputFinder, WalksFoldersForArticlesInTheOrderOfBytes) {
  for (const char* name : {"n/b.txt", "n/B.TXT", "n/a/z.md", "n/a.txt", "n/.hidden.txt", "n/.git/c.txt", "n/d.html"})
    folder_.write(name, "x");
  const InputList list = find({"n/"});
  EXPECT_THAT(names(list), ElementsAre("n/B.TXT", "n/a.txt", "n/a/z.md", "n/b.txt"));
  EXPECT_THAT(codes(list), IsEmpty());
  EXPECT_EQ(list.refused, 0U);
}

TEST_F(InputFinder, GivesOneNameHoweverAPathIsWritten) {
  folder_.write("n/a.txt", "x");
  for (const char* path : {"n/a.txt", "./n/a.txt", "n//a.txt", "n/./a.txt", "n/../n/a.txt"})
    EXPECT_THAT(names(find({path})), ElementsAre("n/a.txt")) << path;
  EXPECT_THAT(names(find({"."})), ElementsAre("n/a.txt"));
  EXPECT_THAT(names(find({"./n/"})), ElementsAre("n/a.txt"));
}

TEST_F(InputFinder, ReadsAFileOnceWhateverWaysLeadToIt) {
  folder_.write("n/a.txt", "x");
  fs::create_symlink("n/a.txt", "longer-name.txt");
  std::vector<std::string> inputs = {"n", "n/a.txt", (folder_.path() / "n/a.txt").string(), "longer-name.txt",
                                     "-", "-"};
  std::sort(inputs.begin(), inputs.end());
  do {
    const InputList list = find(inputs);
    ASSERT_THAT(names(list), ElementsAre("-", "n/a.txt"));
    ASSERT_THAT(codes(list), ElementsAre("W520", "W520", "W520", "W520"));
  } while (std::next_permutation(inputs.begin(), inputs.end()));
}

TEST_F(InputFinder, IsNotCaughtInALoopOfLinks) {
  folder_.write("n/a.txt", "x");
  fs::create_directory_symlink("..", "n/up");
  fs::create_directory_symlink(".", "n/self");
  fs::create_symlink("ring.txt", "n/ring.txt");
  const InputList list = find({"n"});
  EXPECT_THAT(names(list), ElementsAre("n/a.txt"));
  EXPECT_THAT(codes(list), ElementsAre("E511", "W521", "W521"));
}

TEST_F(InputFinder, FollowsALinkThatIsItselfAnInput) {
  folder_.write("real/a.txt", "x");
  fs::create_directory_symlink("real", "link");
  EXPECT_THAT(names(find({"link"})), ElementsAre("link/a.txt"));
}

TEST_F(InputFinder, CountsWhatItRefuses) {
  fs::create_directory("empty");
  const InputList list = find({"missing.txt", "", "empty", "/dev/null"});
  EXPECT_THAT(names(list), IsEmpty());
  EXPECT_THAT(codes(list), ElementsAre("E510", "E510", "E515", "E512"));
  EXPECT_EQ(list.refused, 4U);
}

TEST_F(InputFinder, RefusesAFileThatWouldShareItsName) {
  folder_.write("-", "x");
  const InputList list = find({"-", "./-"});
  EXPECT_THAT(names(list), ElementsAre("-"));
  EXPECT_TRUE(list.files.front().path.empty()) << "standard input keeps its name";
  EXPECT_THAT(codes(list), ElementsAre("E516"));
}

TEST(InputName, ShowsOnlyWhatIsHarmless) {
  EXPECT_EQ(input_name("新闻/a b.txt"), "新闻/a b.txt");
  EXPECT_EQ(input_name("a\nb\x1b[0m.txt"), "a\\x0Ab\\x1B[0m.txt");
  EXPECT_EQ(input_name("\xff\xfe.txt"), "\\xFF\\xFE.txt");
  EXPECT_EQ(input_name("\xe5\x8d.txt"), "\\xE5\\x8D.txt") << "a character cut off in the middle";
  EXPECT_EQ(input_name("\xc2\x9b.txt"), "\\xC2\\x9B.txt") << "a control character above the first 128";
  EXPECT_EQ(input_name("\xef\xbf\xbd.txt"), "\xef\xbf\xbd.txt") << "a replacement character that was there before";
}

}  // namespace
}  // namespace edgewise
