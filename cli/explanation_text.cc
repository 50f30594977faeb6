// SPDX-License-Identifier: Apache-2.0
// A tree for each sentence: its mentions, its statements, and what was refused.
#include "cli/explanation_text.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/tree_text.h"

namespace edgewise {
namespace {

constexpr std::size_t kWidestText = 72;

class SentenceTree {
 public:
  SentenceTree(const RuleSet& rules, const Document& document, const Explanation& explanation, bool colour)
      : rules_(rules), document_(document), explanation_(explanation), colour_(colour) {}

  TextTree of(std::uint32_t sentence) const {
    TextTree tree;
    tree.line = inked(place_text(document_, document_.sentences()[sentence].span), Ink::place, colour_) + "\n  " +
                typed_sentence(rules_, document_, explanation_, sentence, colour_);
    add_mentions(sentence, tree);
    add_choices(sentence, tree);
    const ExplainedSentence& explained = explanation_.sentences[sentence];
    for (const ExplainedStatement& statement : explained.statements) tree.branches.push_back(of(statement));
    for (const RefusedMatch& refused : explained.refused) tree.branches.push_back(of(refused));
    return tree;
  }

 private:
  std::string bytes(Span span) const {
    const Span original = document_.original_span(span);
    return fmt::format("bytes {}-{}", original.begin + document_.base_offset(), original.end + document_.base_offset());
  }
  std::string surface(Span span) const { return std::string(span.in(document_.text())); }
  const std::string& key(std::uint32_t mention) const {
    return explanation_.extraction.entities[explanation_.extraction.mentions[mention].entity].key;
  }
  void add_mentions(std::uint32_t sentence, TextTree& tree) const;
  void add_choices(std::uint32_t sentence, TextTree& tree) const;
  TextTree of(const ExplainedStatement& statement) const;
  TextTree of(const RefusedMatch& refused) const;
  TextTree rule_line(const ExplainedMatch& match) const;
  void add_parts(const ExplainedMatch& match, TextTree& tree) const;
  std::string why_modality(const ExplainedStatement& statement, const Match& match) const;
  std::string why_refused(const RefusedMatch& refused) const;

