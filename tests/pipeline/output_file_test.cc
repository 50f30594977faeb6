// SPDX-License-Identifier: Apache-2.0
// Outputs appear whole or not at all.
#include "pipeline/output_file.h"

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/golden_file.h"
#include "tests/scratch_folder.h"

namespace edgewise {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using testing::read_file;
using testing::ScratchFolder;

std::vector<std::string> files_in(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

class OutputFileTest : public ::testing::Test {
 protected:
  OutputFileTest() : scratch_("output"), path_((scratch_.path() / "graph.dot").string()) {}

  // Writes `bytes` and commits; the rendered diagnostic if that fails.
  static std::string write(const std::string& path, std::string_view bytes) {
    Result<OutputFile> file = OutputFile::create(path);
    if (!file) return render(file.error().front());
    file->write(bytes);
    const std::optional<Diagnostic> problem = file->commit();
    return problem ? render(*problem) : "";
  }

  ScratchFolder scratch_;
  std::string path_;
};

TEST_F(OutputFileTest, AppearsWithItsLastByte) {
  Result<OutputFile> file = OutputFile::create(path_);
  ASSERT_TRUE(file);
  const std::string long_text(200'000, 'x');
  EXPECT_TRUE(file->write("first "));
  EXPECT_TRUE(file->write(long_text));
  EXPECT_FALSE(fs::exists(path_));
  EXPECT_FALSE(file->commit());
  EXPECT_EQ(read_file(path_), "first " + long_text);
  EXPECT_THAT(files_in(scratch_.path()), ElementsAre("graph.dot"));
}

TEST_F(OutputFileTest, LeavesTheOldFileUntilThen) {
  scratch_.write("graph.dot", "old");
  {
    Result<OutputFile> given_up = OutputFile::create(path_);
    ASSERT_TRUE(given_up);
    given_up->write(std::string(200'000, 'x'));
    EXPECT_EQ(read_file(path_), "old");
  }
  EXPECT_EQ(read_file(path_), "old");
  EXPECT_THAT(files_in(scratch_.path()), ElementsAre("graph.dot"));
  EXPECT_EQ(write(path_, "new"), "");
  EXPECT_EQ(read_file(path_), "new");
}

TEST_F(OutputFileTest, KeepsThePermissionsOfTheOldFile) {
  scratch_.write("graph.dot", "old");
  ASSERT_EQ(::chmod(path_.c_str(), 0604), 0);
  EXPECT_EQ(write(path_, "new"), "");
  struct stat status {};
  ASSERT_EQ(::stat(path_.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 07777, 0604U);
}

TEST_F(OutputFileTest, FollowsLinksAlsoToFilesThatAreNotThereYet) {
  fs::create_directory(scratch_.path() / "real");
  fs::create_symlink("second", path_);
  fs::create_symlink("real/graph.dot", scratch_.path() / "second");
  EXPECT_EQ(write(path_, "one"), "");
  EXPECT_EQ(write(path_, "two"), "");
  EXPECT_TRUE(fs::is_symlink(path_));
  EXPECT_TRUE(fs::is_symlink(scratch_.path() / "second"));
  EXPECT_EQ(read_file(scratch_.path() / "real/graph.dot"), "two");
}

TEST_F(OutputFileTest, DoesNotTakeAnothersTemporaryFile) {
  const std::string name = fmt::format(".edgewise-{}-0.tmp", ::getpid());
  scratch_.write(name, "another's");
  EXPECT_EQ(write(path_, "new"), "");
  EXPECT_EQ(read_file(scratch_.path() / name), "another's");
  EXPECT_EQ(read_file(path_), "new");
}

TEST_F(OutputFileTest, TellsWhereTheTemporaryFileIsAndWhenItIsGone) {
  std::vector<bool> told;
  Result<OutputFile> file =
      OutputFile::create(path_, [&told](const std::string& name) { told.push_back(!name.empty()); });
  ASSERT_TRUE(file);
  OutputFile moved = std::move(*file);
  EXPECT_THAT(told, ElementsAre(true));
  moved.write("x");
  EXPECT_FALSE(moved.commit());
  EXPECT_THAT(told, ElementsAre(true, false));
}

TEST_F(OutputFileTest, SaysBeforehandWhatCannotBeAnOutput) {
  const auto check = [](const std::string& path) {
    const std::optional<Diagnostic> problem = check_output(path);
    return problem ? problem->code + ' ' + problem->message : "fine";
  };
  EXPECT_EQ(check(path_), "fine");
  EXPECT_EQ(check("-"), "fine");
  EXPECT_EQ(check("/dev/null"), "fine");
  EXPECT_EQ(check(scratch_.path().string()), "E603 a folder cannot be the output");
  EXPECT_EQ(check(""), "E603 an output needs the name of a file");
  EXPECT_EQ(check(path_ + "/"), "E603 an output needs the name of a file");
  EXPECT_EQ(check("/no/such/folder/graph.dot"), "E601 there is no folder '/no/such/folder'");
  EXPECT_EQ(check(scratch_.write("file", "") + "/graph.dot"),
            fmt::format("E601 there is no folder '{}/file'", scratch_.path().string()));
  EXPECT_EQ(check((scratch_.path() / std::string(300, 'n')).string()), "E602 may not be written: File name too long");
  fs::create_symlink("ring", scratch_.path() / "ring");
  EXPECT_EQ(check((scratch_.path() / "ring").string()), "E602 may not be written: Too many levels of symbolic links");
  EXPECT_THAT(files_in(scratch_.path()), ElementsAre("file", "ring")) << "nothing is created by checking";
}

TEST_F(OutputFileTest, ReportsAFullDisk) {
  EXPECT_EQ(write("/dev/full", "x"),
            "/dev/full: error[E604]: cannot be written: No space left on device\n"
            "  help: free some space or choose another disk\n");
}

TEST_F(OutputFileTest, StopsAtTheFirstFailure) {
  Result<OutputFile> file = OutputFile::create("/dev/full");
  ASSERT_TRUE(file);
  EXPECT_FALSE(file->write(std::string(100'000, 'x')));
  EXPECT_TRUE(file->failed());
  EXPECT_FALSE(file->write("y"));
  EXPECT_TRUE(file->commit());
}

TEST_F(OutputFileTest, ReportsAReaderThatWentAway) {
  std::signal(SIGPIPE, SIG_IGN);
  const std::string pipe = (scratch_.path() / "pipe").string();
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  const int reader = ::open(pipe.c_str(), O_RDONLY | O_NONBLOCK);
  ASSERT_GE(reader, 0);
  Result<OutputFile> file = OutputFile::create(pipe);
  ASSERT_TRUE(file);
  ::close(reader);
  file->write("x");
  const std::optional<Diagnostic> problem = file->commit();
  ASSERT_TRUE(problem);
  EXPECT_EQ(render(*problem), fmt::format("{}: error[E605]: the reader went away before everything was written\n"
                                          "  help: write to a file if only a part is to be looked at\n",
                                          pipe));
  EXPECT_TRUE(fs::is_fifo(pipe)) << "a pipe is written into, not replaced";
}

}  // namespace
}  // namespace edgewise
