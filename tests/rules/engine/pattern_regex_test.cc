// SPDX-License-Identifier: Apache-2.0
// The regular expressions that patterns become, and the places that complaints point at.
#include "rules/pattern_regex.h"

#include <gtest/gtest.h>

#include "rules/pattern_syntax.h"

namespace edgewise {
namespace {

Located located(const std::string& text) {
  Located scalar;
  scalar.text = text;
  return scalar;
}

// Thing (code 0), Company below it (code 1), Place (code 2); fragment `rival`; relation Company to Company.
class PatternToRegex : public ::testing::Test {
 protected:
  PatternToRegex() {
    source_.files.push_back({"p.yaml", {}, mark_lines({}, 1), {}});
    RuleFile file;
    file.types.push_back({located("Thing"), {}, {}, {}});
    file.types.push_back({located("Company"), {located("Thing")}, {}, {}});
    file.types.push_back({located("Place"), {}, {}, {}});
    source_.rules.push_back(file);
    types_ = TypeTree::build(source_, diagnostics_);
    gazetteer_ = Gazetteer::build(source_, types_, diagnostics_, diagnostics_);
    fragment_ = {located("rival"), located("对手|劲敌")};
    fragments_.emplace("rival", &fragment_);
  }

  std::string regex(const std::string& pattern, PatternUse use = PatternUse::relation) {
    diagnostics_.clear();
    const TypeCodes codes(types_, gazetteer_, {});
    const Located scalar = located(pattern);
    const auto parsed = parse_pattern(scalar, use, {source_, types_, gazetteer_, fragments_}, diagnostics_);
    if (!parsed) return diagnostics_.front().code + ": " + diagnostics_.front().message;
    const PatternEnds ends{{*types_.find("Company")}, {*types_.find("Company")}};
    PatternRegex result(codes, ends);
    result.append(*parsed);
    return result.text();
  }

  RuleSource source_;
  TypeTree types_;
  Gazetteer gazetteer_;
  FragmentDecl fragment_;
  std::map<std::string, const FragmentDecl*, std::less<>> fragments_;
  Diagnostics diagnostics_;
};

TEST_F(PatternToRegex, SlotsBecomeCharacterClasses) {
  EXPECT_EQ(regex("{from}收购{to}"), R"(([\x{E001}])收购([\x{E001}]))");
  EXPECT_EQ(regex("{Thing}"), R"(([\x{E000}-\x{E001}]))") << "a slot takes the types below its own";
  EXPECT_EQ(regex("{Place|Company}"), R"(([\x{E001}-\x{E002}]))");
}

TEST_F(PatternToRegex, GapsStopAtClausesAndAtPossibleEnds) {
  EXPECT_EQ(regex("{from}{..5}赢"), R"(([\x{E001}])[^,;:。!?\x{E001}]{0,5}?赢)");
  EXPECT_EQ(regex("{from}{..5 any}赢"), R"(([\x{E001}])[^,;:。!?]{0,5}?赢)");
  EXPECT_EQ(regex("{from}{..5 sentence}赢"), R"(([\x{E001}])[^。!?\x{E001}]{0,5}?赢)");
  EXPECT_EQ(regex("a{..3}b", PatternUse::mention), R"(a[^,;:。!?\x{E000}-\x{E002}]{0,3}?b)");
}

TEST_F(PatternToRegex, FragmentsStandInBracketsOfTheirOwn) { EXPECT_EQ(regex("是<rival>吗"), "是(?:对手|劲敌)吗"); }

TEST_F(PatternToRegex, FullWidthOperatorsAreOrdinaryCharacters) {
  EXPECT_EQ(regex("（中国）？"), R"(\(中国\)\?)");
  EXPECT_EQ(regex("[，（]"), R"([,\(])");
  EXPECT_EQ(regex("…+"), R"((?:\.\.\.)+)");
}

TEST_F(PatternToRegex, WhatRe2UnderstandsPassesThrough) {
  EXPECT_EQ(regex(R"(\p{Han}{2,4}\x{4E2D}(?i:ab)(c|d)[^\]}]x{3})"), R"(\p{Han}{2,4}\x{4E2D}(?i:ab)(c|d)[^\]}]x{3})");
  EXPECT_EQ(regex("a<b"), "a<b") << "a lone < is a character";
}

TEST_F(PatternToRegex, MistakesAreNamed) {
  EXPECT_EQ(regex("{from:Compnay}"), "E201: unknown type 'Compnay'");
  EXPECT_EQ(regex("<rivel>"), "E204: unknown fragment 'rivel'");
  EXPECT_EQ(regex("{..}"), "E206: '{..}' is not a gap");
  EXPECT_EQ(regex("{..500}"), "E206: '{..500}' is not a gap");
  EXPECT_EQ(regex("{}"), "E206: '{}' names no type");
  EXPECT_EQ(regex("{form:Company}"), "E206: 'form' is not an end of a relation");
  EXPECT_EQ(regex("{from"), "E206: this '{' is never closed");
  EXPECT_EQ(regex("{=谁}"), "E210: no entity is called '谁'");
  EXPECT_EQ(regex("{from}", PatternUse::mention), "E217: '{from}' has no meaning here");
  EXPECT_EQ(regex("a(?=b)"), "E209: look-around '(?=' is not part of the pattern language");
  EXPECT_EQ(regex("(?<!a)b"), "E209: look-around '(?<!' is not part of the pattern language");
}

}  // namespace
}  // namespace edgewise
