// SPDX-License-Identifier: Apache-2.0
// Writes what explain() says, member by member.
#include "cli/explanation_json.h"

#include <algorithm>
#include <string_view>

#include "cli/extraction_json.h"

namespace edgewise {
namespace {

std::string_view name(ExplainedPart::Kind kind) {
  switch (kind) {
    case ExplainedPart::Kind::text:
      return "text";
    case ExplainedPart::Kind::from:
      return "from";
    case ExplainedPart::Kind::to:
      return "to";
    case ExplainedPart::Kind::mention:
      return "mention";
    case ExplainedPart::Kind::gap:
      return "gap";
    case ExplainedPart::Kind::fragment:
      return "fragment";
  }
  return "text";
}

std::string_view name(RefusedMatch::By by) {
  switch (by) {
    case RefusedMatch::By::guard:
      return "guard";
    case RefusedMatch::By::same_entity:
      return "same-entity";
    case RefusedMatch::By::other_pattern:
      return "other-pattern";
    case RefusedMatch::By::pair:
      return "where";
    case RefusedMatch::By::document:
      return "when";
    case RefusedMatch::By::engine:
      return "engine";
  }
  return "engine";
}

class ExplanationJson : public ExtractionJson {
 public:
  using ExtractionJson::ExtractionJson;

  void write(std::uint32_t sentence) {
    const Span span = document_.sentences()[sentence].span;
    const LineColumn at = document_.locate(document_.original_span(span).begin);
    json_.open_object().member("line", at.line).member("column", at.column);
    write_span(span);
    json_.key("mentions").open_array();
    for (std::uint32_t i = 0; i < explanation_.extraction.mentions.size(); ++i)
      if (explanation_.extraction.mentions[i].sentence == sentence) write_mention(i);
    json_.close_array().key("names_in_doubt").open_array();
    for (const NameChoice& choice : explanation_.extraction.choices) write_choice(choice, span);
    json_.close_array().key("statements").open_array();
    const ExplainedSentence& explained = explanation_.sentences[sentence];
    for (const ExplainedStatement& statement : explained.statements) write_statement(statement);
    json_.close_array().key("refused").open_array();
    for (const RefusedMatch& refused : explained.refused) write_refused(refused);
    json_.close_array().close_object();
  }

 private:
  // Nothing if the name does not stand in `sentence`.
  void write_choice(const NameChoice& choice, Span sentence) {
    const auto inside = [&](Span place) { return sentence.contains(place); };
    if (std::none_of(choice.places.begin(), choice.places.end(), inside)) return;
    json_.open_object().member("name", choice.name).member("resolved", choice.resolved);
    json_.key("places").open_array();
    for (const Span place : choice.places)
      if (inside(place)) write_place(place);
    json_.close_array().key("candidates").open_array();
    for (const NameCandidate& candidate : choice.candidates) {
      json_.open_object().member("name", candidate.key).member("type", candidate.type);
      json_.member("points", candidate.points).member("usual", candidate.usual);
      json_.member("full_name", candidate.full_name).member("near", candidate.near);
      json_.member("fits", candidate.fits).close_object();
    }
    json_.close_array().close_object();
  }
  void write_match(const ExplainedMatch& match) {
    write_rule(match.pattern);
    json_.member("pattern", match.written).key("match");
    write_place(match.span);
    json_.key("parts").open_array();
    for (const ExplainedPart& part : match.parts) {
      json_.open_object().member("kind", name(part.kind)).member("written", part.written);
      write_span(part.taken);
      json_.close_object();
    }
    json_.close_array();
  }
  void write_statement(const ExplainedStatement& statement) {
    const Match& match = explanation_.extraction.matches[statement.match];
    json_.open_object().member("relation", rules_.relations()[match.relation].id);
    json_.member("from", entity(match.from).key).member("to", entity(match.to).key);
    json_.member("modality", edgewise::name(match.modality));
    json_.member("modality_fixed", statement.modality_is_fixed);
    if (statement.cue) {
      json_.key("cue").open_object();
      write_span(statement.cue->span);
      json_.member("rule_file", statement.cue->place.file).member("rule_line", statement.cue->place.line);
      json_.member("pattern", statement.cue->written).close_object();
    }
    if (match.speaker) {
      json_.key("speaker").open_object().member("name", entity(*match.speaker).key).key("mention");
      write_place(explanation_.extraction.mentions[*match.speaker].span);
      json_.key("words");
      write_place(match.speech);
      json_.close_object();
    }
    write_match(statement.how);
    json_.close_object();
  }
  void write_refused(const RefusedMatch& refused) {
    json_.open_object().member("by", name(refused.by));
    if (refused.by == RefusedMatch::By::guard) {
      json_.member("guard", refused.guard).key("guard_patterns").open_array();
      for (const std::string& expression : refused.guard_written) json_.value(expression);
      json_.close_array();
    }
    if (refused.ends) json_.member("from", entity(refused.ends->first).key);
    if (refused.ends) json_.member("to", entity(refused.ends->second).key);
    if (refused.winner)
      json_.member("winner", rules_.patterns()[explanation_.extraction.matches[*refused.winner].pattern].rule);
    write_match(refused.how);
    json_.close_object();
  }
};

}  // namespace

void write_json(JsonWriter& json, const RuleSet& rules, const Document& document, const Explanation& explanation,
                const std::vector<std::uint32_t>& sentences) {
  const DocumentFacts& facts = explanation.extraction.facts;
  json.open_object().member("document", document.id());
  json.member("title", facts.title).member("date", facts.date).member("source", facts.source);
  json.key("sentences").open_array();
  ExplanationJson writer(json, rules, document, explanation);
  for (const std::uint32_t sentence : sentences) writer.write(sentence);
  json.close_array().close_object();
}

}  // namespace edgewise