  const RuleSet& rules_;
  const Document& document_;
  const Explanation& explanation_;
  bool colour_;
};

void SentenceTree::add_mentions(std::uint32_t sentence, TextTree& tree) const {
  std::vector<std::vector<std::string>> rows;
  const std::vector<Mention>& mentions = explanation_.extraction.mentions;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    if (mentions[i].sentence != sentence) continue;
    rows.push_back({shortened(surface(mentions[i].span), kWidestText),
                    rules_.types()[explanation_.mention_types[i]].name,
                    how_found(document_, explanation_.extraction, mentions[i]), bytes(mentions[i].span)});
  }
  TextTree list{rows.empty() ? "no mentions" : "mentions", {}};
  for (std::string& line : aligned(rows, {Ink::name, Ink::plain, Ink::plain, Ink::faint}, colour_))
    list.branches.push_back({std::move(line), {}});
  tree.branches.push_back(std::move(list));
}

std::string clues(const NameCandidate& candidate) {
  std::vector<std::string> clues;
  if (candidate.full_name) clues.emplace_back("another name of it occurs");
  if (candidate.usual) clues.emplace_back("it is called so anyway");
  if (candidate.near > 0) clues.push_back(fmt::format("words near it: {}", candidate.near));
  if (candidate.fits > 0) clues.push_back(fmt::format("places that fit: {}", candidate.fits));
  if (clues.empty()) clues.emplace_back("nothing speaks for it");
  return fmt::format("{}", fmt::join(clues, ", "));
}

// Names in doubt that stand in this sentence.
void SentenceTree::add_choices(std::uint32_t sentence, TextTree& tree) const {
  const Span whole = document_.sentences()[sentence].span;
  for (const NameChoice& choice : explanation_.extraction.choices) {
    if (std::none_of(choice.places.begin(), choice.places.end(), [&](Span place) { return whole.contains(place); }))
      continue;
    TextTree told;
    told.line = fmt::format("name in doubt {}: {}", inked(choice.name, Ink::name, colour_),
                            choice.resolved ? "means " + inked(choice.candidates.front().key, Ink::name, colour_)
                                            : inked("unresolved", Ink::bad, colour_));
    for (const NameCandidate& candidate : choice.candidates)
      told.branches.push_back(
          {fmt::format("{} ({}), {} point{}: {}", inked(candidate.key, Ink::name, colour_), candidate.type,
                       candidate.points, candidate.points == 1 ? "" : "s", clues(candidate)),
           {}});
    tree.branches.push_back(std::move(told));
  }
}

void SentenceTree::add_parts(const ExplainedMatch& match, TextTree& tree) const {
  std::vector<std::vector<std::string>> rows;
  for (const ExplainedPart& part : match.parts)
    rows.push_back(
        {shortened(part.written, kWidestText / 2), shortened(surface(part.taken), kWidestText / 2), bytes(part.taken)});
  for (std::string& line : aligned(rows, {Ink::name, Ink::plain, Ink::faint}, colour_))
    tree.branches.push_back({std::move(line), {}});
}

TextTree SentenceTree::rule_line(const ExplainedMatch& match) const {
  const PatternInfo& info = rules_.patterns()[match.pattern];
  TextTree tree;
  tree.line = fmt::format("rule {}, {}: {}", inked(info.rule, Ink::name, colour_),
                          inked(fmt::format("{}:{}", info.file, info.line), Ink::place, colour_),
                          inked(match.written, Ink::plain, colour_));
  add_parts(match, tree);
  if (info.confidence != Confidence::high)
    tree.branches.push_back({fmt::format("confidence: {}", name(info.confidence)), {}});
  if (!info.note.empty()) tree.branches.push_back({"note: " + inked(info.note, Ink::plain, colour_), {}});
  for (const std::string& reference : info.references)
    tree.branches.push_back({"see: " + inked(reference, Ink::plain, colour_), {}});
  return tree;
}

std::string SentenceTree::why_modality(const ExplainedStatement& statement, const Match& match) const {
  const std::string_view modality = name(match.modality);
  if (statement.modality_is_fixed) return fmt::format("{}: the pattern says so", modality);
  if (!statement.cue) return fmt::format("{}: no cue applies", modality);
  return fmt::format(
      "{} because of '{}' ({}), cue at {}: {}", modality, inked(surface(statement.cue->span), Ink::name, colour_),
      bytes(statement.cue->span),
      inked(fmt::format("{}:{}", statement.cue->place.file, statement.cue->place.line), Ink::place, colour_),
      shortened(statement.cue->written, kWidestText));
}

TextTree SentenceTree::of(const ExplainedStatement& statement) const {
  const Match& match = explanation_.extraction.matches[statement.match];
  TextTree tree;
  tree.line = fmt::format("{} {} -> {} ({})", inked(rules_.relations()[match.relation].id, Ink::good, colour_),
                          inked(key(match.from), Ink::name, colour_), inked(key(match.to), Ink::name, colour_),
                          name(match.modality));
  tree.branches.push_back(rule_line(statement.how));
  tree.branches.push_back({why_modality(statement, match), {}});
  if (match.speaker)
    tree.branches.push_back({fmt::format("said by {} ('{}', {})", inked(key(*match.speaker), Ink::name, colour_),
                                         inked(surface(match.speech), Ink::name, colour_), bytes(match.speech)),
                             {}});
  return tree;
}

std::string SentenceTree::why_refused(const RefusedMatch& refused) const {
  switch (refused.by) {
    case RefusedMatch::By::guard:
      return fmt::format("{} refuses it: {}", refused.guard,
                         shortened(fmt::format("{}", fmt::join(refused.guard_written, "; ")), kWidestText));
    case RefusedMatch::By::same_entity:
      return fmt::format("both ends are {}", inked(key(refused.ends->first), Ink::name, colour_));
    case RefusedMatch::By::other_pattern: {
      const Match& winner = explanation_.extraction.matches[*refused.winner];
      return fmt::format("{} speaks for this pair already ({})", rules_.patterns()[winner.pattern].rule,
                         name(winner.modality));
    }
    case RefusedMatch::By::pair:
      return "'where' of the rule refuses the pair";
    case RefusedMatch::By::document:
      return "'when' of the rule refuses the document";
    case RefusedMatch::By::engine:
      break;
  }
  return "the engine did not keep it";
}

TextTree SentenceTree::of(const RefusedMatch& refused) const {
  TextTree tree;
  tree.line = inked("refused", Ink::bad, colour_);
  if (refused.ends)
    tree.line += fmt::format(" {} -> {}", inked(key(refused.ends->first), Ink::name, colour_),
                             inked(key(refused.ends->second), Ink::name, colour_));
  tree.line += ": " + why_refused(refused);
  tree.branches.push_back(rule_line(refused.how));
  return tree;
}

// What the document says of itself beyond its title, which everybody sees.
std::string facts_text(const DocumentFacts& facts, bool colour) {
  std::string text;
  if (!facts.date.empty()) text += fmt::format("date: {}\n", facts.date);
  if (!facts.source.empty()) text += fmt::format("source: {}\n", inked(facts.source, Ink::name, colour));
  return text.empty() ? text : text + "\n";
}

std::string_view kind_of(Via via) {
  switch (via) {
    case Via::name:
      return "listed name";
    case Via::context:
      return "name in doubt";
    case Via::pattern:
      return "mention pattern";
    case Via::learned:
      return "learned in this document";
    case Via::short_form:
      return "short form";
    case Via::reference:
      return "reference";
  }
  return "listed name";
}

}  // namespace

