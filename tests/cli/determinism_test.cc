// SPDX-License-Identifier: Apache-2.0
// The same articles give the same bytes in every format, whatever the order of inputs, the threads, the language, the
// time zone and the folder the program is run in.
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/cli/program_run.h"
#include "tests/golden_file.h"
#include "tests/scratch_folder.h"

namespace edgewise::testing {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFormats[] = {"graphml", "dot", "svg"};
constexpr std::string_view kTurkish = "tr_TR.UTF-8";

// What one run wrote: the three files and the summary.
struct Written {
  std::vector<std::string> files;
  std::string summary;
};

class SameBytes : public ::testing::Test {
 protected:
  void SetUp() override {
    const fs::path articles = fs::path(EDGEWISE_SOURCE_DIR) / "examples/articles";
    for (const auto& entry : fs::recursive_directory_iterator(articles))
      if (entry.path().extension() == ".txt") names_.push_back(entry.path().filename().string());
    std::sort(names_.begin(), names_.end());
    ASSERT_GE(names_.size(), 8U);
    fs::create_directory(folder() / "news");
    for (const auto& entry : fs::recursive_directory_iterator(articles))
      if (entry.path().extension() == ".txt") fs::copy(entry.path(), folder() / "news");
    expected_ = run(in_order());
    ASSERT_NE(expected_.files[0].find("<edge "), std::string::npos) << "there is something to compare";
  }

  const fs::path& folder() const { return scratch_.path(); }

  std::string in_order() const {
    std::string words;
    for (const std::string& name : names_) words += " news/" + name;
    return words;
  }

  std::string reversed() const {
    std::string words;
    for (const std::string& name : names_) words.insert(0, fmt::format(" news/{}", name));
    return words;
  }

  // Runs the program on `inputs`, after `before` in the same shell.
  Written run(const std::string& inputs, const std::string& before = "", const std::string& settings = "") {
    std::string script = before + "\nexec edgewise run -r zh-business -r en-business " + inputs;
    const fs::path out = folder() / fmt::format("out{}", ++runs_);
    fs::create_directory(out);
    for (const std::string_view format : kFormats) script += fmt::format(" -o '{}/graph.{}'", out.string(), format);
    const ProgramRun run = run_script(script, folder(), settings);
    EXPECT_EQ(run.exit_code, 0) << run.error;
    Written written{{}, run.error + run.output};
    for (const std::string_view format : kFormats)
      written.files.push_back(read_file(out / fmt::format("graph.{}", format)));
    return written;
  }

  void expect_same(const Written& written, const std::string& how) const { expect_equal(written, expected_, how); }

  static void expect_equal(const Written& written, const Written& expected, const std::string& how) {
    for (std::size_t i = 0; i < std::size(kFormats); ++i)
      EXPECT_TRUE(written.files[i] == expected.files[i]) << how << " changes the bytes of " << kFormats[i];
  }

  ScratchFolder scratch_{"determinism"};
  std::vector<std::string> names_;
  Written expected_;
  int runs_ = 0;
};

TEST_F(SameBytes, OnEveryRun) {
  for (int round = 0; round < 3; ++round) {
    const Written again = run(in_order());
    expect_same(again, "running again");
    EXPECT_EQ(again.summary, expected_.summary);
  }
}

TEST_F(SameBytes, InAnyOrderOfInputs) {
  expect_same(run(reversed()), "the reverse order");
  std::rotate(names_.begin(), names_.begin() + 3, names_.end());
  std::swap(names_[0], names_[4]);
  expect_same(run(in_order()), "another order");
}

TEST_F(SameBytes, FromAFolderHoweverItWasFilled) {
  expect_same(run("news"), "walking the folder");
  // On most file systems the order of writing shows in the order of reading.
  fs::rename(folder() / "news", folder() / "old");
  fs::create_directory(folder() / "news");
  for (auto name = names_.rbegin(); name != names_.rend(); ++name)
    fs::copy(folder() / "old" / *name, folder() / "news" / *name);
  expect_same(run("news"), "a folder filled the other way round");
}

TEST_F(SameBytes, WithAnyNumberOfThreads) {
  for (const int threads : {1, 2, 8})
    expect_same(run(fmt::format("--threads {} {}", threads, threads == 2 ? reversed() : in_order())),
                fmt::format("--threads {}", threads));
}

TEST_F(SameBytes, InEveryLanguageOfTheMachine) {
  const std::string locales = (folder() / "locales").string();
  fs::create_directory(locales);
  const ProgramRun made =
      run_script(fmt::format("localedef --no-archive -i tr_TR -f UTF-8 '{}/{}'", locales, kTurkish), folder());
  const ProgramRun tried = run_script("locale decimal_point; awk 'BEGIN { print toupper(\"i\") }'", folder(),
                                      fmt::format("LOCPATH='{}' LC_ALL={}", locales, kTurkish));
  ASSERT_TRUE(tried.output.starts_with(",\n"))
      << "there is no Turkish locale to test with (package locales): " << made.error << tried.error;
  for (const std::string_view name : {kTurkish, std::string_view("C"), std::string_view("POSIX")})
    expect_same(run(in_order(), "", fmt::format("LOCPATH='{}' LC_ALL={} LANG={}", locales, name, name)),
                fmt::format("LC_ALL={}", name));
  expect_same(run(in_order(), "unset LC_ALL LANG"), "no locale at all");
}

TEST_F(SameBytes, InEveryTimeZone) {
  expect_same(run(in_order(), "", "TZ=Asia/Kathmandu"), "TZ=Asia/Kathmandu");
  expect_same(run(in_order(), "", "TZ=America/St_Johns"), "TZ=America/St_Johns");
}

TEST_F(SameBytes, FromAnyCurrentFolder) {
  const std::string whole = "'" + (folder() / "news").string() + "'";
  const Written here = run(whole);
  fs::create_directories(folder() / "elsewhere/deep");
  expect_equal(run(whole, "cd elsewhere/deep"), here, "another current folder");
  expect_equal(run(whole, "cd /"), here, "the root as current folder");
  expect_same(run("./news/../news"), "a path with detours");
}

TEST_F(SameBytes, UnderAnotherNameAndUser) {
  expect_same(run(in_order(), "", "USER=nobody HOME=/nonexistent HOSTNAME=other COLUMNS=40 NO_COLOR=1"),
              "the environment");
  expect_same(run(in_order(), "umask 077"), "the umask");
}

}  // namespace
}  // namespace edgewise::testing
