// SPDX-License-Identifier: Apache-2.0
// Compares what an example should yield with what the rules yield.
#include "rules/rule_examples.h"

#include <algorithm>

#include <fmt/format.h>

#include "text/document.h"
#include "text/normalise.h"

namespace edgewise {
namespace {

struct Yield {
  const EntityRef* from;
  const EntityRef* to;
  std::string_view from_text, to_text;
  Modality modality;
  bool expected = false;
};

bool is_called(const EntityRef& entity, std::string_view surface, const std::string& name) {
  const std::string wanted = normalise_name(name);
  return entity.key == wanted || surface == wanted ||
         std::any_of(entity.labels.begin(), entity.labels.end(),
                     [&](const Label& label) { return label.text == wanted; });
}

class ExampleRunner {
 public:
  ExampleRunner(const RuleSet& rules, ExampleReport& report) : rules_(rules), report_(report) {}

  void run(const RelationDecl& relation, const ExampleDecl& example) {
    const Document document = Document::make("example", example.text.text);
    const Extraction extraction = rules_.extract(document);
    std::vector<Yield> yields = yields_of(relation.id.text, document, extraction);
    std::vector<std::string> complaints;
    for (const ExampleDecl::Expected& expected : example.yields)
      if (!take(relation, expected, yields))
        complaints.push_back(fmt::format("does not yield '{}'", expected.whole.text));
    for (const Yield& yield : yields)
      if (!yield.expected)
        complaints.push_back(fmt::format("yields '{} -> {} ({})', which is not expected", yield.from->key,
                                         yield.to->key, name(yield.modality)));
    judge(relation, example, complaints);
  }

 private:
  std::vector<Yield> yields_of(const std::string& relation, const Document& document,
                               const Extraction& extraction) const {
    std::vector<Yield> yields;
    for (const Match& match : extraction.matches) {
      if (rules_.relations()[match.relation].id != relation) continue;
      const Mention& from = extraction.mentions[match.from];
      const Mention& to = extraction.mentions[match.to];
      yields.push_back({&extraction.entities[from.entity], &extraction.entities[to.entity],
                        from.span.in(document.text()), to.span.in(document.text()), match.modality});
    }
    return yields;
  }

  bool take(const RelationDecl& relation, const ExampleDecl::Expected& expected, std::vector<Yield>& yields) const {
    const auto info = std::find_if(rules_.relations().begin(), rules_.relations().end(),
                                   [&](const RelationInfo& known) { return known.id == relation.id.text; });
    const bool symmetric = info != rules_.relations().end() && info->symmetric;
    bool taken = false;
    for (Yield& yield : yields) {
      const bool straight =
          is_called(*yield.from, yield.from_text, expected.from) && is_called(*yield.to, yield.to_text, expected.to);
      const bool reversed = symmetric && is_called(*yield.from, yield.from_text, expected.to) &&
                            is_called(*yield.to, yield.to_text, expected.from);
      const bool meant = expected.modality ? yield.modality == *expected.modality : yield.modality != Modality::negated;
      if ((straight || reversed) && meant) taken = yield.expected = true;
    }
    return taken;
  }

  void judge(const RelationDecl& relation, const ExampleDecl& example, const std::vector<std::string>& complaints) {
    const Place place = rules_.source().place(example.text);
    if (example.todo) {
      ++report_.todo;
      if (complaints.empty())
        report_.surprises.push_back({Severity::warning,
                                     "W401",
                                     rules_.source().place(*example.todo),
                                     fmt::format("this example of '{}' is marked as todo but passes", relation.id.text),
                                     "take 'todo' away",
                                     {}});
      return;
    }
    if (complaints.empty()) {
      ++report_.passed;
      return;
    }
    ++report_.failed;
    report_.failures.push_back({Severity::error,
                                "E401",
                                place,
                                fmt::format("the example of '{}' {}", relation.id.text, fmt::join(complaints, "; ")),
                                "mend the pattern or the example",
                                {}});
  }

  const RuleSet& rules_;
  ExampleReport& report_;
};

}  // namespace

ExampleReport run_examples(const RuleSet& rules) {
  ExampleReport report;
  ExampleRunner runner(rules, report);
  for (const RuleFile& file : rules.source().rules)
    for (const RelationDecl& relation : file.relations)
      for (const ExampleDecl& example : relation.examples) runner.run(relation, example);
  return report;
}

}  // namespace edgewise
