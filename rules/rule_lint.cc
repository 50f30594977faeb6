// SPDX-License-Identifier: Apache-2.0
// Checks over declarations; nothing here needs a compiled pattern.
#include "rules/rule_lint.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include <fmt/format.h>

#include "rules/diagnostic_order.h"
#include "rules/fragment_call.h"
#include "text/utf8.h"

namespace edgewise {
namespace {

constexpr std::size_t kWidestGap = 150;  // longer than most sentences of news

template <typename Visit>
void for_each_pattern_text(const RuleFile& file, Visit visit) {
  const auto visit_all = [&](const PatternDecl& decl) {
    visit(decl.match);
    visit_guards(decl, visit);
    for (const auto* texts : {&decl.when.title, &decl.when.not_title, &decl.when.body, &decl.when.not_body,
                              &decl.when.source, &decl.when.not_source})
      for (const Located& text : *texts) visit(text);
  };
  for (const MentionDecl& decl : file.mentions) visit_all(decl.pattern);
  for (const ReferenceDecl& decl : file.references) visit_all(decl.pattern);
  for (const SpeakerDecl& decl : file.speakers) visit_all(decl.pattern);
  for (const DocumentDecl& decl : file.document) visit_all(decl.pattern);
  for (const CueDecl& decl : file.cues) visit(decl.match);
  for (const FitDecl& decl : file.fits)
    for (const auto* guards : {&decl.before, &decl.after}) std::for_each(guards->begin(), guards->end(), visit);
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

// The end of a character class that begins at `at`, or of the text.
std::size_t behind_class(std::string_view text, std::size_t at) {
  ++at;
  if (at < text.size() && text[at] == '^') ++at;
  if (at < text.size() && text[at] == ']') ++at;
  while (at < text.size() && text[at] != ']') at += text[at] == '\\' ? 2 : 1;
  return std::min(at + 1, text.size());
}

// The length of a repetition without an upper end at `at`, such as "*" or "{2,}".
std::size_t endless_repetition(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  if (text[at] == '*' || text[at] == '+') return 1;
  if (text[at] != '{') return 0;
  const std::size_t close = text.find('}', at);
  return close != std::string_view::npos && text[close - 1] == ',' ? close + 1 - at : 0;
}

// The number of characters that a gap at `at` may pass; 0 if there is none.
std::size_t gap_reach(std::string_view text, std::size_t at) {
  std::size_t reach = 0;
  if (text.substr(at).starts_with("{.."))
    for (at += 3; at < text.size() && text[at] >= '0' && text[at] <= '9' && reach < kWidestGap * 10; ++at)
      reach = reach * 10 + static_cast<std::size_t>(text[at] - '0');
  return reach;
}

void lint_gaps(const RuleSource& source, Diagnostics& warnings) {
  const auto warn = [&](const Located& scalar, std::size_t begin, std::size_t end, std::string message) {
    if (warnings.size() >= kMostGathered) return;
    warnings.push_back({Severity::warning,
                        "W212",
                        source.place(scalar, begin, end),
                        std::move(message),
                        "write a gap such as {..12}; it stops at the end of a clause and at other names",
                        {}});
  };
  const auto lint = [&](const Located& scalar) {
    const std::string& text = scalar.text;
    for (std::size_t at = 0; at < text.size();) {
      if (text[at] == '\\') {
        at += 2;
      } else if (text[at] == '[') {
        at = behind_class(text, at);
      } else {
        if (const std::size_t length = text[at] == '.' ? endless_repetition(text, at + 1) : 0; length > 0)
          warn(scalar, at, at + 1 + length,
               fmt::format("'{}' steps over anything to the end of the sentence", text.substr(at, 1 + length)));
        if (const std::size_t reach = gap_reach(text, at); reach > kWidestGap)
          warn(scalar, at, std::min(text.find('}', at), text.size() - 1) + 1,
               fmt::format("a gap of {} characters joins what does not belong together", reach));
        ++at;
      }
    }
  };
  // Guards look for something or nothing; what lies between matters little.
  for (const RuleFile& file : source.rules) {
    for (const MentionDecl& decl : file.mentions) lint(decl.pattern.match);
    for (const FragmentDecl& decl : file.fragments) lint(decl.pattern);
    for (const RelationDecl& decl : file.relations)
      for (const PatternDecl& pattern : decl.match) lint(pattern.match);
  }
}

}  // namespace

void lint_rules(const RuleSource& source, Diagnostics& warnings) {
  lint_examples(source, warnings);
  lint_fragments(source, warnings);
  lint_word_classes(source, warnings);
  lint_gaps(source, warnings);
}

}  // namespace edgewise
