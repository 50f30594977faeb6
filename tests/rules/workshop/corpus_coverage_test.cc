// SPDX-License-Identifier: Apache-2.0
// What is said about a corpus, and that looking at the clock changes nothing.
#include "rules/corpus_coverage.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rules/rule_reader.h"

namespace edgewise {
namespace {

using ::testing::ElementsAre;

RuleSet compile() {
  Diagnostics warnings;
  Result<RuleSource> source = read_rules_text("p.yaml", R"(edgewise: 1
types:
  Company: {}
entities:
  - {name: 甲公司, type: Company, also: [甲]}
  - {name: 乙公司, type: Company}
  - {name: 丙公司, type: Company}
relations:
  buys:
    from: Company
    to: Company
    match: ['{from}收购{to}', '{from}买下{to}', '{from}全资收购{to}', '{from}{..2}并购{to}']
)",
                                              warnings);
  EXPECT_TRUE(source);
  Result<RuleSet> rules = RuleSet::compile(*std::move(source), warnings);
  EXPECT_TRUE(rules);
  return *std::move(rules);
}

TEST(CorpusCoverage, APlantedGapIsRankedFirst) {
  const RuleSet rules = compile();
  CorpusCoverage coverage(rules);
  coverage.add(Document::make("a", "甲公司收购乙公司。大家都说很久以前甲公司和乙公司的人在一起谈过很多次收购的事情。"));
  coverage.add(Document::make("b", "甲公司昨天收购了乙公司。甲公司和乙公司开会。"));
  const CorpusReport report = coverage.report();
  ASSERT_EQ(report.near_misses.size(), 2U);
  EXPECT_EQ(report.near_misses[0].sentence, "甲公司昨天收购了乙公司。");
  EXPECT_THAT(report.near_misses[0].rules, ElementsAre("buys#1"));
  EXPECT_EQ(report.near_misses[0].triggers[0].told, 1U);
  EXPECT_EQ(report.near_misses[0].triggers[0].missed, 2U);
  EXPECT_EQ(report.statements, 1U);
  ASSERT_EQ(report.names.size(), 1U);
  EXPECT_EQ(report.names[0].listed, 3U);
  EXPECT_THAT(report.names[0].unseen, ElementsAre("丙公司"));
}

TEST(CorpusCoverage, ALineWithoutEndIsNotKeptForEachOfItsSentences) {
  const RuleSet rules = compile();
  std::string line, endless = "甲公司昨天收购了乙公司";
  for (int i = 0; i < 2000; ++i) line += "甲公司昨天收购了乙公司第" + std::to_string(i) + "次。";
  for (int i = 0; i < 2000; ++i) endless += "的东西";
  CorpusCoverage coverage(rules);
  coverage.add(Document::make("line", line + endless));
  const CorpusReport report = coverage.report();
  ASSERT_EQ(report.near_misses.size(), 2001U);
  for (const NearMiss& miss : report.near_misses) {
    EXPECT_TRUE(miss.where.source_line.empty());
    EXPECT_LE(miss.sentence.size() + miss.excerpt.size(), 500U);
  }
  EXPECT_EQ(report.near_misses.front().excerpt, report.near_misses.front().sentence);
}

TEST(CorpusCoverage, NamesThatRulesKnowAreNotOffered) {
  const RuleSet rules = compile();
  CorpusCoverage coverage(rules);
  for (const char* id : {"a", "b"})
    coverage.add(Document::make(id, "王大明表示，甲公司与北方重工集团签约。Orrin Labs也来了，王大明说。"));
  std::vector<std::string> shown;
  for (const UnknownName& name : coverage.report().unknown_names)
    shown.push_back(name.text + " " + std::to_string(name.count) + "/" + std::to_string(name.documents));
  EXPECT_THAT(shown, ElementsAre("王大明 4/2", "Orrin Labs 2/2", "北方重工集团 2/2"));
}

TEST(CorpusCoverage, AProfileCountsWhatTheEngineFinds) {
  const RuleSet rules = compile();
  const Document document = Document::make("a",
                                           "甲公司收购乙公司。乙公司买下丙公司。甲公司全资收购乙公司。"
                                           "甲公司在东边的海岸上并购乙公司。");
  RuleProfile profile;
  const Extraction profiled = extract_profiled(rules, document, profile);
  const Extraction plain = rules.extract(document);
  ASSERT_EQ(profiled.matches.size(), plain.matches.size());
  for (std::size_t i = 0; i < plain.matches.size(); ++i) {
    EXPECT_EQ(profiled.matches[i].pattern, plain.matches[i].pattern);
    EXPECT_EQ(profiled.matches[i].span, plain.matches[i].span);
  }
  ASSERT_EQ(profile.patterns.size(), 4U);
  EXPECT_EQ(profile.patterns[0].matches, 1U);
  EXPECT_EQ(profile.patterns[0].statements, 1U);
  EXPECT_EQ(profile.patterns[1].candidates, 1U);
  EXPECT_EQ(profile.patterns[2].statements, 1U);
  EXPECT_EQ(profile.patterns[3].candidates, 1U) << "its word is there";
  EXPECT_EQ(profile.patterns[3].matches, 0U) << "but the gap is too long";
  EXPECT_EQ(profile.sentences, 4U);
}

}  // namespace
}  // namespace edgewise
