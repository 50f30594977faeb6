// SPDX-License-Identifier: Apache-2.0
// Turns matches into statements with their evidence.
#include "pipeline/statement_maker.h"

#include <string>
#include <utility>

#include "graph/via_steps.h"
#include "pipeline/quotation.h"

namespace edgewise {
namespace {

EntityMention entity_mention(const EntityRef& entity) {
  EntityMention mention{entity.key, entity.type, {}, entity.external_id, entity.ticker};
  mention.labels.reserve(entity.labels.size());
  for (const Label& label : entity.labels) mention.labels.emplace_back(label.language, label.text);
  return mention;
}

std::string via(const Mention& from, const Mention& to, bool implied) {
  std::string text(name(Via::name));
  if (from.via != Via::name) text = with_step(text, End::from, name(from.via));
  if (to.via != Via::name) text = with_step(text, End::to, name(to.via));
  return implied ? with_step(text, End::both, "implied") : text;
}

Span in_file(const Document& document, Span span_of_text) {
  if (span_of_text.empty()) return {};
  Span span = document.original_span(span_of_text);
  span.begin += document.base_offset();
  span.end += document.base_offset();
  return span;
}

Attribution attribution(const Document& document, const Extraction& extraction, const Match& match) {
  if (!match.speaker) return {};
  const Mention& speaker = extraction.mentions[*match.speaker];
  return {extraction.entities[speaker.entity].key, document.quote(document.original_span(match.speech)),
          in_file(document, speaker.span), in_file(document, match.speech)};
}

Evidence evidence_for(const Document& document, const Extraction& extraction, const Match& match,
                      const PatternInfo& pattern) {
  const Mention& from = extraction.mentions[match.from];
  const Mention& to = extraction.mentions[match.to];
  const Span quoted = quoted_span(document, extraction, match);
  const Span original = document.original_span(quoted);
  Evidence evidence;
  evidence.document = document.id();
  evidence.title = extraction.facts.title;
  evidence.date = extraction.facts.date;
  evidence.source = extraction.facts.source;
  evidence.sentence = match.sentence + 1;
  evidence.line = document.locate(original.begin).line;
  evidence.span = in_file(document, quoted);
  evidence.from = in_file(document, from.span);
  evidence.to = in_file(document, to.span);
  evidence.from_meant = in_file(document, from.stands_for);
  evidence.to_meant = in_file(document, to.stands_for);
  evidence.said = attribution(document, extraction, match);
  evidence.cue = in_file(document, match.cue);
  evidence.quote = document.quote(original);
  evidence.rule = pattern.rule;
  evidence.rule_digest = pattern.digest;
  evidence.confidence = name(pattern.confidence);
  evidence.via = via(from, to, match.implied);
  for (const QualifierValue& qualifier : match.qualifiers)
    evidence.qualifiers.push_back({qualifier.name, qualifier.value,
                                   document.quote(document.original_span(qualifier.span)),
                                   in_file(document, qualifier.span)});
  return evidence;
}

}  // namespace

DocumentStatements make_statements(std::span<const RelationInfo> relations, std::span<const PatternInfo> patterns,
                                   const Document& document, const Extraction& extraction) {
  DocumentStatements made;
  made.statements.reserve(extraction.matches.size());
  for (const Match& match : extraction.matches) {
    Statement statement;
    statement.from = entity_mention(extraction.entities[extraction.mentions[match.from].entity]);
    statement.to = entity_mention(extraction.entities[extraction.mentions[match.to].entity]);
    statement.relation = relations[match.relation].id;
    statement.modality = match.modality;
    statement.evidence = evidence_for(document, extraction, match, patterns[match.pattern]);
    made.statements.push_back(std::move(statement));
  }
  std::vector<std::uint32_t> counts(extraction.entities.size());
  for (const Mention& mention : extraction.mentions) ++counts[mention.entity];
  for (std::size_t i = 0; i < counts.size(); ++i)
    if (counts[i] > 0) made.mentions.push_back({entity_mention(extraction.entities[i]), counts[i]});
  return made;
}

}  // namespace edgewise
