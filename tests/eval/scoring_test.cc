// SPDX-License-Identifier: Apache-2.0
// What counts as right, missed and too much, case by case.
#include "eval/scoring.h"

#include <gtest/gtest.h>

namespace edgewise {
namespace {

// Gold and claims as lines of JSON, compared under the given rules.
class Comparison {
 public:
  explicit Comparison(std::string_view gold_lines) {
    Diagnostics none;
    gold_.add(read_relation_lines(gold_lines, "gold").value(), {}, "gold", none);
    rules_.symmetric = {"rivals"};
  }
  void claim(const std::string& from, const std::string& relation, const std::string& to,
             const std::string& modality = "asserted", const std::string& rule = "r#1") {
    claims_["d"].push_back({"d", from, relation, to, modality, false, {{rule, "…", 1}}});
  }
  Score score() const { return score_claims(gold_, claims_, groups_, rules_); }

  NameGroups groups_;
  ScoringRules rules_;

 private:
  GoldSet gold_;
  std::map<std::string, std::vector<Claim>> claims_;
};

constexpr std::string_view kSuit = R"({"doc":"d","from":"A","relation":"sues","to":"B","modality":"planned"})";

TEST(Scoring, FoundMissedAndExtra) {
  Comparison compared(R"({"doc":"d","from":"A","relation":"sues","to":"B"}
{"doc":"d","from":"A","relation":"sues","to":"C"}
{"doc":"e","from":"A","relation":"owns","to":"C"})");
  compared.claim("A", "sues", "B");
  compared.claim("B", "sues", "C");
  const Score score = compared.score();
  EXPECT_EQ(score.overall, (Tally{1, 2, 3}));
  EXPECT_EQ(score.relations.at("sues"), (Tally{1, 2, 2}));
  EXPECT_EQ(score.relations.at("owns"), (Tally{0, 0, 1}));
  ASSERT_EQ(score.misses.size(), 2U);
  EXPECT_EQ(score.misses[0].gold->to, "C");
  EXPECT_EQ(score.misses[1].document, "e");
  ASSERT_EQ(score.extras.size(), 1U);
  EXPECT_EQ(score.extras[0].from, "B");
}

TEST(Scoring, OnlySymmetricRelationsMatchEitherWayRound) {
  Comparison compared(R"({"doc":"d","from":"A","relation":"rivals","to":"B"}
{"doc":"d","from":"A","relation":"sues","to":"B"})");
  compared.claim("B", "rivals", "A");
  compared.claim("B", "sues", "A");
  EXPECT_EQ(compared.score().overall, (Tally{1, 2, 2}));
}

TEST(Scoring, WhatSaysTheSameIsOneExtra) {
  Comparison compared(R"({"doc":"d","from":"A","relation":"sues","to":"B"})");
  compared.claim("X", "rivals", "Y");
  compared.claim("y", "rivals", "x", "planned");
  compared.claim("X", "sues", "Y");
  compared.claim("Y", "sues", "X");
  const Score score = compared.score();
  EXPECT_EQ(score.overall, (Tally{0, 3, 1}));
  EXPECT_EQ(score.extras[0].modalities, (std::set<std::string>{"asserted", "planned"}));
}

TEST(Scoring, AliasesAndFoldingMatchLenientlyOnly) {
  Comparison compared(R"({"doc":"d","from":"华为","relation":"sues","to":"Acme"})");
  compared.groups_.add_table("华为\tHuawei");
  compared.claim("HUAWEI", "sues", "ACME");
  EXPECT_EQ(compared.score().overall, (Tally{1, 1, 1}));
  compared.rules_.names = NameRule::strict;
  EXPECT_EQ(compared.score().overall, (Tally{0, 1, 1}));
}

TEST(Scoring, OptionalGoldIsNeitherWantedNorWrong) {
  Comparison compared(R"({"doc":"d","from":"A","relation":"sues","to":"B","optional":true}
{"doc":"d","from":"A","relation":"sues","to":"C","optional":true})");
  compared.claim("A", "sues", "B");
  const Score score = compared.score();
  EXPECT_EQ(score.overall, Tally{});
  EXPECT_EQ(score.optional_gold, 2U);
  EXPECT_EQ(score.optional_found, 1U);
  EXPECT_TRUE(score.rules.empty());
}

TEST(Scoring, ADenialIsComparedWithDeniedGoldAndIsNeverWrong) {
  Comparison compared(R"({"doc":"d","from":"A","relation":"buys","to":"B"}
{"doc":"d","from":"A","relation":"buys","to":"C","modality":"negated"})");
  compared.claim("A", "buys", "B", "negated");
  compared.claim("A", "buys", "C", "negated");
  compared.claim("A", "buys", "D", "negated");
  const Score score = compared.score();
  EXPECT_EQ(score.overall, (Tally{1, 1, 2}));
  EXPECT_EQ(score.misses.at(0).gold->to, "B");
}

TEST(Scoring, AClaimOfWhatGoldDeniesIsWrong) {
  Comparison compared(R"({"doc":"d","from":"A","relation":"buys","to":"C","modality":"negated"})");
  compared.claim("A", "buys", "C");
  const Score score = compared.score();
  EXPECT_EQ(score.overall, (Tally{0, 1, 1}));
  EXPECT_EQ(score.confusion, (Confusion{{{"buys", "buys", true, false}, 1}}));
}

TEST(Scoring, ModalityIsRightIfOneOfThoseClaimedIs) {
  Comparison compared(kSuit);
  compared.claim("A", "sues", "B", "reported");
  compared.claim("A", "sues", "B", "planned");
  EXPECT_EQ(compared.score().modality, (ModalityTally{1, 1}));
}

TEST(Scoring, AWrongModalityIsStillTheRightRelation) {
  Comparison compared(kSuit);
  compared.claim("A", "sues", "B", "asserted");
  const Score score = compared.score();
  EXPECT_EQ(score.overall, (Tally{1, 1, 1}));
  EXPECT_EQ(score.modality, (ModalityTally{0, 1}));
  EXPECT_EQ(score.modalities.begin()->first, (std::pair<std::string, std::string>("planned", "asserted")));
}

TEST(Scoring, WithoutAModalityThereIsNothingToJudge) {
  Comparison compared(kSuit);
  compared.claim("A", "sues", "B", "");
  EXPECT_EQ(compared.score().modality, ModalityTally{});
}

TEST(Scoring, OfSeveralSpellingsTheFirstDecidesTheModality) {
  Comparison compared(kSuit);
  compared.claim("a", "sues", "b", "asserted");
  compared.claim("A", "sues", "B", "planned");
  EXPECT_EQ(compared.score().modality, (ModalityTally{1, 1}));
}

TEST(Scoring, RelationsThatDoNotCountAreLeftOutButCounted) {
  Comparison compared(kSuit);
  compared.rules_.relations = {"sues"};
  compared.claim("A", "visits", "B");
  const Score score = compared.score();
  EXPECT_EQ(score.overall, (Tally{0, 0, 1}));
  EXPECT_EQ(score.left_out, (std::map<std::string, std::size_t>{{"visits", 1}}));
}

TEST(Scoring, RulesAreGivenWhatTheyFoundAndWhatTheyFoundAlone) {
  Comparison compared(R"({"doc":"d","from":"A","relation":"sues","to":"B"}
{"doc":"d","from":"A","relation":"sues","to":"C"})");
  compared.claim("A", "sues", "B", "asserted", "sues#1");
  compared.claim("A", "sues", "B", "asserted", "sues#2");
  compared.claim("A", "sues", "C", "asserted", "sues#2");
  compared.claim("A", "sues", "D", "asserted", "sues#2");
  compared.claim("a", "sues", "d", "asserted", "sues#2");
  const auto rules = compared.score().rules;
  EXPECT_EQ(rules.at("sues#1").right, 1U);
  EXPECT_EQ(rules.at("sues#1").alone, 0U);
  EXPECT_EQ(rules.at("sues#2").right, 2U);
  EXPECT_EQ(rules.at("sues#2").alone, 1U);
  EXPECT_EQ(rules.at("sues#2").wrong, 1U);
}

TEST(Scoring, ConfusionSetsMissesAgainstExtrasOfTheSameTwoEnds) {
  Comparison compared(R"({"doc":"d","from":"A","relation":"buys","to":"B"}
{"doc":"d","from":"A","relation":"owns","to":"C"}
{"doc":"d","from":"A","relation":"sues","to":"D"}
{"doc":"d","from":"A","relation":"sues","to":"E"})");
  compared.claim("A", "invests", "B");
  compared.claim("C", "owns", "A");
  compared.claim("A", "sues", "E");
  compared.claim("X", "owns", "Y");
  EXPECT_EQ(compared.score().confusion, (Confusion{{{"buys", "invests", false, false}, 1},
                                                   {{"owns", "owns", false, true}, 1},
                                                   {{"sues", "", false, false}, 1},
                                                   {{"sues", "sues", false, false}, 1},
                                                   {{"", "owns", false, false}, 1}}));
}

TEST(Scoring, DocumentsInWhichNothingIsToBeFoundAreMarked) {
  Comparison compared(R"({"id":"d","text":"…","triples":[]}
{"doc":"e","from":"A","relation":"sues","to":"B","optional":true})");
  compared.claim("A", "sues", "B");
  const Score score = compared.score();
  ASSERT_EQ(score.documents.size(), 2U);
  EXPECT_TRUE(score.documents[0].empty);
  EXPECT_EQ(score.documents[0].tally, (Tally{0, 1, 0}));
  EXPECT_FALSE(score.documents[1].empty);
}

TEST(Tally, FiguresWithoutDenominatorAreZero) {
  EXPECT_EQ(Tally{}.precision(), 0);
  EXPECT_EQ(Tally{}.f1(), 0);
  EXPECT_DOUBLE_EQ((Tally{1, 2, 4}).f1(), 2 * 0.5 * 0.25 / 0.75);
}

}  // namespace
}  // namespace edgewise
