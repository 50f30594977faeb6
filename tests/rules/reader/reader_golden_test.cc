// SPDX-License-Identifier: Apache-2.0
// What the reader says about rule files of the wrong shape: whole messages, compared with files that people have read.
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "rules/rule_reader.h"
#include "tests/golden_file.h"

namespace edgewise {
namespace {

namespace fs = std::filesystem;

const fs::path kRoot = fs::path(EDGEWISE_SOURCE_DIR) / "tests/rules/reader/golden";

// Paths in messages are as given, so each case is read from within its folder.
class WorkingFolder {
 public:
  explicit WorkingFolder(const fs::path& folder) : before_(fs::current_path()) { fs::current_path(folder); }
  ~WorkingFolder() { fs::current_path(before_); }
  WorkingFolder(const WorkingFolder&) = delete;
  WorkingFolder& operator=(const WorkingFolder&) = delete;

 private:
  fs::path before_;
};

Diagnostics complaints_of(const std::string& name) {
  const WorkingFolder folder(kRoot / name);
  const std::vector<fs::path> packs = {"pack.yaml"};
  Diagnostics all, warnings;
  if (const auto source = read_rules(packs, warnings); !source) all = source.error();
  all.insert(all.end(), warnings.begin(), warnings.end());
  return all;
}

class ReaderMessages : public ::testing::TestWithParam<std::string> {};

TEST_P(ReaderMessages, AreExactlyThese) {
  std::string text;
  for (const Diagnostic& diagnostic : complaints_of(GetParam())) text += render(diagnostic);
  testing::expect_golden(kRoot / GetParam() / "expected.txt", text);
}

INSTANTIATE_TEST_SUITE_P(Golden, ReaderMessages, ::testing::ValuesIn(testing::case_names(kRoot)), testing::test_name);

TEST(ReaderCodes, HaveACaseEach) {
  std::set<std::string> shown;
  for (const std::string& name : testing::case_names(kRoot))
    for (const Diagnostic& diagnostic : complaints_of(name)) shown.insert(diagnostic.code);
  // Those that need generated files, and those of names that only the compiler sees together.
  const std::set<std::string> elsewhere = {"E111", "E119", "E121", "E122", "E124",
                                           "E125", "E141", "W102", "E301", "E310", "W301"};
  for (const DiagnosticKind& kind : diagnostic_kinds()) {
    const std::string code(kind.code);
    if (code[1] != '1' && code[1] != '3') continue;
    EXPECT_NE(shown.count(code), elsewhere.count(code)) << code;
  }
}

}  // namespace
}  // namespace edgewise
