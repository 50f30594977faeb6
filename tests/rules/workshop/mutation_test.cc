// SPDX-License-Identifier: Apache-2.0
// Changes that examples notice, and those that they do not.
#include "rules/mutation_test.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rules/rule_reader.h"

namespace edgewise {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

RuleSet compile(const std::string& yaml) {
  Diagnostics warnings;
  Result<RuleSource> source = read_rules_text("p.yaml", yaml, warnings);
  EXPECT_TRUE(source) << (source ? "" : render(source.error().front()));
  Result<RuleSet> rules = RuleSet::compile(*std::move(source), warnings);
  EXPECT_TRUE(rules) << (rules ? "" : render(rules.error().front()));
  return *std::move(rules);
}

std::vector<std::string> unnoticed(const MutationReport& report) {
  std::vector<std::string> shown;
  for (const Diagnostic& diagnostic : report.unnoticed)
    shown.push_back(std::to_string(diagnostic.where.line) + ":" + std::to_string(diagnostic.where.column) + " " +
                    diagnostic.message);
  return shown;
}

// Everything in it is needed by some example.
const std::string kTight = R"(edgewise: 1
language: zh
types:
  Company: {}
entities:
  - {name: 甲公司, type: Company}
  - {name: 乙公司, type: Company}
mentions:
  - {type: Company, match: '[东西]\p{Han}公司', not_before: 法}
references:
  - {type: Company, match: 该公司}
cues:
  - {modality: planned, match: 将, where: clause}
fragments:
  buy: 买|收{..2}购
relations:
  buys:
    from: Company
    to: Company
    match: {pattern: '{from}(?:已经)?<buy>{to:list}', unless: 没有}
    examples:
      - {text: 甲公司已经买乙公司、东海公司。, yields: [甲公司 -> 乙公司 (asserted), 甲公司 -> 东海公司]}
      - {text: 甲公司收又购乙公司。, yields: [甲公司 -> 乙公司]}
      - {text: 没有听说甲公司买乙公司。, yields: []}
      - {text: 甲公司来了。该公司将买乙公司。, yields: []}
      - {text: 甲公司来了。该公司买乙公司。, yields: [甲公司 -> 乙公司]}
      - {text: 将来甲公司买乙公司。, yields: [甲公司 -> 乙公司 (planned)]}
      - {text: 甲公司买东海公司法。, yields: []}
)";

TEST(MutationTest, EveryChangeOfATightPackIsNoticed) {
  const MutationReport report = mutate_rules(compile(kTight), true);
  EXPECT_THAT(unnoticed(report), IsEmpty());
  EXPECT_EQ(report.tried, 10U)
      << "pattern, unless, two alternatives, optional part, list, mention, its guard, reference, cue";
  EXPECT_EQ(report.noticed, report.tried);
}

TEST(MutationTest, EachPlantedWeaknessIsReportedAtItsPlace) {
  std::string weak = kTight;
  const auto replace = [&weak](const std::string& old, const std::string& with) {
    const std::size_t at = weak.find(old);
    ASSERT_NE(at, std::string::npos) << old;
    weak.replace(at, old.size(), with);
  };
  replace("买|收{..2}购", "买|收{..2}购|吞下{..2}");
  replace("unless: 没有}", "unless: [没有, 并未]}");
  replace("not_before: 法}", "not_before: [法, 会]}");
  replace("match: 将,", "match: 将, where: clause}\n  - {modality: past, match: 曾,");
  EXPECT_THAT(unnoticed(mutate_rules(compile(weak), true)),
              ElementsAre("9:61 no example notices when this 'not_before' is dropped",
                          "14:29 no example notices when this cue is dropped",
                          "16:18 no example notices when this alternative is dropped",
                          "21:66 no example notices when this 'unless' is dropped"));
}

TEST(MutationTest, WordsAreLeftOutUnlessAskedFor) {
  EXPECT_EQ(mutate_rules(compile(kTight), true).tried - mutate_rules(compile(kTight), false).tried, 1U) << "买";
}

TEST(MutationTest, TheWorkCanBeEndedEarly) {
  const MutationReport report = mutate_rules(compile(kTight), true, [](std::size_t done, std::size_t total) {
    EXPECT_EQ(total, 10U);
    return done < 3;
  });
  EXPECT_EQ(report.tried, 3U);
}

}  // namespace
}  // namespace edgewise
