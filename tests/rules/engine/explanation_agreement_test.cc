// SPDX-License-Identifier: Apache-2.0
// What is said about random sentences agrees with the engine, and with every way in which a pattern can match.
#include <cstdlib>
#include <optional>
#include <random>
#include <string>
#include <tuple>
#include <vector>

#include <gtest/gtest.h>

#include "rules/expectation.h"
#include "rules/explanation.h"
#include "rules/mention_finder.h"
#include "rules/pattern_probe.h"
#include "rules/rule_reader.h"
#include "tests/rules/engine/every_way_of_matching.h"

namespace edgewise {
namespace {

constexpr const char* kPack = R"(
edgewise: 1
pack: agreement
types: {Company: {}, Place: {}, Person: {}}
entities:
  - {name: 甲公司, type: Company, also: [Jia]}
  - {name: 乙公司, type: Company}
  - {name: 丙, type: Company}
  - {name: 东城, type: Place}
fragments: {rival: 对手|劲敌, whom: '(?:与|和){to}'}
mentions:
  - {type: Person, match: '张\p{Han}', before: 说, learn: true}
  - {type: Company, stage: 2, match: '{Place}\p{Han}厂'}
references: [{type: Company, match: 该公司}]
cues:
  - {modality: negated, match: 不是|否认}
relations:
  rivals:
    from: Company
    to: Company
    symmetric: true
    match:
      - '{from:list}{..4}是{to}的?<rival>'
      - '{from:list}互为<rival>'
      - {pattern: '{from}与{to}', unless: 合作, not_before: '合|{Place}'}
      - {pattern: '{to}{..2 any}(?i:VS){..3}{from}', within: 说}
      - '{from}(?:<whom>|在{to})?{..2}说'
      - {pattern: '(?:{from}、)+{to}(?:说)*', before: '的|,', where: {apart: 1}}
  lives:
    from: [Person, Company]
    to: Place
    match:
      - '{from:Person}{..3 sentence}在{to}'
      - {pattern: '{to}的?{from}', after: '^|,|{Company}', not_after: 是, not_inside: 的.$}
      - {pattern: '在{to}{..2 text}{from}说', scope: neighbours}
)";

const std::vector<std::string> kWords = {
    "甲公司", "乙公司", "丙", "Jia",  "东城", "张三", "张四", "说", "在",     "是",   "的",     "对手",     "与",  "和",
    "、",     ",",      "。", "互为", "不是", "合作", "VS",   "vs", "该公司", "大厂", "在东城", "与乙公司", "是丙"};

// So many sentences, or as many as EDGEWISE_ROUNDS says; 100000 take minutes.
int rounds(int usual) {
  const char* wanted = std::getenv("EDGEWISE_ROUNDS");
  return wanted != nullptr ? std::atoi(wanted) : usual;
}

class Agreement : public ::testing::Test {
 protected:
  void SetUp() override {
    Diagnostics warnings;
    auto source = read_rules_text("agreement.yaml", kPack, warnings);
    ASSERT_TRUE(source) << render(source.error().front());
    auto rules = RuleSet::compile(std::move(*source), warnings);
    ASSERT_TRUE(rules) << render(rules.error().front());
    rules_.emplace(std::move(*rules));
  }

  std::string random_text() {
    std::string text;
    for (std::size_t i = 0, n = 2 + random_() % 8; i < n; ++i) text += kWords[random_() % kWords.size()];
    return text;
  }

  // Without the parts of the matches, which these tests do not need every time.
  Explanation extracted(const Document& document) const {
    Explanation explanation;
    explanation.extraction = rules_->extract(document);
    MentionFinder finder(rules_->compiled(), document);
    finder.run();
    for (const auto& sentence : finder.mentions())
      for (const FoundMention& mention : sentence) explanation.mention_types.push_back(mention.type);
    return explanation;
  }

  std::vector<std::uint32_t> sentences(const Document& document) const {
    std::vector<std::uint32_t> all(document.sentences().size());
    for (std::uint32_t i = 0; i < all.size(); ++i) all[i] = i;
    return all;
  }

  void expect_steps_are_right(const Document& document, const Extraction& extraction, const Verdict& verdict,
                              testing::EveryWayOfMatching& slow);

