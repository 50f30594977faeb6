// SPDX-License-Identifier: Apache-2.0
// Runs every folder of tests/cli/golden: its `cmd`, in a copy of the folder, must give its `stdout`, `stderr` and
// `exit`.
#include <filesystem>
#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/cli/program_run.h"
#include "tests/golden_file.h"
#include "tests/scratch_folder.h"

namespace edgewise::testing {
namespace {

namespace fs = std::filesystem;

const fs::path kCases = fs::path(EDGEWISE_SOURCE_DIR) / "tests/cli/golden";
// The exit code by which a cmd says that this machine cannot show the case, with the reason on standard error.
constexpr int kCannotBeShownHere = 77;

std::vector<fs::path> temporary_files_in(const fs::path& folder) {
  std::vector<fs::path> found;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.path().filename().string().starts_with(".edgewise-")) found.push_back(entry.path());
  return found;
}

class GoldenCommand : public ::testing::TestWithParam<std::string> {};

TEST_P(GoldenCommand, GivesWhatItsFolderSays) {
  const fs::path wanted = kCases / GetParam();
  const ScratchFolder scratch(GetParam());
  fs::copy(wanted, scratch.path(), fs::copy_options::recursive | fs::copy_options::copy_symlinks);
  for (const char* expectation : {"stdout", "stderr", "exit"}) fs::remove(scratch.path() / expectation);

  const ProgramRun run = run_script(read_file(wanted / "cmd"), scratch.path());
  if (run.exit_code == kCannotBeShownHere) GTEST_SKIP() << run.error;
  expect_golden(wanted / "stdout", without_local_paths(run.output, scratch.path()));
  expect_golden(wanted / "stderr", without_local_paths(run.error, scratch.path()));
  expect_golden(wanted / "exit", fmt::format("{}\n", run.exit_code));
  EXPECT_EQ(GetParam().starts_with("fail-"), run.exit_code != 0) << "a case is called fail-… if and only if it fails";
  EXPECT_TRUE(temporary_files_in(scratch.path()).empty()) << "temporary files are left behind";
}

INSTANTIATE_TEST_SUITE_P(Cli, GoldenCommand, ::testing::ValuesIn(case_names(kCases)), test_name);

}  // namespace
}  // namespace edgewise::testing
