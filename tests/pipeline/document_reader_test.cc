// SPDX-License-Identifier: Apache-2.0
// Reading single files.
#include "pipeline/document_reader.h"

#include <filesystem>
#include <string>

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/scratch_folder.h"

namespace edgewise {
namespace {

using testing::ScratchFolder;

// The bytes, or the rendered diagnostics.
std::string read(const std::string& path) {
  const Result<std::string> bytes = read_input({"in.txt", path, 0});
  if (bytes) return *bytes;
  std::string text;
  for (const Diagnostic& diagnostic : bytes.error()) text += render(diagnostic);
  return text;
}

TEST(DocumentReader, GivesTheBytesAsTheyAre) {
  const ScratchFolder folder("reader");
  const std::string bytes(
      "\xef\xbb\xbf"
      "a\0\xff\r\n",
      8);
  EXPECT_EQ(read(folder.write("a.txt", bytes)), bytes);
  EXPECT_EQ(read(folder.write("empty.txt", "")), "");
  const std::string long_bytes(3'000'017, 'x');
  EXPECT_EQ(read(folder.write("long.txt", long_bytes)), long_bytes);
}

TEST(DocumentReader, ReadsWhatWasAddedSinceTheFileWasFound) {
  const ScratchFolder folder("grown");
  const std::string path = folder.write("a.txt", std::string(2'000'000, 'y'));
  EXPECT_EQ(read_input({"a.txt", path, 3})->size(), 2'000'000U);
}

TEST(DocumentReader, SaysWhyItCannotRead) {
  const ScratchFolder folder("refused");
  EXPECT_EQ(read((folder.path() / "none.txt").string()),
            "in.txt: error[E510]: no such file or folder\n"
            "  help: check the path; the other inputs are read\n");
  EXPECT_EQ(read(folder.path().string()),
            "in.txt: error[E511]: cannot be read: Is a directory\n"
            "  help: the other inputs are read\n");
  const std::string pipe = (folder.path() / "pipe.txt").string();
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  EXPECT_EQ(read(pipe),
            "in.txt: error[E512]: neither a file nor a folder\n"
            "  help: pipes and devices are not opened by name; send the text to standard input and write '-'\n");
  EXPECT_EQ(read("/dev/zero"), read(pipe)) << "an endless device is refused, not read";
  EXPECT_EQ(read(folder.write("p.txt", "%PDF-1.7")),
            "in.txt: error[E514]: a PDF document, not UTF-8 text\n"
            "  help: extract its text into a .txt file first\n");
}

TEST(DocumentReader, RefusesFourGigabytesBeforeReadingThem) {
  const ScratchFolder folder("huge");
  const std::string path = folder.write("huge.txt", "");
  if (::truncate(path.c_str(), off_t{1} << 32) != 0) GTEST_SKIP() << "no sparse files here";
  EXPECT_EQ(read(path),
            "in.txt: error[E513]: a file of 4 GiB or more\n"
            "  help: split it into smaller files\n");
}

}  // namespace
}  // namespace edgewise
