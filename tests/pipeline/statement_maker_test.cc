// SPDX-License-Identifier: Apache-2.0
// From matches to statements, with hand-made matches.
#include "pipeline/statement_maker.h"

#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace edgewise {
namespace {

// An article in the middle of a file: a byte-order mark, CRLF and full-width letters make its bytes differ from the
// text that rules see.
const std::string kBefore = "别的文章。\r\n---\r\n";
const std::string kArticle = "\xef\xbb\xbf前言。\r\nＡＢＣ公司否认向该公司供货。\r\n";
const std::string kFile = kBefore + kArticle;

Document article() {
  return Document::make("f.txt#2", kArticle, "f.txt", static_cast<std::uint32_t>(kBefore.size()), 3);
}

Span find(const Document& document, std::string_view part) {
  const auto begin = static_cast<std::uint32_t>(document.text().find(part));
  return {begin, begin + static_cast<std::uint32_t>(part.size())};
}

class StatementMaker : public ::testing::Test {
 protected:
  StatementMaker() : document_(article()) {
    extraction_.entities = {
        {"ABC公司", "Company", {{"en", "ABC"}}, "Q1"}, {"甲公司", "Company", {}, ""}, {"unused", "", {}, ""}};
    extraction_.mentions = {{find(document_, "ABC公司"), 1, 0, Via::name},
                            {find(document_, "该公司"), 1, 1, Via::reference}};
    Match match{};
    match.from = 0;
    match.to = 1;
    match.modality = Modality::negated;
    match.sentence = 1;
    match.cue = find(document_, "否认");
    match.pattern = 1;
    extraction_.matches = {match};
    relations_ = {{"company-supplies", {}, "", false}};
    patterns_ = {{"other#1", "p.yaml", 1, "d0"}, {"company-supplies#1", "p.yaml", 2, "d1"}};
  }

  DocumentStatements make() const { return make_statements(relations_, patterns_, document_, extraction_); }

  Document document_;
  Extraction extraction_;
  std::vector<RelationInfo> relations_;
  std::vector<PatternInfo> patterns_;
};

TEST_F(StatementMaker, SaysWhatTheMatchSays) {
  const DocumentStatements made = make();
  ASSERT_EQ(made.statements.size(), 1U);
  const Statement& statement = made.statements.front();
  EXPECT_EQ(statement.from.key, "ABC公司");
  EXPECT_EQ(statement.from.type, "Company");
  EXPECT_EQ(statement.from.external_id, "Q1");
  ASSERT_EQ(statement.from.labels.size(), 1U);
  EXPECT_EQ(statement.from.labels.front(), std::make_pair(std::string("en"), std::string("ABC")));
  EXPECT_EQ(statement.to.key, "甲公司");
  EXPECT_EQ(statement.relation, "company-supplies");
  EXPECT_EQ(statement.modality, Modality::negated);
}

TEST_F(StatementMaker, PointsAtBytesOfTheFile) {
  const Evidence evidence = make().statements.front().evidence;
  EXPECT_EQ(evidence.from.in(kFile), "ＡＢＣ公司");
  EXPECT_EQ(evidence.to.in(kFile), "该公司");
  EXPECT_EQ(evidence.cue.in(kFile), "否认");
  EXPECT_EQ(evidence.span.in(kFile), "ＡＢＣ公司否认向该公司供货。");
  EXPECT_EQ(evidence.quote, evidence.span.in(kFile));
}

TEST_F(StatementMaker, NamesThePlaceTheRuleAndTheWay) {
  const Evidence evidence = make().statements.front().evidence;
  EXPECT_EQ(evidence.document, "f.txt#2");
  EXPECT_EQ(evidence.sentence, 2U);
  EXPECT_EQ(evidence.line, 4U) << "of the file";
  EXPECT_EQ(evidence.rule, "company-supplies#1");
  EXPECT_EQ(evidence.rule_digest, "d1");
  EXPECT_EQ(evidence.via, "to=reference");
}

TEST_F(StatementMaker, SpellsTheWayOfEachEnd) {
  const auto via = [this](Via from, Via to) {
    extraction_.mentions[0].via = from;
    extraction_.mentions[1].via = to;
    return make().statements.front().evidence.via;
  };
  EXPECT_EQ(via(Via::name, Via::name), "name");
  EXPECT_EQ(via(Via::pattern, Via::name), fmt::format("from={}", name(Via::pattern)));
  EXPECT_EQ(via(Via::short_form, Via::learned),
            fmt::format("from={},to={}", name(Via::short_form), name(Via::learned)));
}

TEST_F(StatementMaker, KeepsWhoSaysItAndWhatAReferenceMeant) {
  extraction_.mentions[1].stands_for = extraction_.mentions[0].span;
  extraction_.matches.front().speaker = 0;
  extraction_.matches.front().speech = find(document_, "否认");
  extraction_.entities[0].ticker = "ABC.N";
  const Statement statement = make().statements.front();
  const Evidence& evidence = statement.evidence;
  EXPECT_EQ(statement.from.ticker, "ABC.N");
  EXPECT_EQ(evidence.from_meant, Span{});
  EXPECT_EQ(evidence.to_meant.in(kFile), "ＡＢＣ公司");
  EXPECT_EQ(evidence.said.speaker, "ABC公司");
  EXPECT_EQ(evidence.said.words, "否认");
  EXPECT_EQ(evidence.said.speaker_span.in(kFile), "ＡＢＣ公司");
  EXPECT_EQ(evidence.said.words_span.in(kFile), "否认");
}

TEST_F(StatementMaker, LeavesOutACueThatIsNotThere) {
  extraction_.matches.front().cue = {};
  EXPECT_EQ(make().statements.front().evidence.cue, Span{});
}

TEST_F(StatementMaker, CountsMentionsOfEveryEntity) {
  extraction_.mentions.push_back({find(document_, "ABC公司"), 1, 0, Via::name});
  const DocumentStatements made = make();
  ASSERT_EQ(made.mentions.size(), 2U);
  EXPECT_EQ(made.mentions[0].entity.key, "ABC公司");
  EXPECT_EQ(made.mentions[0].count, 2U);
  EXPECT_EQ(made.mentions[1].entity.key, "甲公司");
  EXPECT_EQ(made.mentions[1].count, 1U);
}

}  // namespace
}  // namespace edgewise
