// SPDX-License-Identifier: Apache-2.0
// What the compiler says about rule files whose shape is right and whose meaning is not.
#include <gtest/gtest.h>

#include "rules/rule_reader.h"
#include "rules/rule_set.h"
#include "tests/golden_file.h"

namespace edgewise {
namespace {

const std::filesystem::path kRoot = std::filesystem::path(EDGEWISE_SOURCE_DIR) / "tests/rules/compiler/golden";

std::string messages(const std::filesystem::path& pack) {
  std::string text;
  Diagnostics warnings;
  auto source = read_rules_text(pack.filename().string(), testing::read_file(pack), warnings);
  Diagnostics errors;
  if (source) {
    const auto rules = RuleSet::compile(std::move(*source), warnings);
    if (!rules) errors = rules.error();
  } else {
    errors = source.error();
  }
  for (const Diagnostic& diagnostic : errors) text += render(diagnostic);
  for (const Diagnostic& diagnostic : warnings) text += render(diagnostic);
  return text;
}

class CompilerMessages : public ::testing::TestWithParam<std::string> {};

TEST_P(CompilerMessages, AreExactlyThese) {
  testing::expect_golden(kRoot / GetParam() / "expected.txt", messages(kRoot / GetParam() / "pack.yaml"));
}

INSTANTIATE_TEST_SUITE_P(Golden, CompilerMessages, ::testing::ValuesIn(testing::case_names(kRoot)), testing::test_name);

}  // namespace
}  // namespace edgewise
