// SPDX-License-Identifier: Apache-2.0
// One function for each section of a rule file. Shapes are right here, or somebody has complained already.
#include "rules/rule_sections.h"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <utility>

#include "rules/rule_keys.h"
#include "rules/yield_text.h"

namespace edgewise {
namespace {

using Kind = YamlNode::Kind;

std::optional<Located> text(const YamlNode& map, std::string_view key) {
  const YamlNode* node = map.find(key);
  if (node == nullptr || node->kind != Kind::text) return std::nullopt;
  return node->text;
}

Located text_or_none(const YamlNode& map, std::string_view key) { return text(map, key).value_or(Located()); }

std::string word(const YamlNode& map, std::string_view key) { return text_or_none(map, key).text; }

std::vector<Located> texts(const YamlNode& map, std::string_view key) {
  std::vector<Located> found;
  const YamlNode* node = map.find(key);
  if (node == nullptr) return found;
  // Blank texts have been complained about, and mean nothing.
  const auto add = [&](const YamlNode& item) {
    if (item.kind == Kind::text && item.text.text.find_first_not_of(" \t\r\n") != std::string::npos)
      found.push_back(item.text);
  };
  add(*node);
  for (const YamlNode& item : node->items) add(item);
  return found;
}

std::optional<bool> flag(const YamlNode& map, std::string_view key) {
  const auto value = text(map, key);
  if (!value) return std::nullopt;
  return value->text == "true";
}

std::vector<Label> labels(const YamlNode& map) {
  std::vector<Label> found;
  const YamlNode* node = map.find("label");
  if (node == nullptr) return found;
  for (const YamlEntry& entry : node->entries)
    if (entry.value.kind == Kind::text) found.push_back({entry.key.text, entry.value.text.text});
  return found;
}

// The maps in a list under `key`.
std::vector<const YamlNode*> maps(const YamlNode& root, std::string_view key) {
  std::vector<const YamlNode*> found;
  const YamlNode* node = root.find(key);
  if (node == nullptr) return found;
  for (const YamlNode& item : node->items)
    if (item.kind == Kind::map) found.push_back(&item);
  return found;
}

const std::vector<YamlEntry>& entries(const YamlNode& root, std::string_view key) {
  static const std::vector<YamlEntry> kNone;
  const YamlNode* node = root.find(key);
  return node == nullptr ? kNone : node->entries;
}

std::int32_t number(const YamlNode& map, std::string_view key) {
  const std::string digits = word(map, key);
  std::int32_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::optional<MatchScope> scope(const YamlNode& map) {
  static constexpr std::pair<std::string_view, MatchScope> kScopes[] = {
      {"sentence", MatchScope::sentence},   {"clause", MatchScope::clause}, {"neighbours", MatchScope::neighbours},
      {"paragraph", MatchScope::paragraph}, {"title", MatchScope::title},   {"document", MatchScope::document},
  };
  const std::string written = word(map, "scope");
  for (const auto& [name, scope] : kScopes)
    if (name == written) return scope;
  return std::nullopt;
}

PairConstraints constraints(const YamlNode& pattern) {
  PairConstraints read;
  const YamlNode* where = pattern.find("where");
  if (where == nullptr) return read;
  const std::string order = word(*where, "order");
  if (order == "from-first") read.order = PairConstraints::Order::from_first;
  if (order == "to-first") read.order = PairConstraints::Order::to_first;
  read.same_clause = word(*where, "same") == "clause";
  if (text(*where, "apart")) read.apart = static_cast<std::uint32_t>(std::max(0, number(*where, "apart")));
  read.from_not = texts(*where, "from_not");
  read.to_not = texts(*where, "to_not");
  return read;
}

DocumentConditions conditions(const YamlNode& pattern) {
  const YamlNode* when = pattern.find("when");
  if (when == nullptr) return {};
  return {texts(*when, "title"), texts(*when, "not_title"), texts(*when, "body"), texts(*when, "not_body")};
}

PatternDecl pattern(const YamlNode& map, const Located& match) {
  PatternDecl decl;
  decl.match = match;
  decl.before = texts(map, "before");
  decl.after = texts(map, "after");
  decl.not_before = texts(map, "not_before");
  decl.not_after = texts(map, "not_after");
  decl.not_inside = texts(map, "not_inside");
  decl.unless = texts(map, "unless");
  decl.within = texts(map, "within");
  decl.modality = parse_modality(word(map, "modality"));
  decl.id = text(map, "id");
  decl.priority = number(map, "priority");
  decl.scope = scope(map);
  decl.where = constraints(map);
  decl.when = conditions(map);
  return decl;
}

std::vector<TypeDecl> read_types(const YamlNode& root) {
  std::vector<TypeDecl> types;
  for (const auto& [name, node] : entries(root, "types"))
    types.push_back({name, texts(node, "is"), labels(node), text(node, "color")});
  return types;
}

std::vector<EntityDecl> read_entities(const YamlNode& root, const TableReader& read_table) {
  std::vector<EntityDecl> entities;
  for (const YamlNode* node : maps(root, "entities")) {
    if (const auto file = text(*node, "file")) {
      read_table(*file, text_or_none(*node, "type"), entities);
    } else if (const auto name = text(*node, "name")) {
      entities.push_back({*name, text_or_none(*node, "type"), texts(*node, "also"), labels(*node), text(*node, "id"),
                          word(*node, "case") == "fold"});
    }
  }
  return entities;
}

std::uint32_t stage(const YamlNode& map) {
  const std::string digits = word(map, "stage");
  std::uint32_t value = 1;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value >= 1 && value <= kLastStage ? value : 1;
}

std::vector<MentionDecl> read_mentions(const YamlNode& root) {
  std::vector<MentionDecl> mentions;
  for (const YamlNode* node : maps(root, "mentions"))
    for (const Located& match : texts(*node, "match"))
      mentions.push_back({text_or_none(*node, "type"), stage(*node), flag(*node, "learn").value_or(false),
                          text(*node, "name"), pattern(*node, match)});
  return mentions;
}

std::vector<ReferenceDecl> read_references(const YamlNode& root) {
  std::vector<ReferenceDecl> references;
  for (const YamlNode* node : maps(root, "references"))
    for (const Located& match : texts(*node, "match"))
      references.push_back({text_or_none(*node, "type"), pattern(*node, match)});
  return references;
}

ShortenDecl::How how_to_shorten(std::string_view word) {
  if (word == "brackets") return ShortenDecl::How::brackets;
  return word == "first_part" ? ShortenDecl::How::first_part : ShortenDecl::How::last_part;
}

std::vector<ShortenDecl> read_shorten(const YamlNode& root) {
  std::vector<ShortenDecl> shorten;
  for (const YamlNode* node : maps(root, "shorten"))
    shorten.push_back({text_or_none(*node, "type"), how_to_shorten(word(*node, "how")), texts(*node, "except")});
  return shorten;
}

CueDecl::Where reach_of(std::string_view word) {
  if (word == "clause") return CueDecl::Where::clause;
  if (word == "sentence") return CueDecl::Where::sentence;
  return word == "whole" ? CueDecl::Where::whole : CueDecl::Where::inside;
}

std::vector<CueDecl> read_cues(const YamlNode& root) {
  std::vector<CueDecl> cues;
  for (const YamlNode* node : maps(root, "cues"))
    for (const Located& match : texts(*node, "match"))
      cues.push_back({parse_modality(word(*node, "modality")).value_or(Modality::asserted), match,
                      reach_of(word(*node, "where"))});
  return cues;
}

std::vector<FragmentDecl> read_fragments(const YamlNode* root) {
  std::vector<FragmentDecl> fragments;
  if (root == nullptr) return fragments;
  for (const auto& [name, node] : entries(*root, "fragments"))
    if (node.kind == Kind::text) fragments.push_back({name, node.text});
  return fragments;
}

std::vector<PatternDecl> read_patterns(const YamlNode& relation) {
  std::vector<PatternDecl> patterns;
  const auto add = [&](const YamlNode& node) {
    if (node.kind == Kind::text) patterns.push_back(pattern(node, node.text));
    if (const auto match = text(node, "pattern")) patterns.push_back(pattern(node, *match));
  };
  const YamlNode* match = relation.find("match");
  if (match == nullptr) return patterns;
  add(*match);
  for (const YamlNode& item : match->items) add(item);
  return patterns;
}

std::vector<ExampleDecl> read_examples(const YamlNode& relation, Complaints& complaints) {
  std::vector<ExampleDecl> examples;
  for (const YamlNode* node : maps(relation, "examples")) {
    ExampleDecl example{text_or_none(*node, "text"), {}, text(*node, "todo")};
    for (const Located& whole : texts(*node, "yields"))
      if (auto expected = read_yield(whole, complaints)) example.yields.push_back(*std::move(expected));
    examples.push_back(std::move(example));
  }
  return examples;
}

std::vector<QualifierDecl> read_qualifiers(const YamlNode& relation) {
  std::vector<QualifierDecl> qualifiers;
  for (const auto& [name, node] : entries(relation, "qualifiers"))
    if (node.kind == Kind::text) qualifiers.push_back({name, node.text});
  return qualifiers;
}

std::vector<RelationDecl> read_relations(const YamlNode& root, Complaints& complaints) {
  std::vector<RelationDecl> relations;
  for (const auto& [id, node] : entries(root, "relations"))
    relations.push_back({id, labels(node), texts(node, "from"), texts(node, "to"), text(node, "color"),
                         flag(node, "symmetric"), flag(node, "cues"), scope(node), text(node, "inverse_of"),
                         texts(node, "implies"), read_qualifiers(node), read_patterns(node),
                         read_examples(node, complaints)});
  return relations;
}

}  // namespace

std::vector<Located> imports_of(const YamlNode& root) { return texts(root, "import"); }

RuleFile read_sections(const YamlNode& root, Complaints& complaints, const TableReader& read_table) {
  RuleFile rules;
  rules.file = root.text.file;
  rules.pack = word(root, "pack");
  rules.version = word(root, "version");
  rules.description = word(root, "description");
  rules.license = word(root, "license");
  rules.language = word(root, "language");
  rules.imports = imports_of(root);
  rules.types = read_types(root);
  rules.entities = read_entities(root, read_table);
  rules.mentions = read_mentions(root);
  rules.references = read_references(root);
  rules.shorten = read_shorten(root);
  rules.cues = read_cues(root);
  rules.fragments = read_fragments(&root);
  rules.overrides = read_fragments(root.find("override"));
  if (const YamlNode* removed = root.find("remove")) {
    rules.removed_names = texts(*removed, "names");
    rules.removed_rules = texts(*removed, "rules");
  }
  rules.relations = read_relations(root, complaints);
  return rules;
}

}  // namespace edgewise
