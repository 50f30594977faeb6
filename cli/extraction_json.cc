// SPDX-License-Identifier: Apache-2.0
// Writes stretches of text, mentions and rules.
#include "cli/extraction_json.h"

namespace edgewise {

void ExtractionJson::write_span(Span span) {
  const Span original = document_.original_span(span);
  json_.member("begin", original.begin + document_.base_offset());
  json_.member("end", original.end + document_.base_offset());
  json_.member("text", document_.quote(original));
}

void ExtractionJson::write_place(Span span) {
  json_.open_object();
  write_span(span);
  json_.close_object();
}

void ExtractionJson::write_rule(std::uint32_t pattern) {
  const PatternInfo& info = rules_.patterns()[pattern];
  json_.member("rule", info.rule).member("rule_file", info.file).member("rule_line", info.line);
  json_.member("confidence", name(info.confidence));
  if (!info.note.empty()) json_.member("note", info.note);
  if (info.references.empty()) return;
  json_.key("references").open_array();
  for (const std::string& reference : info.references) json_.value(reference);
  json_.close_array();
}

void ExtractionJson::write_mention(std::uint32_t index) {
  const Mention& mention = explanation_.extraction.mentions[index];
  json_.open_object();
  write_span(mention.span);
  json_.member("type", rules_.types()[explanation_.mention_types[index]].name);
  json_.member("name", entity(index).key).member("found_by", name(mention.via));
  if (!mention.stands_for.empty()) {
    json_.key("stands_for");
    write_place(mention.stands_for);
  }
  json_.close_object();
}

}  // namespace edgewise
