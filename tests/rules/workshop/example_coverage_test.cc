// SPDX-License-Identifier: Apache-2.0
// Coverage of examples, held against what happens when the parts are really taken away.
#include "rules/example_coverage.h"

#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rules/coverage_report.h"
#include "rules/rule_compiler.h"
#include "rules/rule_examples.h"
#include "rules/rule_reader.h"

namespace edgewise {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

RuleSource read(const std::string& yaml) {
  Diagnostics warnings;
  Result<RuleSource> source = read_rules_text("p.yaml", yaml, warnings);
  EXPECT_TRUE(source) << (source ? "" : render(source.error().front()));
  return source ? *std::move(source) : RuleSource();
}

std::vector<std::string> missing_of(const std::string& yaml, bool words = false) {
  Diagnostics warnings;
  const Result<RuleSet> rules = RuleSet::compile(read(yaml), warnings);
  EXPECT_TRUE(rules) << (rules ? "" : render(rules.error().front()));
  std::vector<std::string> shown;
  const CoverageReport report = report_coverage(*rules);
  for (const Diagnostic& diagnostic : words ? report.missing_words : report.missing)
    shown.push_back(std::to_string(diagnostic.where.line) + ":" + std::to_string(diagnostic.where.column) + " " +
                    diagnostic.message);
  return shown;
}

const std::string kHead = R"(edgewise: 1
types:
  Company: {}
entities:
  - {name: 甲公司, type: Company}
  - {name: 乙公司, type: Company}
  - {name: 丙公司, type: Company}
relations:
  buys:
    from: Company
    to: Company
)";

TEST(ExampleCoverage, AWholePatternWithoutAnExampleHidesItsParts) {
  EXPECT_THAT(
      missing_of(kHead + R"(    match: ['{from}买{to}', {pattern: '{from:list}(?:x{..2}|y)购{to}', unless: 没有}]
    examples:
      - {text: 甲公司买乙公司。, yields: [甲公司 -> 乙公司]}
)"),
      ElementsAre("12:39 no example of its relation matches pattern 'buys#2'"));
}

TEST(ExampleCoverage, AlternativesOptionalPartsAndListsAreToldApart) {
  const std::string pack = kHead + R"(    match: '{from:list}(?:已经{..2})?(?:买|购){to:list}'
    examples:
      - {text: 甲公司和乙公司买丙公司。, yields: [甲公司 -> 丙公司, 乙公司 -> 丙公司]}
)";
  EXPECT_THAT(missing_of(pack),
              ElementsAre("12:24 no example takes this optional part", "12:43 no example takes this list"));
  EXPECT_THAT(missing_of(pack, true), ElementsAre("12:41 no example takes this word"));
}

TEST(ExampleCoverage, AGuardIsExercisedByAnExampleThatItDecides) {
  const std::string pack =
      kHead + R"(    match: {pattern: '{from}买{to}', unless: [没有, 不], not_before: 吗, before: [。, 了]}
    examples:
      - {text: 甲公司买乙公司。, yields: [甲公司 -> 乙公司]}
      - {text: 没有听说甲公司买乙公司。, yields: []}
)";
  EXPECT_THAT(missing_of(pack), ElementsAre("12:50 no example of its relation needs this 'unless'",
                                            "12:66 no example of its relation needs this 'not_before'",
                                            "12:81 no example of its relation needs this 'before'"));
}

TEST(ExampleCoverage, ATodoExercisesNothing) {
  EXPECT_THAT(missing_of(kHead + R"(    match: '{from}买{to}'
    examples:
      - {text: 甲公司买乙公司。, yields: [甲公司 -> 乙公司], todo: later}
)"),
              ElementsAre("12:13 no example of its relation matches pattern 'buys#1'"));
}

// Positive examples must come out the same from patterns that have lost what no example takes.
class ShippedPack : public ::testing::TestWithParam<const char*> {};

TEST_P(ShippedPack, PassesWithoutThePartsThatNoExampleTakes) {
  const std::vector<std::filesystem::path> packs = {std::filesystem::path(EDGEWISE_SOURCE_DIR) / "rules/packs" /
                                                    GetParam()};
  Diagnostics diagnostics;
  Result<RuleSource> source = read_rules(packs, diagnostics);
  ASSERT_TRUE(source);
  RuleSet::Compiled rules;
  rules.source = *std::move(source);
  compile_rules(rules, diagnostics, diagnostics);
  const std::vector<ExampleCase> cases = example_cases(rules);
  const ExampleCoverage coverage = cover_examples(rules, cases);
  EXPECT_EQ(coverage.unmeasured, 0U);

  std::vector<std::vector<PatternPart>> dropped(coverage.patterns.size());
  std::size_t count = 0;
  for (const RulePart& part : coverage.parts) {
    for (const RulePart::Use& use : part.uses) {
      std::vector<PatternPart>& others = dropped[use.pattern];
      const bool apart = std::none_of(others.begin(), others.end(), [&](const PatternPart& other) {
        return use.part.drop_begin <= other.drop_end && other.drop_begin <= use.part.drop_end;
      });
      if (!use.exercised && apart) others.push_back(use.part), ++count;
    }
  }
  ASSERT_GT(count, 50U);
  const auto complaints = [&](const ExampleCase& example) {
    return example_complaints(rules.relations, std::string(example.id), *example.decl, example.document,
                              extract_with(rules, example.document, Search::prefiltered));
  };
  std::vector<std::vector<std::string>> before;
  before.reserve(cases.size());
  for (const ExampleCase& example : cases) before.push_back(complaints(example));
  for (std::uint32_t pattern = 0; pattern < dropped.size(); ++pattern) {
    const RelationRule& rule = rules.rules[pattern];
    if (!dropped[pattern].empty())
      rules.patterns.replace(pattern, without_parts(coverage.patterns[pattern], dropped[pattern]), *rule.decl,
                             {rule.file->language, PatternUse::relation}, rules.scope(*rule.file, rule.declared),
                             *rules.codes, rules.ends[rule.declared]);
  }
  for (std::size_t i = 0; i < cases.size(); ++i)
    if (cases[i].is_positive()) {
      EXPECT_EQ(complaints(cases[i]), before[i]) << cases[i].decl->text.text;
    }
  rules.patterns.restore();
  for (std::size_t i = 0; i < cases.size(); ++i) EXPECT_EQ(complaints(cases[i]), before[i]) << "after restore()";
}

INSTANTIATE_TEST_SUITE_P(Packs, ShippedPack, ::testing::Values("zh-business", "en-business"),
                         [](const auto& pack) { return std::string(pack.param).substr(0, 2); });

}  // namespace
}  // namespace edgewise
