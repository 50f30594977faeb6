// SPDX-License-Identifier: Apache-2.0
// Reads examples and finds the names in them.
#include "rules/example_case.h"

#include <map>
#include <utility>

#include "rules/document_facts.h"
#include "rules/mention_finder.h"
#include "rules/rule_examples.h"
#include "rules/text_unit.h"

namespace edgewise {
namespace {

ExampleCase make_case(const RuleSet::Compiled& rules, std::uint32_t relation, std::string_view id,
                      const ExampleDecl& decl) {
  Document document = example_document(decl);
  Document told = Story(rules, document).document();
  ExampleCase made{relation, id, &decl, std::move(document), std::move(told), {}};
  MentionFinder finder(rules, made.story);
  finder.run();
  made.mentions = std::move(finder.mentions());
  return made;
}

}  // namespace

std::vector<ExampleText> texts_of(const ExampleCase& example, MatchScope scope, const RuleSet::Compiled& rules) {
  std::vector<ExampleText> texts;
  std::vector<FoundMention> here;
  for (const TextUnit& unit : units_of(scope, example.story, example.mentions)) {
    here.clear();
    for (std::uint32_t sentence = unit.first; sentence <= unit.last; ++sentence)
      for (const FoundMention& mention : example.mentions[sentence])
        if (unit.span.contains(mention.span)) here.push_back(mention);
    if (here.size() < 2) continue;
    texts.push_back({{}, language_of(example.story.sentences()[unit.first])});
    texts.back().typed.build(example.story.text(), unit.span, here, *rules.codes);
  }
  return texts;
}

std::vector<ExampleCase> example_cases(const RuleSet::Compiled& rules) {
  std::map<std::string_view, std::uint32_t> ids;
  for (std::uint32_t i = 0; i < rules.relations.size(); ++i) ids.emplace(rules.relations[i].id, i);
  std::vector<ExampleCase> cases;
  for (const RuleFile& file : rules.source.rules)
    for (const RelationDecl& relation : file.relations) {
      const auto declared = ids.find(relation.id.text);
      if (declared == ids.end()) continue;
      const auto told = ids.find(rules.relations[declared->second].inverse_of);
      for (const ExampleDecl& example : relation.examples)
        cases.push_back(
            make_case(rules, told == ids.end() ? declared->second : told->second, declared->first, example));
    }
  return cases;
}

}  // namespace edgewise
