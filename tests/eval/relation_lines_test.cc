// SPDX-License-Identifier: Apache-2.0
// Gold files and lists of relations, whole and broken.
#include "eval/relation_lines.h"

#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace edgewise {
namespace {

RelationFile read(std::string_view bytes) { return read_relation_lines(bytes, "gold.jsonl").value(); }

// All complaints, one a line.
std::string complaints(std::string_view bytes) {
  const Result<RelationFile> read = read_relation_lines(bytes, "gold.jsonl");
  std::string text;
  if (!read)
    for (const Diagnostic& d : read.error())
      text += fmt::format("{}:{}: {} {}\n", d.where.file, d.where.line, d.code, d.message);
  return text;
}

TEST(RelationLines, OneRelationALine) {
  const RelationFile file = read(
      "\xEF\xBB\xBF{\"doc\":\"a\",\"relation\":\"sues\",\"from\":\"甲\",\"to\":\"乙\",\"modality\":\"planned\","
      "\"optional\":true,\"line\":7,\"evidence\":\"甲拟起诉乙\",\"annotator\":{\"name\":\"x\"}}\r\n"
      "\n"
      "{\"doc\":\"b\",\"relation\":\"sues\",\"from\":\"丙\",\"to\":\"丁\"}");
  ASSERT_EQ(file.relations.size(), 2U);
  EXPECT_EQ(file.relations[0].document, "a");
  EXPECT_EQ(file.relations[0].from, "甲");
  EXPECT_EQ(file.relations[0].modality, "planned");
  EXPECT_TRUE(file.relations[0].optional);
  EXPECT_EQ(file.relations[0].line, 7U);
  EXPECT_EQ(file.relations[0].evidence, "甲拟起诉乙");
  EXPECT_EQ(file.relations[1].modality, "");
  EXPECT_FALSE(file.relations[1].optional);
  EXPECT_EQ(file.relations[1].file_line, 3U);
  EXPECT_TRUE(file.documents.empty());
}

TEST(RelationLines, OneDocumentALineWithItsTextAndTriples) {
  const RelationFile file = read(
      R"({"id":"x1","text":"A buys B.","triples":[{"head":"A","rel":"buys","tail":"B"},{"head":"B","rel":"near","tail":"A","sym":true}]})"
      "\n"
      R"({"id":"x2","text":"Nothing.","triples":[]})"
      "\n"
      R"({"id":"x3","text":"Nothing either."})");
  ASSERT_EQ(file.relations.size(), 2U);
  EXPECT_EQ(file.relations[0].document, "x1");
  EXPECT_EQ(file.relations[0].to, "B");
  EXPECT_FALSE(file.relations[0].symmetric);
  EXPECT_TRUE(file.relations[1].symmetric);
  ASSERT_EQ(file.documents.size(), 3U);
  EXPECT_EQ(file.documents[0].text, "A buys B.");
  EXPECT_EQ(file.documents[2].id, "x3");
}

TEST(RelationLines, NullIsTheSameAsNothing) {
  const RelationFile file =
      read(R"({"doc":"a","from":"A","relation":"r","to":"B","line":null,"modality":null,"optional":null})");
  EXPECT_EQ(file.relations.at(0).line, 0U);
}

TEST(RelationLines, EmptyFileHoldsNothing) {
  EXPECT_TRUE(read("").relations.empty());
  EXPECT_TRUE(read("\n \t\r\n").relations.empty());
}

TEST(RelationLines, EveryBrokenLineIsReported) {
  EXPECT_EQ(complaints("{\"doc\":\n"
                       "[1,2]\n"
                       "{\"doc\":\"a\",\"from\":\"A\",\"relation\":\"r\"}\n"
                       "{\"doc\":\"a\",\"from\":\"\",\"relation\":\"r\",\"to\":\"B\"}\n"
                       "{\"doc\":\"a\",\"from\":\"A\",\"relation\":\"r\",\"to\":7}\n"
                       "{\"doc\":\"a\",\"from\":\"A\",\"relation\":\"r\",\"to\":\"B\",\"line\":-1}\n"
                       "{\"doc\":\"a\",\"from\":\"A\",\"relation\":\"r\",\"to\":\"B\",\"optional\":\"no\"}\n"
                       "{\"doc\":\"a\",\"from\":\"A\",\"relation\":\"r\",\"to\":\"B\",\"modality\":\"planed\"}\n"
                       "{\"id\":\"a\",\"triples\":{}}\n"
                       "{\"id\":\"a\",\"triples\":[3]}\n"
                       "{\"doc\":\"a\",\"from\":\"A\",\"relation\":\"r\",\"to\":\"B\"} {}\n"),
            "gold.jsonl:1: E701 no JSON: The JSON document has an improper structure: missing or superfluous commas, "
            "braces, missing keys, etc.\n"
            "gold.jsonl:2: E702 not an object\n"
            "gold.jsonl:3: E702 'to' is missing\n"
            "gold.jsonl:4: E702 'from' is empty\n"
            "gold.jsonl:5: E702 'to' is not a text\n"
            "gold.jsonl:6: E702 'line' is not a line number\n"
            "gold.jsonl:7: E702 'optional' is not true or false\n"
            "gold.jsonl:8: E703 unknown modality 'planed'\n"
            "gold.jsonl:9: E702 'triples' is not a list\n"
            "gold.jsonl:10: E702 a triple that is not an object\n"
            "gold.jsonl:11: E701 no JSON: The JSON document has an improper structure: missing or superfluous commas, "
            "braces, missing keys, etc.\n");
}

TEST(RelationLines, BytesThatAreNotUtf8AreBroken) {
  EXPECT_EQ(complaints("{\"doc\":\"a\",\"from\":\"\xC0\xAF\",\"relation\":\"r\",\"to\":\"B\"}"),
            "gold.jsonl:1: E701 no JSON: The input is not valid UTF-8\n");
}

TEST(RelationLines, AFileOfAnotherKindIsNotReportedLineByLine) {
  std::string prose;
  for (int i = 0; i < 5000; ++i) prose += "no JSON at all\n";
  const Result<RelationFile> read = read_relation_lines(prose, "gold.jsonl");
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().size(), 101U);
  EXPECT_EQ(render(read.error().back()),
            "gold.jsonl:101: error[E709]: too many lines are broken; the rest is not looked at\n");
}

TEST(RelationLines, HalvesOfSurrogatePairsAreMendedOrRefused) {
  const Result<RelationFile> read =
      read_relation_lines(R"({"doc":"a","from":"\udc00x","relation":"r","to":"B"})", "gold.jsonl");
  if (read) {
    EXPECT_EQ(read->relations.at(0).from.find('\xED'), std::string::npos);
  } else {
    EXPECT_EQ(read.error().front().code, "E701");
  }
}

TEST(RelationLines, DeepNestingIsRefusedWithoutHarm) {
  EXPECT_NE(complaints(std::string(200'000, '[')), "");
  EXPECT_NE(complaints(R"({"doc":"a","x":)" + std::string(200'000, '[') + std::string(200'000, ']') + "}"), "");
}

}  // namespace
}  // namespace edgewise
