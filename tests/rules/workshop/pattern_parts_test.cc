// SPDX-License-Identifier: Apache-2.0
// Which parts a pattern has, and what is left without them.
#include "rules/pattern_parts.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace edgewise {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Located located(const std::string& text) {
  Located scalar;
  scalar.text = text;
  return scalar;
}

// Types Thing, Company; fragment `rival`: 对手|死?敌|<foe>, fragment `foe`: 冤家.
class PatternParts : public ::testing::Test {
 protected:
  PatternParts() {
    source_.files.push_back({"p.yaml", {}, mark_lines({}, 1), {}});
    RuleFile file;
    file.types.push_back({located("Company"), {}, {}, {}});
    source_.rules.push_back(file);
    types_ = TypeTree::build(source_, diagnostics_);
    gazetteer_ = Gazetteer::build(source_, types_, diagnostics_, diagnostics_);
    fragments_.emplace("rival", &rival_);
    fragments_.emplace("foe", &foe_);
  }

  const ParsedPattern& parse(const std::string& text) {
    scalar_ = located(text);
    auto parsed = parse_pattern(scalar_, PatternUse::relation, {source_, types_, gazetteer_, fragments_}, diagnostics_);
    EXPECT_TRUE(parsed) << text;
    parsed_ = parsed.value_or(ParsedPattern());
    parts_ = parts_of(parsed_);
    return parsed_;
  }

  // Each part as its kind and what its author wrote.
  std::vector<std::string> parts(const std::string& text) {
    parse(text);
    std::vector<std::string> shown;
    for (const PatternPart& part : parts_)
      shown.push_back(
          fmt::format("{} {}", name(part.kind),
                      part.origin.scalar->text.substr(part.origin.begin, part.origin.end - part.origin.begin)));
    return shown;
  }

  static std::string shown(const ParsedPattern& pattern) {
    std::string text;
    for (const PatternPiece& piece : pattern.pieces) {
      if (piece.kind == PatternPiece::Kind::slot)
        text += piece.list ? "{list}" : "{slot}";
      else if (piece.kind == PatternPiece::Kind::gap)
        text += "{gap}";
      else
        text += piece.regex;
    }
    return text;
  }

  // What is left when part `number` goes.
  std::string without(const std::string& text, std::size_t number) {
    parse(text);
    return shown(without_parts(parsed_, std::span(parts_).subspan(number, 1)));
  }

  RuleSource source_;
  TypeTree types_;
  Gazetteer gazetteer_;
  FragmentDecl rival_{located("rival"), located("对手|死?敌|<foe>")}, foe_{located("foe"), located("冤家")};
  std::map<std::string, const FragmentDecl*, std::less<>> fragments_;
  Diagnostics diagnostics_;
  Located scalar_;
  ParsedPattern parsed_;
  std::vector<PatternPart> parts_;
};

TEST_F(PatternParts, AlternativesAreFoundAtTheTopAndInBrackets) {
  EXPECT_THAT(parts("{from}(?:买|{..4}购)(了){to}"), ElementsAre("word 买", "alternative {..4}购"));
  EXPECT_THAT(parts("{from}买{to}|{to}卖给{from}"),
              ElementsAre("alternative {from}买{to}", "alternative {to}卖给{from}"));
  EXPECT_THAT(parts("{from}(?:a(?:b|c)|d){to}"), ElementsAre("alternative a(?:b|c)", "word b", "word c", "word d"));
}

TEST_F(PatternParts, ClassesAndEscapesHoldNoAlternatives) {
  EXPECT_THAT(parts(R"({from}[|()[:alpha:]\]]\|\({to})"), IsEmpty());
  EXPECT_THAT(parts("{from}[]|]{to}"), IsEmpty());
  EXPECT_THAT(parts("{from}[^]|]{to}"), IsEmpty());
}

TEST_F(PatternParts, OptionalBracketsAndSlotsAreParts) {
  EXPECT_THAT(
      parts("{from}(?:已经)?{Company}?(a)*{..3}(?:b){0,2}c?(?:d)+{to}"),
      ElementsAre("optional part (?:已经)", "optional part {Company}", "optional part (a)", "optional part (?:b)"));
}

TEST_F(PatternParts, PartsOfFragmentsPointIntoTheFragment) {
  EXPECT_THAT(parts("{from}<rival>?{to:list}"),
              ElementsAre("optional part <rival>", "word 对手", "word 死?敌", "alternative <foe>", "list {to:list}"));
}

TEST_F(PatternParts, FlagsBelongToNoAlternative) {
  EXPECT_THAT(parts("(?i)a{from}{to}|b{from}{to}"), ElementsAre("alternative a{from}{to}", "alternative b{from}{to}"));
  EXPECT_EQ(without("(?i)a{from}{to}|b{from}{to}", 0), "(?i)b{slot}{slot}");
}

TEST_F(PatternParts, AnAlternativeGoesWithItsBar) {
  EXPECT_EQ(without("{from}(?:a|b|c){to}", 0), "{slot}(?:b|c){slot}");
  EXPECT_EQ(without("{from}(?:a|b|c){to}", 1), "{slot}(?:a|c){slot}");
  EXPECT_EQ(without("{from}(?:a|b|c){to}", 2), "{slot}(?:a|b){slot}");
}

TEST_F(PatternParts, AnOptionalPartGoesWithItsQuantifier) {
  EXPECT_EQ(without("{from}(?:ab)??c{to}", 0), "{slot}c{slot}");
  EXPECT_EQ(without("{from}(?:ab){0,3}c{to}", 0), "{slot}c{slot}");
}

TEST_F(PatternParts, AListBecomesASlotForOne) { EXPECT_EQ(without("{from:list}{to}", 0), "{slot}{slot}"); }

TEST_F(PatternParts, GroupsNestAndAreCountedBesideThoseOfTheAuthor) {
  parse("{from}(x)(?:a(?:b|c)|d)?{to}");
  const GroupedPattern grouped = with_groups(parsed_, parts_);
  EXPECT_EQ(shown(grouped.pattern), "{slot}(x)((?:(a(?:(b)|(c)))|(d)))?{slot}");
  EXPECT_THAT(grouped.groups, ElementsAre(1, 2, 3, 4, 5));
}

}  // namespace
}  // namespace edgewise
