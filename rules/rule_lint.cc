// SPDX-License-Identifier: Apache-2.0
// Checks over declarations; nothing here needs a compiled pattern.
#include "rules/rule_lint.h"

#include <map>
#include <set>
#include <string>

#include <fmt/format.h>

#include "rules/fragment_call.h"
#include "text/utf8.h"

namespace edgewise {
namespace {

template <typename Visit>
void for_each_pattern_text(const RuleFile& file, Visit visit) {
  const auto visit_all = [&](const PatternDecl& decl) {
    visit(decl.match);
    visit_guards(decl, visit);
    for (const auto* texts : {&decl.when.title, &decl.when.not_title, &decl.when.body, &decl.when.not_body})
      for (const Located& text : *texts) visit(text);
  };
  for (const MentionDecl& decl : file.mentions) visit_all(decl.pattern);
  for (const ReferenceDecl& decl : file.references) visit_all(decl.pattern);
  for (const CueDecl& decl : file.cues) visit(decl.match);
  for (const FragmentDecl& decl : file.fragments) visit(decl.pattern);
  for (const FragmentDecl& decl : file.overrides) visit(decl.pattern);
  for (const RelationDecl& decl : file.relations)
    for (const PatternDecl& pattern : decl.match) visit_all(pattern);
}

void lint_examples(const RuleSource& source, Diagnostics& warnings) {
  struct Tally {
    const Located* id = nullptr;
    std::size_t patterns = 0, positive = 0, negative = 0;
  };
  std::map<std::string, Tally> tallies;
  for (const RuleFile& file : source.rules) {
    for (const RelationDecl& decl : file.relations) {
      Tally& tally = tallies[decl.id.text];
      if (!decl.match.empty() && tally.id == nullptr) tally.id = &decl.id;
      tally.patterns += decl.match.size();
      for (const ExampleDecl& example : decl.examples) ++(example.yields.empty() ? tally.negative : tally.positive);
    }
  }
  for (const auto& [id, tally] : tallies) {
    if (tally.patterns == 0 || (tally.positive > 0 && tally.negative > 0)) continue;
    const std::string_view lacks = tally.positive == 0
                                       ? tally.negative == 0 ? "any example" : "an example of what it yields"
                                       : "an example that yields nothing";
    warnings.push_back({Severity::warning,
                        "W204",
                        source.place(*tally.id),
                        fmt::format("relation '{}' lacks {}", id, lacks),
                        "write both kinds under 'examples': {text: …, yields: […]} and {text: …, yields: []}",
                        {}});
  }
}

void lint_fragments(const RuleSource& source, Diagnostics& warnings) {
  std::set<std::string, std::less<>> used;
  for (const RuleFile& file : source.rules) {
    for_each_pattern_text(file, [&](const Located& scalar) {
      const std::string& text = scalar.text;
      for (std::size_t open = text.find('<'); open != std::string::npos; open = text.find('<', open + 1))
        if (const auto call = fragment_call_at(text, open)) used.insert(std::string(call->name));
    });
  }
  for (const RuleFile& file : source.rules)
    for (const FragmentDecl& decl : file.fragments)
      if (used.count(fragment_name(decl.name.text)) == 0)
        warnings.push_back({Severity::warning,
                            "W205",
                            source.place(decl.name),
                            fmt::format("fragment '{}' is used nowhere", fragment_name(decl.name.text)),
                            "take it away",
                            {}});
}

bool touches_han(std::string_view text, std::size_t begin, std::size_t end) {
  if (begin > 0 && is_han(previous_code_point(text, begin))) return true;
  return end < text.size() && is_han(next_code_point(text, end));
}

void lint_word_classes(const RuleSource& source, Diagnostics& warnings) {
  for (const RuleFile& file : source.rules) {
    for_each_pattern_text(file, [&](const Located& scalar) {
      const std::string& text = scalar.text;
      for (std::size_t at = text.find('\\'); at != std::string::npos && at + 1 < text.size();
           at = text.find('\\', at + 2)) {
        const char kind = text[at + 1];
        if ((kind != 'b' && kind != 'w' && kind != 'B' && kind != 'W') || !touches_han(text, at, at + 2)) continue;
        warnings.push_back({Severity::warning,
                            "W206",
                            source.place(scalar, at, at + 2),
                            fmt::format("'\\{}' knows only ASCII letters and says nothing beside Chinese", kind),
                            kind == 'b' || kind == 'B' ? "leave it out; names need no boundary beside Chinese"
                                                       : "write \\p{Han} or \\p{L}",
                            {}});
      }
    });
  }
}

}  // namespace

void lint_rules(const RuleSource& source, Diagnostics& warnings) {
  lint_examples(source, warnings);
  lint_fragments(source, warnings);
  lint_word_classes(source, warnings);
}

}  // namespace edgewise
