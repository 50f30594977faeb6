// SPDX-License-Identifier: Apache-2.0
// Every kind of diagnostic about rules is shown by a golden file: the whole message, compared by the tests of its
// folder.
#include <array>
#include <filesystem>
#include <regex>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "tests/golden_file.h"
#include "text/diagnostic.h"

namespace edgewise {
namespace {

namespace fs = std::filesystem;

// Folders whose every expectation is a golden file.
constexpr std::array kGolden = {"tests/rules/reader/golden", "tests/rules/reader/generated",
                                "tests/rules/compiler/golden", "tests/cli/golden"};

std::set<std::string> codes_in_golden_files() {
  std::set<std::string> codes;
  const std::regex kLabel(R"((?:error|warning)\[([EW]\d{3})\])");
  for (const char* folder : kGolden) {
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(EDGEWISE_SOURCE_DIR) / folder)) {
      const std::string name = entry.path().filename().string();
      if (!entry.is_regular_file() || (name != "expected.txt" && name != "stdout" && name != "stderr")) continue;
      const std::string text = testing::read_file(entry.path());
      for (auto found = std::sregex_iterator(text.begin(), text.end(), kLabel); found != std::sregex_iterator();
           ++found)
        codes.insert((*found)[1]);
    }
  }
  return codes;
}

TEST(EveryDiagnosticOfRules, IsShownByAGoldenFile) {
  const std::set<std::string> shown = codes_in_golden_files();
  std::size_t kinds = 0;
  for (const DiagnosticKind& kind : diagnostic_kinds()) {
    if (kind.code[1] > '4') continue;  // of articles, outputs and evaluation
    // E141 guards against mistakes of the formatter itself, and no file is known that meets one.
    EXPECT_NE(shown.count(std::string(kind.code)), kind.code == "E141" ? 1U : 0U) << kind.code << ", " << kind.title;
    ++kinds;
  }
  EXPECT_GE(kinds, 40U);
}

TEST(EveryDiagnostic, HasARowInTheTable) {
  std::set<std::string, std::less<>> known;
  for (const DiagnosticKind& kind : diagnostic_kinds()) known.emplace(kind.code);
  for (const std::string& code : codes_in_golden_files()) EXPECT_EQ(known.count(code), 1U) << code;
}

}  // namespace
}  // namespace edgewise
