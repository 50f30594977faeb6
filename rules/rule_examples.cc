// SPDX-License-Identifier: Apache-2.0
// Compares what an example should yield with what the rules yield.
#include "rules/rule_examples.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "rules/entity_name.h"
#include "text/document.h"

namespace edgewise {
namespace {

struct Yield {
  const EntityRef* from;
  const EntityRef* to;
  std::string_view from_text, to_text;
  const Match* match;
  std::string_view text;  // of the document
  bool expected = false;
};

const RelationInfo* find_relation(const std::vector<RelationInfo>& relations, const std::string& id) {
  const auto known =
      std::find_if(relations.begin(), relations.end(), [&](const RelationInfo& relation) { return relation.id == id; });
  return known == relations.end() ? nullptr : &*known;
}

// What the text yields of `relation`, in its own direction if it is the inverse of another.
std::vector<Yield> yields_of(const RelationInfo* relation, const std::vector<RelationInfo>& relations,
                             const Document& document, const Extraction& extraction) {
  std::vector<Yield> yields;
  const bool turned = relation != nullptr && !relation->inverse_of.empty();
  const RelationInfo* told = turned ? find_relation(relations, relation->inverse_of) : relation;
  for (const Match& match : extraction.matches) {
    if (&relations[match.relation] != told) continue;
    const Mention& from = extraction.mentions[turned ? match.to : match.from];
    const Mention& to = extraction.mentions[turned ? match.from : match.to];
    yields.push_back({&extraction.entities[from.entity], &extraction.entities[to.entity], from.span.in(document.text()),
                      to.span.in(document.text()), &match, document.text()});
  }
  return yields;
}

bool says(const Yield& yield, const std::pair<std::string, std::string>& wanted) {
  return std::any_of(yield.match->qualifiers.begin(), yield.match->qualifiers.end(), [&](const QualifierValue& said) {
    return said.name == wanted.first && (said.value == wanted.second || said.span.in(yield.text) == wanted.second);
  });
}

std::string qualifiers_of(const Yield& yield) {
  std::string text;
  for (const QualifierValue& said : yield.match->qualifiers)
    text += fmt::format("; {}={}", said.name, said.value.empty() ? said.span.in(yield.text) : said.value);
  return text;
}

// Marks what is meant by `expected`; false if there is nothing.
bool take(const ExampleDecl::Expected& expected, bool symmetric, std::vector<Yield>& yields) {
  bool taken = false;
  for (Yield& yield : yields) {
    const bool straight =
        is_called(*yield.from, yield.from_text, expected.from) && is_called(*yield.to, yield.to_text, expected.to);
    const bool reversed = symmetric && is_called(*yield.from, yield.from_text, expected.to) &&
                          is_called(*yield.to, yield.to_text, expected.from);
    const Modality modality = yield.match->modality;
    const bool meant = expected.modality ? modality == *expected.modality : modality != Modality::negated;
    const bool qualified = std::all_of(expected.qualifiers.begin(), expected.qualifiers.end(),
                                       [&](const auto& wanted) { return says(yield, wanted); });
    if ((straight || reversed) && meant && qualified) taken = yield.expected = true;
  }
  return taken;
}

void judge(TestResult& result, const RuleSource& source, const ExampleDecl& example) {
  if (example.todo) {
    result.reason = example.todo->text;
    result.outcome = result.complaint.empty() ? TestOutcome::todo_passes : TestOutcome::todo;
    if (result.outcome == TestOutcome::todo_passes)
      result.diagnostic = {Severity::warning,
                           "W401",
                           source.place(*example.todo),
                           fmt::format("this example of '{}' is marked as todo but passes", result.relation),
                           "take 'todo' away",
                           {}};
  } else if (!result.complaint.empty()) {
    result.outcome = TestOutcome::failed;
    result.diagnostic = {Severity::error,
                         "E401",
                         result.where,
                         fmt::format("the example of '{}' {}", result.relation, result.complaint),
                         "mend the pattern or the example",
                         {}};
  }
}

void count(TestResult result, ExampleReport& report) {
  if (result.outcome == TestOutcome::passed) ++report.passed;
  if (result.outcome == TestOutcome::failed) ++report.failed;
  if (result.outcome == TestOutcome::todo || result.outcome == TestOutcome::todo_passes) ++report.todo;
  if (result.outcome == TestOutcome::failed) report.failures.push_back(*result.diagnostic);
  if (result.outcome == TestOutcome::todo_passes) report.surprises.push_back(*result.diagnostic);
  report.results.push_back(std::move(result));
}

}  // namespace

Document example_document(const ExampleDecl& example) { return Document::make("example", example.text.text); }

std::vector<std::string> example_complaints(const std::vector<RelationInfo>& relations, const std::string& id,
                                            const ExampleDecl& example, const Document& document,
                                            const Extraction& extraction) {
  const RelationInfo* info = find_relation(relations, id);
  std::vector<Yield> yields = yields_of(info, relations, document, extraction);
  std::vector<std::string> complaints;
  for (const ExampleDecl::Expected& expected : example.yields)
    if (!take(expected, info != nullptr && info->symmetric, yields))
      complaints.push_back(fmt::format("does not yield '{}'", expected.whole.text));
  for (const Yield& yield : yields)
    if (!yield.expected)
      complaints.push_back(fmt::format("yields '{} -> {} ({}){}', which is not expected", yield.from->key,
                                       yield.to->key, name(yield.match->modality), qualifiers_of(yield)));
  return complaints;
}

ExampleReport run_examples(const RuleSet& rules) {
  ExampleReport report;
  const RuleSource& source = rules.source();
  for (const RuleFile& file : source.rules) {
    for (const RelationDecl& relation : file.relations) {
      for (const ExampleDecl& example : relation.examples) {
        TestResult result;
        result.suite = source.files[file.file].path;
        result.relation = relation.id.text;
        result.name = example.text.text;
        result.where = source.place(example.text);
        const Document document = example_document(example);
        result.complaint = fmt::format("{}", fmt::join(example_complaints(rules.relations(), relation.id.text, example,
                                                                          document, rules.extract(document)),
                                                       "; "));
        judge(result, source, example);
        count(std::move(result), report);
      }
    }
  }
  return report;
}

}  // namespace edgewise
