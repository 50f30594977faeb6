// SPDX-License-Identifier: Apache-2.0
// One function for each section of a rule file. Shapes are right here, or somebody has complained already.
#include "rules/rule_sections.h"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <utility>

#include "rules/pattern_section.h"
#include "rules/rule_keys.h"
#include "rules/yaml_values.h"
#include "rules/yield_text.h"

namespace edgewise {
namespace {

using Kind = YamlNode::Kind;

std::vector<TypeDecl> read_types(const YamlNode& root) {
  std::vector<TypeDecl> types;
  for (const auto& [name, node] : entries_of(root, "types"))
    types.push_back({name, texts_of(node, "is"), labels_of(node), text_of(node, "color")});
  return types;
}

std::vector<EntityDecl> read_entities(const YamlNode& root, const TableReader& read_table) {
  std::vector<EntityDecl> entities;
  for (const YamlNode* node : maps_of(root, "entities")) {
    if (const auto file = text_of(*node, "file")) {
      read_table(*file, text_or_none_of(*node, "type"), entities);
    } else if (const auto name = text_of(*node, "name")) {
      entities.push_back({*name, text_or_none_of(*node, "type"), texts_of(*node, "also"), labels_of(*node),
                          text_of(*node, "id"), word_of(*node, "case") == "fold", texts_of(*node, "weak"),
                          texts_of(*node, "near"), text_of(*node, "ticker")});
    }
  }
  return entities;
}

std::uint32_t stage(const YamlNode& map) {
  const std::string digits = word_of(map, "stage");
  std::uint32_t value = 1;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value >= 1 && value <= kLastStage ? value : 1;
}

std::vector<MentionDecl> read_mentions(const YamlNode& root) {
  std::vector<MentionDecl> mentions;
  for (const YamlNode* node : maps_of(root, "mentions"))
    for (const Located& match : texts_of(*node, "match"))
      mentions.push_back({text_or_none_of(*node, "type"), stage(*node), flag_of(*node, "learn").value_or(false),
                          text_of(*node, "name"), read_pattern(*node, match)});
  return mentions;
}

std::vector<ReferenceDecl> read_references(const YamlNode& root) {
  std::vector<ReferenceDecl> references;
  for (const YamlNode* node : maps_of(root, "references"))
    for (const Located& match : texts_of(*node, "match"))
      references.push_back(
          {text_or_none_of(*node, "type"), word_of(*node, "stands_for") == "pair", read_pattern(*node, match)});
  return references;
}

std::vector<DocumentDecl> read_document(const YamlNode& root) {
  std::vector<DocumentDecl> lines;
  for (const YamlNode* node : maps_of(root, "document")) {
    const std::string where = word_of(*node, "where");
    for (const Located& match : texts_of(*node, "match"))
      lines.push_back({read_pattern(*node, match), where == "end"        ? DocumentDecl::Where::end
                                                   : where == "anywhere" ? DocumentDecl::Where::anywhere
                                                                         : DocumentDecl::Where::head});
  }
  return lines;
}

ShortenDecl::How how_to_shorten(std::string_view word) {
  if (word == "brackets") return ShortenDecl::How::brackets;
  return word == "first_part" ? ShortenDecl::How::first_part : ShortenDecl::How::last_part;
}

std::vector<ShortenDecl> read_shorten(const YamlNode& root) {
  std::vector<ShortenDecl> shorten;
  for (const YamlNode* node : maps_of(root, "shorten"))
    shorten.push_back(
        {text_or_none_of(*node, "type"), how_to_shorten(word_of(*node, "how")), texts_of(*node, "except")});
  return shorten;
}

std::vector<FitDecl> read_fits(const YamlNode& root) {
  std::vector<FitDecl> fits;
  for (const YamlNode* node : maps_of(root, "fits"))
    fits.push_back({text_or_none_of(*node, "type"), texts_of(*node, "before"), texts_of(*node, "after")});
  return fits;
}

CueDecl::Where reach_of(std::string_view word) {
  if (word == "clause") return CueDecl::Where::clause;
  if (word == "sentence") return CueDecl::Where::sentence;
  if (word == "before") return CueDecl::Where::before;
  if (word == "after") return CueDecl::Where::after;
  return word == "whole" ? CueDecl::Where::whole : CueDecl::Where::inside;
}

std::vector<CueDecl> read_cues(const YamlNode& root) {
  std::vector<CueDecl> cues;
  for (const YamlNode* node : maps_of(root, "cues"))
    for (const Located& match : texts_of(*node, "match"))
      cues.push_back({parse_modality(word_of(*node, "modality")).value_or(Modality::asserted), match,
                      reach_of(word_of(*node, "where"))});
  return cues;
}

std::vector<SpeakerDecl> read_speakers(const YamlNode& root) {
  std::vector<SpeakerDecl> speakers;
  for (const YamlNode* node : maps_of(root, "speakers"))
    for (const Located& match : texts_of(*node, "match"))
      speakers.push_back({read_pattern(*node, match), word_of(*node, "where") == "behind"});
  return speakers;
}

std::vector<FragmentDecl> read_fragments(const YamlNode* root) {
  std::vector<FragmentDecl> fragments;
  if (root == nullptr) return fragments;
  for (const auto& [name, node] : entries_of(*root, "fragments"))
    if (node.kind == Kind::text) fragments.push_back({name, node.text});
  return fragments;
}

std::vector<PatternDecl> read_patterns(const YamlNode& relation) {
  std::vector<PatternDecl> patterns;
  const auto add = [&](const YamlNode& node) {
    if (node.kind == Kind::text) patterns.push_back(read_pattern(node, node.text));
    if (const auto match = text_of(node, "pattern")) patterns.push_back(read_pattern(node, *match));
  };
  const YamlNode* match = relation.find("match");
  if (match == nullptr) return patterns;
  add(*match);
  for (const YamlNode& item : match->items) add(item);
  return patterns;
}

std::vector<ExampleDecl> read_examples(const YamlNode& relation, Complaints& complaints) {
  std::vector<ExampleDecl> examples;
  for (const YamlNode* node : maps_of(relation, "examples")) {
    ExampleDecl example{text_or_none_of(*node, "text"), {}, text_of(*node, "todo")};
    for (const Located& whole : texts_of(*node, "yields"))
      if (auto expected = read_yield(whole, complaints)) example.yields.push_back(*std::move(expected));
    examples.push_back(std::move(example));
  }
  return examples;
}

std::vector<QualifierDecl> read_qualifiers(const YamlNode& relation) {
  std::vector<QualifierDecl> qualifiers;
  for (const auto& [name, node] : entries_of(relation, "qualifiers"))
    if (node.kind == Kind::text) qualifiers.push_back({name, node.text});
  return qualifiers;
}

std::vector<RelationDecl> read_relations(const YamlNode& root, Complaints& complaints) {
  std::vector<RelationDecl> relations;
  for (const auto& [id, node] : entries_of(root, "relations"))
    relations.push_back({id, labels_of(node), texts_of(node, "from"), texts_of(node, "to"), text_of(node, "color"),
                         flag_of(node, "symmetric"), flag_of(node, "cues"), read_scope(node),
                         text_of(node, "inverse_of"), texts_of(node, "implies"), read_qualifiers(node),
                         read_patterns(node), read_examples(node, complaints)});
  return relations;
}

}  // namespace

std::vector<Located> imports_of(const YamlNode& root) { return texts_of(root, "import"); }

RuleFile read_sections(const YamlNode& root, Complaints& complaints, const TableReader& read_table) {
  RuleFile rules;
  rules.file = root.text.file;
  rules.pack = word_of(root, "pack");
  rules.version = word_of(root, "version");
  rules.description = word_of(root, "description");
  rules.license = word_of(root, "license");
  rules.language = word_of(root, "language");
  rules.imports = imports_of(root);
  rules.types = read_types(root);
  rules.entities = read_entities(root, read_table);
  rules.mentions = read_mentions(root);
  rules.references = read_references(root);
  rules.shorten = read_shorten(root);
  rules.fits = read_fits(root);
  rules.document = read_document(root);
  rules.cues = read_cues(root);
  rules.speakers = read_speakers(root);
  rules.fragments = read_fragments(&root);
  rules.overrides = read_fragments(root.find("override"));
  if (const YamlNode* removed = root.find("remove")) {
    rules.removed_names = texts_of(*removed, "names");
    rules.removed_rules = texts_of(*removed, "rules");
  }
  rules.relations = read_relations(root, complaints);
  return rules;
}

}  // namespace edgewise