  std::optional<RuleSet> rules_;
  std::mt19937 random_{20261125};
  std::size_t checked_steps_ = 0;
};

bool found_by_engine(const Extraction& extraction, std::uint32_t relation, std::uint32_t from, std::uint32_t to,
                     bool symmetric) {
  for (const Match& match : extraction.matches) {
    if (match.relation != relation) continue;
    const std::uint32_t a = extraction.mentions[match.from].entity, b = extraction.mentions[match.to].entity;
    if ((a == from && b == to) || (symmetric && a == to && b == from)) return true;
  }
  return false;
}

TEST_F(Agreement, OfYesAndNoWithTheEngineForEveryPairAndRelation) {
  PatternProbe probe(rules_->compiled());
  std::size_t yes = 0, no = 0, complete = 0;
  for (int round = 0; round < rounds(3000); ++round) {
    const std::string text = random_text();
    const Document document = Document::make("random", text);
    const Explanation explanation = extracted(document);
    const Extraction& extraction = explanation.extraction;
    for (std::uint32_t relation = 0; relation < rules_->relations().size(); ++relation) {
      const bool symmetric = rules_->relations()[relation].symmetric;
      for (std::uint32_t a = 0; a < extraction.entities.size(); ++a) {
        for (std::uint32_t b = 0; b < extraction.entities.size(); ++b) {
          if (a == b) continue;
          const Expectation expected{extraction.entities[a].key, extraction.entities[b].key, relation, std::nullopt};
          const Verdict verdict = judge(*rules_, document, explanation, sentences(document), expected, &probe);
          const bool found = verdict.kind == Verdict::Kind::found || verdict.kind == Verdict::Kind::other_modality;
          ASSERT_EQ(found, found_by_engine(extraction, relation, a, b, symmetric))
              << text << ": " << expected.from << " -> " << expected.to;
          ++(found ? yes : no);
          for (const NearPattern& near : verdict.nearest) complete += near.matched == near.steps.size() ? 1 : 0;
        }
      }
    }
  }
  EXPECT_GT(yes, 50u) << "hardly anything is found, so the comparison says little";
  EXPECT_GT(no, 1000u);
  // Patterns that match the pair without the engine's search stopping there are rare.
  EXPECT_LT(complete * 10, no);
}

// The mentions of a stretch of the document with the ends that a pattern is asked about.
void Agreement::expect_steps_are_right(const Document& document, const Extraction& extraction, const Verdict& verdict,
                                       testing::EveryWayOfMatching& slow) {
  MentionFinder finder(rules_->compiled(), document);
  finder.run();
  const auto is_one_of = [&](const FoundMention& mention, const std::vector<std::uint32_t>& mentions) {
    return extraction.mentions[mentions.front()].entity == mention.entity;
  };
  for (const NearPattern& near : verdict.nearest) {
    std::vector<FoundMention> here;
    testing::WantedEnds ends;
    for (const auto& sentence : finder.mentions()) {
      for (const FoundMention& mention : sentence) {
        if (!near.place.contains(mention.span)) continue;
        here.push_back(mention);
        ends.from.push_back(is_one_of(mention, near.reversed ? verdict.to : verdict.from));
        ends.to.push_back(is_one_of(mention, near.reversed ? verdict.from : verdict.to));
      }
    }
    TypedText typed;
    typed.build(document.text(), near.place, here, *rules_->compiled().codes);
    ASSERT_TRUE(slow.matches(near.pattern, near.matched, typed, ends))
        << document.text() << ": " << near.written << " does not match as far as " << near.matched;
    if (near.matched < near.steps.size()) {
      ASSERT_FALSE(slow.matches(near.pattern, near.matched + 1, typed, ends))
          << document.text() << ": " << near.written << " matches further than " << near.matched;
    }
    ++checked_steps_;
  }
}

TEST_F(Agreement, OfTheFirstPartThatFailsWithEveryWayOfMatching) {
  PatternProbe probe(rules_->compiled());
  testing::EveryWayOfMatching slow(rules_->compiled());
  for (int round = 0; round < rounds(300); ++round) {
    const std::string text = random_text();
    const Document document = Document::make("random", text);
    const Explanation explanation = extracted(document);
    const Extraction& extraction = explanation.extraction;
    for (std::uint32_t a = 0; a < extraction.entities.size(); ++a)
      for (std::uint32_t b = 0; b < extraction.entities.size(); ++b) {
        if (a == b) continue;
        const Expectation expected{extraction.entities[a].key, extraction.entities[b].key, round % 2u, std::nullopt};
        const Verdict verdict = judge(*rules_, document, explanation, sentences(document), expected, &probe);
        expect_steps_are_right(document, extraction, verdict, slow);
        if (HasFatalFailure()) return;
      }
  }
  EXPECT_GT(checked_steps_, 500u);
}

TEST_F(Agreement, OfWhatPartsTookWithTheMatch) {
  std::size_t statements = 0, refused = 0;
  for (int round = 0; round < rounds(1500); ++round) {
    const std::string text = random_text();
    const Document document = Document::make("random", text);
    const Explanation explanation = explain(*rules_, document);
    std::size_t told = 0;
    for (const ExplainedSentence& sentence : explanation.sentences) {
      for (const ExplainedStatement& statement : sentence.statements) {
        ++told;
        ASSERT_FALSE(statement.how.parts.empty()) << text;
        // The parts lie side by side and make up the match.
        std::uint32_t at = statement.how.span.begin;
        for (const ExplainedPart& part : statement.how.parts) {
          ASSERT_EQ(part.taken.begin, at) << text << ": " << statement.how.written << " at " << part.written;
          at = part.taken.end;
        }
        ASSERT_EQ(at, statement.how.span.end) << text;
      }
      for (const RefusedMatch& match : sentence.refused) {
        ASSERT_NE(match.by, RefusedMatch::By::engine) << text << ": " << match.how.written;
        ++refused;
      }
    }
    ASSERT_EQ(told, explanation.extraction.matches.size()) << text;
    statements += told;
  }
  EXPECT_GT(statements, 30u);
  EXPECT_GT(refused, 100u);
}

}  // namespace
}  // namespace edgewise
