// SPDX-License-Identifier: Apache-2.0
// What small packs find in small texts: mentions and matches, each with its place.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "rules/rule_reader.h"
#include "rules/rule_set.h"
#include "tests/golden_file.h"

namespace edgewise {
namespace {

const std::filesystem::path kRoot = std::filesystem::path(EDGEWISE_SOURCE_DIR) / "tests/rules/engine/cases";

std::string dump(const RuleSet& rules, const Document& document, const Extraction& found) {
  std::string text;
  // Of documents that say nothing of themselves, nothing.
  const DocumentFacts& facts = found.facts;
  if (!facts.date.empty() || !facts.source.empty() || !facts.bylines.empty())
    text += fmt::format("title '{}', date '{}', source '{}'\n", facts.title, facts.date, facts.source);
  for (const Span byline : facts.bylines)
    text += fmt::format("byline [{},{}) {}\n", byline.begin, byline.end, byline.in(document.text()));
  for (const Mention& mention : found.mentions) {
    const EntityRef& entity = found.entities[mention.entity];
    text += fmt::format("{}[{},{}) {} = {} ({}, {})", mention.sentence + 1, mention.span.begin, mention.span.end,
                        mention.span.in(document.text()), entity.key, entity.type, name(mention.via));
    if (!mention.stands_for.empty())
      text += fmt::format(" from [{},{})", mention.stands_for.begin, mention.stands_for.end);
    text += '\n';
  }
  for (const NameChoice& choice : found.choices) {
    text += fmt::format("{} x{}: {}\n", choice.name, choice.places.size(), choice.resolved ? "resolved" : "unresolved");
    for (const NameCandidate& candidate : choice.candidates)
      text += fmt::format("  {} ({}) {} points{}{} near {} fits {}\n", candidate.key, candidate.type, candidate.points,
                          candidate.usual ? ", usual," : "", candidate.full_name ? ", full name," : "", candidate.near,
                          candidate.fits);
  }
  for (const Match& match : found.matches) {
    const auto key = [&](std::uint32_t mention) { return found.entities[found.mentions[mention].entity].key; };
    text += fmt::format("{}: {} -> {} ({}) by {}{}\n", rules.relations()[match.relation].id, key(match.from),
                        key(match.to), name(match.modality), rules.patterns()[match.pattern].rule,
                        match.cue.empty() ? "" : fmt::format(", cue '{}'", match.cue.in(document.text())));
    if (match.speaker)
      text += fmt::format("  said by {} '{}'\n", key(*match.speaker), match.speech.in(document.text()));
    for (const QualifierValue& said : match.qualifiers)
      text += fmt::format("  {} = {} '{}'\n", said.name, said.value, said.span.in(document.text()));
  }
  return text;
}

class Extracted : public ::testing::TestWithParam<std::string> {};

TEST_P(Extracted, IsExactlyThis) {
  const std::filesystem::path folder = kRoot / GetParam();
  Diagnostics warnings;
  auto source = read_rules_text("pack.yaml", testing::read_file(folder / "pack.yaml"), warnings);
  ASSERT_TRUE(source) << render(source.error().front());
  const auto rules = RuleSet::compile(std::move(*source), warnings);
  ASSERT_TRUE(rules) << render(rules.error().front());
  const Document document = Document::make("text.txt", testing::read_file(folder / "text.txt"));
  const Extraction found = rules->extract(document);
  testing::expect_golden(folder / "expected.txt", dump(*rules, document, found));
  const Extraction slow = rules->extract(document, Search::exhaustive);
  EXPECT_EQ(dump(*rules, document, slow), dump(*rules, document, found)) << "the prefilter changes the answer";
}

INSTANTIATE_TEST_SUITE_P(Golden, Extracted, ::testing::ValuesIn(testing::case_names(kRoot)), testing::test_name);

}  // namespace
}  // namespace edgewise
