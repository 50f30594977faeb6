// SPDX-License-Identifier: Apache-2.0
// Edges as claims about their documents.
#include "eval/graph_claims.h"

#include <gtest/gtest.h>

#include "graph/graph_builder.h"
#include "graph/knowledge_graph.h"

namespace edgewise {
namespace {

Statement statement(const std::string& document, Modality modality, std::uint32_t line) {
  Statement made;
  made.from = {"甲", "Company", {{"zh", "甲"}, {"en", "Jia"}}, ""};
  made.to = {"乙", "Company", {}, ""};
  made.relation = "rivals";
  made.modality = modality;
  made.evidence.document = document;
  made.evidence.line = line;
  made.evidence.quote = "甲和乙竞争。";
  made.evidence.rule = "rivals#1";
  return made;
}

TEST(GraphClaims, AnEdgeBecomesOneClaimForEachDocument) {
  Schema schema;
  schema.language = "en";
  schema.relations.push_back({"rivals", {}, "", true});
  GraphBuilder builder(schema);
  builder.add(statement("a.txt", Modality::asserted, 1));
  builder.add(statement("a.txt", Modality::asserted, 4));
  builder.add(statement("b.txt", Modality::asserted, 2));
  builder.add(statement("b.txt", Modality::negated, 3));
  const std::vector<Claim> claims = claims_of(builder.build());
  ASSERT_EQ(claims.size(), 3U);
  std::size_t sources = 0, denied = 0;
  for (const Claim& claim : claims) {
    EXPECT_TRUE((claim.from == "乙" && claim.to == "Jia")) << claim.from << " " << claim.to;
    EXPECT_TRUE(claim.symmetric);
    sources += claim.sources.size();
    denied += claim.modality == "negated" ? 1 : 0;
    EXPECT_EQ(claim.sources.at(0).rule, "rivals#1");
    EXPECT_EQ(claim.sources.at(0).sentence, "甲和乙竞争。");
  }
  EXPECT_EQ(sources, 4U);
  EXPECT_EQ(denied, 1U);
}

}  // namespace
}  // namespace edgewise
