// SPDX-License-Identifier: Apache-2.0
// What the compiler says about rule files whose shape is right and whose meaning is not.
#include <filesystem>
#include <vector>

#include <gtest/gtest.h>

#include "rules/rule_examples.h"
#include "rules/rule_reader.h"
#include "rules/rule_review.h"
#include "rules/rule_set.h"
#include "tests/golden_file.h"
#include "tests/working_folder.h"

namespace edgewise {
namespace {

const std::filesystem::path kRoot = std::filesystem::path(EDGEWISE_SOURCE_DIR) / "tests/rules/compiler/golden";

Diagnostics found_in_pack() {
  Diagnostics all, warnings;
  const std::vector<std::filesystem::path> packs = {"pack.yaml"};
  auto source = read_rules(packs, warnings);
  if (!source) {
    all = source.error();
  } else if (const auto rules = RuleSet::compile(std::move(*source), warnings)) {
    review_rules(*rules, warnings);
    const ExampleReport report = run_examples(*rules);
    all = report.failures;
    all.insert(all.end(), report.surprises.begin(), report.surprises.end());
  } else {
    all = rules.error();
  }
  all.insert(all.end(), warnings.begin(), warnings.end());
  return all;
}

class CompilerMessages : public ::testing::TestWithParam<std::string> {};

TEST_P(CompilerMessages, AreExactlyThese) {
  const testing::WorkingFolder folder(kRoot / GetParam());
  std::string text;
  for (const Diagnostic& diagnostic : found_in_pack()) text += render(diagnostic);
  testing::expect_golden(kRoot / GetParam() / "expected.txt", text);
}

INSTANTIATE_TEST_SUITE_P(Golden, CompilerMessages, ::testing::ValuesIn(testing::case_names(kRoot)), testing::test_name);

}  // namespace
}  // namespace edgewise
