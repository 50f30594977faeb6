// SPDX-License-Identifier: Apache-2.0
// What people read after a run.
#include "pipeline/run_summary.h"

#include <string>

#include <gtest/gtest.h>

#include "graph/graph_builder.h"
#include "graph/knowledge_graph.h"

namespace edgewise {
namespace {

Schema schema() {
  Schema schema;
  schema.language = "zh";
  schema.relations = {{"company-competes-with", {{"zh", "竞争"}}, "", true},
                      {"acquires", {{"zh", "收购了"}}, "", false}};
  return schema;
}

Statement statement(std::string from, std::string relation, std::string to, std::string document, std::uint32_t line,
                    std::string quote, Modality modality = Modality::asserted) {
  Statement made{
      {std::move(from), "Company", {}, {}}, {std::move(to), "Company", {}, {}}, std::move(relation), modality, {}};
  made.evidence.document = std::move(document);
  made.evidence.sentence = made.evidence.line = line;
  made.evidence.quote = std::move(quote);
  return made;
}

TEST(RunSummary, TellsCountsRelationsAndTheStrongestEdges) {
  GraphBuilder builder(schema());
  builder.add(statement("甲公司", "acquires", "乙公司", "a.txt", 3, "甲公司拟收购乙公司。", Modality::planned));
  builder.add(statement("甲公司", "company-competes-with", "丙公司", "a.txt", 4, "甲公司与丙公司竞争。"));
  builder.add(statement("甲公司", "company-competes-with", "丙公司", "b.txt", 1, "甲公司与丙公司相争。"));
  RunSummary summary;
  summary.files = 2;
  summary.skipped = 1;
  summary.articles = 2;
  summary.sentences = 1;
  summary.mentions = 6;
  summary.bytes = 12'345;
  summary.statements = {{"company-competes-with", 2}, {"acquires", 1}};
  EXPECT_EQ(render_summary(summary, builder.build()),
            "read     2 files, 2 articles, 1 sentence (12.3 kB)\n"
            "skipped  1 input\n"
            "found    6 mentions, 3 statements\n"
            "graph    3 entities, 2 edges\n"
            "\n"
            "statements by relation\n"
            "  竞争    company-competes-with       2\n"
            "  收购了  acquires                    1\n"
            "\n"
            "strongest edges\n"
            "  丙公司 —竞争— 甲公司: 2 sentences in 2 articles\n"
            "      甲公司与丙公司竞争。\n"
            "      a.txt:4\n"
            "  甲公司 —收购了→ 乙公司 (planned): 1 sentence in 1 article\n"
            "      甲公司拟收购乙公司。\n"
            "      a.txt:3\n");
}

TEST(RunSummary, TellsAlsoOfNothing) {
  EXPECT_EQ(render_summary({}, GraphBuilder(schema()).build()),
            "read     0 files, 0 articles, 0 sentences (0 bytes)\n"
            "found    0 mentions, 0 statements\n"
            "graph    0 entities, 0 edges\n");
}

TEST(RunSummary, DecidesTiesByNamesAndShowsOnlySoMany) {
  GraphBuilder builder(schema());
  for (const char* company : {"d", "b", "c", "a"}) builder.add(statement(company, "acquires", "x", "a.txt", 1, "q"));
  RunSummary summary;
  summary.statements = {{"acquires", 4}};
  const std::string text = render_summary(summary, builder.build(), 2);
  EXPECT_EQ(text.substr(text.find("strongest")),
            "strongest edges\n"
            "  a —收购了→ x: 1 sentence in 1 article\n      q\n      a.txt:1\n"
            "  b —收购了→ x: 1 sentence in 1 article\n      q\n      a.txt:1\n");
}

TEST(RunSummary, CutsLongQuotesAndKeepsTheTerminalSafe) {
  GraphBuilder builder(schema());
  std::string long_quote;
  for (int i = 0; i < 60; ++i) long_quote += "长";
  builder.add(statement("a\x1b[31m", "acquires", "x", "a.txt", 1, long_quote));
  RunSummary summary;
  const std::string text = render_summary(summary, builder.build());
  EXPECT_EQ(text.find('\x1b'), std::string::npos);
  std::string cut;
  for (int i = 0; i < 50; ++i) cut += "长";
  EXPECT_NE(text.find("      " + cut + "…\n"), std::string::npos) << text;
}

}  // namespace
}  // namespace edgewise
