// SPDX-License-Identifier: Apache-2.0
// Reads examples and finds the names in them.
#include "rules/example_case.h"

#include <map>
#include <utility>

#include "rules/mention_finder.h"
#include "rules/rule_examples.h"

namespace edgewise {
namespace {

ExampleCase make_case(const RuleSet::Compiled& rules, std::uint32_t relation, const ExampleDecl& decl) {
  ExampleCase made{relation, &decl, example_document(decl), {}, {}};
  MentionFinder finder(rules, made.document);
  finder.run();
  for (std::size_t i = 0; i < finder.mentions().size(); ++i) {
    if (finder.mentions()[i].size() < 2) continue;
    const Sentence& sentence = made.document.sentences()[i];
    made.sentences.emplace_back();
    made.sentences.back().build(made.document.text(), sentence.span, finder.mentions()[i], *rules.codes);
    made.languages.push_back(language_of(sentence));
  }
  return made;
}

}  // namespace

std::vector<ExampleCase> example_cases(const RuleSet::Compiled& rules) {
  std::map<std::string_view, std::uint32_t> ids;
  for (std::uint32_t i = 0; i < rules.relations.size(); ++i) ids.emplace(rules.relations[i].id, i);
  std::vector<ExampleCase> cases;
  for (const RuleFile& file : rules.source.rules)
    for (const RelationDecl& relation : file.relations)
      for (const ExampleDecl& example : relation.examples)
        cases.push_back(make_case(rules, ids.at(relation.id.text), example));
  return cases;
}

}  // namespace edgewise
