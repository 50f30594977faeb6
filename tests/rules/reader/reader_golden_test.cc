// SPDX-License-Identifier: Apache-2.0
// What the reader says about rule files of the wrong shape: whole messages, compared with files that people have read.
#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "rules/rule_reader.h"
#include "tests/golden_file.h"
#include "tests/working_folder.h"

namespace edgewise {
namespace {

namespace fs = std::filesystem;

const fs::path kRoot = fs::path(EDGEWISE_SOURCE_DIR) / "tests/rules/reader/golden";

Diagnostics complaints_of(const std::string& name) {
  const testing::WorkingFolder folder(kRoot / name);
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

}  // namespace
}  // namespace edgewise
