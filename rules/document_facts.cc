// SPDX-License-Identifier: Apache-2.0
// Tries the patterns of `document` on the sentences they are meant for, before anything else is looked for.
#include "rules/document_facts.h"

#include <algorithm>
#include <cctype>
#include <string>
#include <utility>

#include "rules/typed_text.h"
#include "text/normalise.h"
#include "text/quantity.h"
#include "text/utf8.h"

namespace edgewise {
namespace {

constexpr std::size_t kHead = 10, kEnd = 5;  // sentences; titles and headings count

using Where = DocumentDecl::Where;

struct Line {
  PatternMatch match;
  std::uint32_t pattern = 0;
};

class FactFinder {
 public:
  FactFinder(const RuleSet::Compiled& rules, const Document& document) : rules_(rules), document_(document) {}

  DocumentFacts run() {
    const std::size_t count = document_.sentences().size();
    const bool everywhere =
        std::find(rules_.line_places.begin(), rules_.line_places.end(), Where::anywhere) != rules_.line_places.end();
    for (std::size_t i = 0; i < count; ++i)
      if (everywhere || i < kHead || i + kEnd >= count) look_at(i);
    return std::move(facts_);
  }

 private:
  bool stands_here(std::uint32_t pattern, std::size_t sentence) const {
    switch (rules_.line_places[pattern]) {
      case Where::head:
        return sentence < kHead;
      case Where::end:
        return sentence + kEnd >= document_.sentences().size();
      case Where::anywhere:
        break;
    }
    return true;
  }

  void look_at(std::size_t sentence);
  std::vector<FoundMention> listed_in(Span sentence);
  std::vector<Line> lines_in();
  void take(const Line& line);
  void take_date(std::string_view text);
  std::string name_of(Span typed) const;
  void take_out(Span span) {
    if (!span.empty()) facts_.bylines.push_back(span);
  }

  const RuleSet::Compiled& rules_;
  const Document& document_;
  DocumentFacts facts_;
  TypedText typed_;
  std::vector<FoundMention> listed_;  // in the sentence being looked at
  std::vector<std::uint32_t> candidates_;
};

// Names are listed ones that are not in doubt: others are found in what is left of the document.
std::vector<FoundMention> FactFinder::listed_in(Span sentence) {
  std::vector<FoundMention> mentions;
  const std::string_view text = document_.text();
  for (std::uint32_t at = sentence.begin; at < sentence.end;) {
    NameTrie::Hit hit = rules_.gazetteer.longest_at(text, at, sentence.end);
    while (Gazetteer::is_shared(hit.value)) hit = rules_.gazetteer.longest_at(text, at, hit.span.end - 1);
    if (hit.value == NameTrie::kNone) {
      std::size_t next = at;
      (void)next_code_point(text, next);
      at = static_cast<std::uint32_t>(next);
      continue;
    }
    const TypeId type = rules_.gazetteer.entities()[hit.value].type;
    mentions.push_back({hit.span, hit.value, type, rules_.codes->index(type, hit.value), Via::name});
    at = hit.span.end;
  }
  return mentions;
}

void FactFinder::look_at(std::size_t sentence) {
  const Span where = document_.sentences()[sentence].span;
  // Names take nothing away from the words that a pattern needs unless they hold them, so most sentences end here.
  listed_ = listed_in(where);
  typed_.build(document_.text(), where, listed_, *rules_.codes);
  rules_.document.candidates(typed_.text(), {}, typed_.codes(), candidates_);
  std::erase_if(candidates_, [&](std::uint32_t pattern) { return !stands_here(pattern, sentence); });
  for (const Line& line : lines_in()) take(line);
}

// The earlier, then the longer, then the pattern declared first.
std::vector<Line> FactFinder::lines_in() {
  std::vector<Line> found, lines;
  for (const std::uint32_t pattern : candidates_) {
    std::uint32_t from = 0;
    while (auto match = rules_.document.find(pattern, typed_.text(), from)) {
      from = std::max(match->span.end, from + 1);
      found.push_back({*std::move(match), pattern});
      if (from > typed_.text().size()) break;
    }
  }
  std::sort(found.begin(), found.end(), [](const Line& a, const Line& b) {
    if (a.match.span.begin != b.match.span.begin) return a.match.span.begin < b.match.span.begin;
    if (a.match.span.end != b.match.span.end) return a.match.span.end > b.match.span.end;
    return a.pattern < b.pattern;
  });
  for (Line& line : found)
    if (lines.empty() || line.match.span.begin >= lines.back().match.span.end) lines.push_back(std::move(line));
  return lines;
}

void FactFinder::take(const Line& line) {
  Span left = typed_.to_document(line.match.span);
  for (std::size_t i = 0; i < line.match.groups.size(); ++i) {
    const auto& group = line.match.groups[i];
    const std::string& fact = (*line.match.group_qualifiers)[i];
    if (fact.empty() || !group || group->empty()) continue;
    const Span span = typed_.to_document(*group);
    if (fact == "title") {
      // A title tells something: only what stands around it is taken out.
      if (facts_.title.empty()) facts_.title = normalise_name(span.in(document_.text()));
      take_out({left.begin, span.begin});
      left.begin = span.end;
    } else if (fact == "date") {
      take_date(span.in(document_.text()));
    } else if (facts_.source.empty()) {
      facts_.source = name_of(*group);
    }
  }
  take_out(left);
}

// The date that says most counts; of equal ones the first. A day without a year is none that could be compared.
void FactFinder::take_date(std::string_view text) {
  std::string written(text);
  if (std::all_of(written.begin(), written.end(),
                  [](char c) { return (c >= '0' && c <= '9') || c == '/' || c == '.'; }))
    std::replace_if(
        written.begin(), written.end(), [](char c) { return c == '/' || c == '.'; }, '-');
  const std::string date = normal_quantity(QuantityKind::date, written).value_or("");
  if (!date.starts_with('-') && date.size() > facts_.date.size()) facts_.date = date;
}

// The canonical name of the one thing that is mentioned in a stretch, or the text.
std::string FactFinder::name_of(Span typed) const {
  const auto [first, last] = typed_.mentions_in(typed);
  if (last == first + 1 && typed_.sign(first) == typed)
    return rules_.gazetteer.entities()[listed_[first].entity].ref.key;
  return normalise_name(typed_.to_document(typed).in(document_.text()));
}

// What groups of the patterns may give.
const QualifierTable& document_fact_kinds() {
  static const QualifierTable kKinds = {{"date", {QuantityKind::date, std::nullopt}},
                                        {"source", {QuantityKind::text, std::nullopt}},
                                        {"title", {QuantityKind::text, std::nullopt}}};
  return kKinds;
}

}  // namespace

void compile_document_lines(RuleSet::Compiled& rules, Diagnostics& diagnostics) {
  static const PatternEnds kNoEnds;
  for (const RuleFile& file : rules.source.rules) {
    PatternScope facts = rules.scope(file);
    facts.qualifiers = &document_fact_kinds();
    for (const DocumentDecl& decl : file.document)
      if (rules.document.add(decl.pattern, {{}, PatternUse::document}, facts, *rules.codes, kNoEnds, diagnostics))
        rules.line_places.push_back(decl.where);
  }
  rules.document.freeze(diagnostics);
}

Story::Story(const RuleSet::Compiled& rules, const Document& document) : given_(&document) {
  if (rules.document.size() > 0) facts_ = FactFinder(rules, document).run();
  if (!facts_.bylines.empty() || !facts_.title.empty())
    without_bylines_ = document.without(facts_.bylines, facts_.title);
  facts_.title = this->document().title();
}

}  // namespace edgewise
