// SPDX-License-Identifier: Apache-2.0
// Every kind of diagnostic is shown by a golden file somewhere: the whole message, compared by the tests of its folder.
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

TEST(EveryDiagnostic, IsShownByAGoldenFile) {
  const std::set<std::string> shown = codes_in_golden_files();
  // Still only looked at piece by piece, by the tests of evaluation and of layouts; nothing may join them. E141 guards
  // against mistakes of the formatter itself, and no file is known that meets one.
  const std::set<std::string> lacking = {"E141", "E704", "E705", "E707", "E708", "E709", "W611"};
  for (const DiagnosticKind& kind : diagnostic_kinds())
    EXPECT_NE(shown.count(std::string(kind.code)), lacking.count(std::string(kind.code)))
        << kind.code << ", " << kind.title;
}

TEST(EveryDiagnostic, HasARowInTheTable) {
  std::set<std::string, std::less<>> known;
  for (const DiagnosticKind& kind : diagnostic_kinds()) known.emplace(kind.code);
  for (const std::string& code : codes_in_golden_files()) EXPECT_EQ(known.count(code), 1U) << code;
}

}  // namespace
}  // namespace edgewise