std::string how_found(const Document& document, const Extraction& extraction, const Mention& mention) {
  const std::string& key = extraction.entities[mention.entity].key;
  if (mention.span.in(document.text()) == key) return std::string(kind_of(mention.via));
  if (mention.via == Via::name) return fmt::format("alias of {}", key);
  if (mention.stands_for.empty()) return fmt::format("{}, stands for {}", kind_of(mention.via), key);
  const Span meant = document.original_span(mention.stands_for);
  return fmt::format("{}, stands for {} (bytes {}-{})", kind_of(mention.via), key, meant.begin + document.base_offset(),
                     meant.end + document.base_offset());
}

std::string place_text(const Document& document, Span span) {
  const LineColumn at = document.locate(document.original_span(span).begin);
  return fmt::format("{}:{}:{}", document.file().empty() ? document.id() : document.file(), at.line, at.column);
}

std::string typed_sentence(const RuleSet& rules, const Document& document, const Explanation& explanation,
                           std::uint32_t sentence, bool colour) {
  const std::string_view text = document.text();
  const Span whole = document.sentences()[sentence].span;
  std::string line;
  std::uint32_t at = whole.begin;
  const std::vector<Mention>& mentions = explanation.extraction.mentions;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    if (mentions[i].sentence != sentence) continue;
    if (mentions[i].span.begin >= at) line += inked(text.substr(at, mentions[i].span.begin - at), Ink::plain, colour);
    line += fmt::format("[{} {}]", inked(mentions[i].span.in(text), Ink::name, colour),
                        inked(rules.types()[explanation.mention_types[i]].name, Ink::faint, colour));
    at = mentions[i].span.end;
  }
  std::string rest = inked(text.substr(at, whole.end - at), Ink::plain, colour);
  line += rest;
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

std::string explanation_text(const RuleSet& rules, const Document& document, const Explanation& explanation,
                             const std::vector<std::uint32_t>& sentences, bool colour) {
  const SentenceTree trees(rules, document, explanation, colour);
  std::string text = facts_text(explanation.extraction.facts, colour);
  for (const std::uint32_t sentence : sentences) text += render(trees.of(sentence), colour) + "\n";
  return text;
}

}  // namespace edgewise
