// SPDX-License-Identifier: Apache-2.0
// The prefiltered search and the exhaustive one give the same answer on random sentences made of the rules' own words.
#include <random>
#include <string>
#include <tuple>
#include <vector>

#include <gtest/gtest.h>

#include "rules/rule_reader.h"
#include "rules/rule_set.h"

namespace edgewise {
namespace {

constexpr const char* kPack = R"(
edgewise: 1
pack: equality
types: {Company: {}, Place: {}, Person: {}}
entities:
  - {name: 甲公司, type: Company, also: [Jia]}
  - {name: 乙公司, type: Company}
  - {name: 丙, type: Company}
  - {name: 东城, type: Place}
fragments: {rival: 对手|劲敌}
mentions:
  - {type: Person, match: '张\p{Han}', before: 说, learn: true}
  - {type: Company, stage: 2, match: '{Place}\p{Han}厂'}
references: [{type: Company, match: 该公司}]
cues:
  - {modality: negated, match: 不是|否认}
  - {modality: reported, match: 据说, where: sentence}
relations:
  rivals:
    from: Company
    to: Company
    symmetric: true
    match:
      - '{from:list}{..4}是{to}的<rival>'
      - '{from:list}互为<rival>'
      - {pattern: '{from}与{to}', unless: 合作, not_before: 合}
      - {pattern: '{to}{..6 any}(?i:VS){..3}{from}', within: 说}
  lives:
    from: [Person, Company]
    to: Place
    match:
      - '{from}{..8 sentence}在{to}'
      - {pattern: '{to}的?{from}', after: '^|,', not_after: 是}
)";

std::vector<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, Modality, std::uint32_t>> keys(
    const Extraction& found) {
  std::vector<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, Modality, std::uint32_t>> result;
  for (const Match& match : found.matches)
    result.emplace_back(match.relation, match.from, match.to, match.modality, match.pattern);
  return result;
}

TEST(Search, ThePrefilterNeverChangesTheAnswer) {
  Diagnostics warnings;
  auto source = read_rules_text("equality.yaml", kPack, warnings);
  ASSERT_TRUE(source) << render(source.error().front());
  const auto rules = RuleSet::compile(std::move(*source), warnings);
  ASSERT_TRUE(rules) << render(rules.error().front());
  const std::vector<std::string> words = {"甲公司", "乙公司", "丙",   "Jia",  "东城", "张三", "张四", "说",
                                          "在",     "是",     "的",   "对手", "劲敌", "与",   "和",   "、",
                                          ",",      "。",     "互为", "不是", "否认", "据说", "合作", "VS",
                                          "vs",     "该公司", "大厂", " ",    "X"};
  std::mt19937 random(2026);
  std::size_t matches = 0;
  for (int round = 0; round < 50000; ++round) {
    std::string text;
    for (std::size_t i = 0, n = 2 + random() % 14; i < n; ++i) text += words[random() % words.size()];
    const Document document = Document::make("random", text);
    const Extraction fast = rules->extract(document);
    const Extraction slow = rules->extract(document, Search::exhaustive);
    ASSERT_EQ(keys(fast), keys(slow)) << text;
    matches += fast.matches.size();
  }
  EXPECT_GT(matches, 1000u) << "the sentences hardly ever match, so the comparison says little";
}

}  // namespace
}  // namespace edgewise
