// SPDX-License-Identifier: Apache-2.0
// Labels and look-ups of the schema.
#include "graph/schema.h"

#include <gtest/gtest.h>

namespace edgewise {
namespace {

TEST(Schema, PrefersTheLabelInItsLanguage) {
  const SchemaEntry entry{"Company", {{"zh", "公司"}, {"en", "Company"}}, "", false};
  Schema schema;
  schema.language = "en";
  EXPECT_EQ(schema.label(entry), "Company");
  schema.language = "zh";
  EXPECT_EQ(schema.label(entry), "公司");
}

TEST(Schema, FallsBackToTheFirstLabelAndThenToTheId) {
  Schema schema;
  schema.language = "fr";
  EXPECT_EQ(schema.label({"Company", {{"zh", "公司"}, {"en", "Company"}}, "", false}), "公司");
  EXPECT_EQ(schema.label({"Company", {}, "", false}), "Company");
}

TEST(Schema, KeepsTypesAndRelationsApart) {
  Schema schema;
  schema.types = {{"Company", {}, "#111111", false}};
  schema.relations = {{"acquires", {}, "#222222", false}};
  ASSERT_NE(schema.type("Company"), nullptr);
  EXPECT_EQ(schema.type("Company")->color, "#111111");
  EXPECT_EQ(schema.relation("Company"), nullptr);
  EXPECT_EQ(schema.type("acquires"), nullptr);
}

}  // namespace
}  // namespace edgewise
