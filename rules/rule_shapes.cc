// SPDX-License-Identifier: Apache-2.0
// One function for each section of a rule file.
#include "rules/rule_shapes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

namespace edgewise {
namespace {

using Word = std::string_view;
constexpr std::array<Word, 16> kFileKeys = {"edgewise", "pack",     "version",    "description", "license", "language",
                                            "import",   "types",    "entities",   "mentions",    "references", "shorten",
                                            "cues",     "fragments", "relations", "notes"};
constexpr std::array<Word, 4> kTypeKeys = {"is", "label", "color", "description"};
constexpr std::array<Word, 7> kEntityKeys = {"name", "type", "also", "label", "id", "case", "file"};
constexpr std::array<Word, 12> kMentionKeys = {"type",       "match",     "stage",  "learn",  "name",       "before",
                                               "after", "not_before", "not_after", "not_inside", "unless", "within"};
constexpr std::array<Word, 9> kReferenceKeys = {"type", "match", "before", "after", "not_before", "not_after", "not_inside", "unless", "within"};
constexpr std::array<Word, 2> kShortenKeys = {"type", "how"};
constexpr std::array<Word, 3> kCueKeys = {"modality", "match", "where"};
constexpr std::array<Word, 9> kRelationKeys = {"label", "from", "to", "color", "symmetric", "cues", "match", "examples", "description"};
constexpr std::array<Word, 9> kPatternKeys = {"pattern", "before", "after", "not_before", "not_after", "not_inside", "unless", "within", "modality"};
constexpr std::array<Word, 3> kExampleKeys = {"text", "yields", "todo"};
constexpr std::array<Word, 1> kNameRequired = {"type"};
constexpr std::array<Word, 2> kMentionRequired = {"type", "match"};
constexpr std::array<Word, 2> kCueRequired = {"modality", "match"};
constexpr std::array<Word, 1> kPatternRequired = {"pattern"};
constexpr std::array<Word, 1> kExampleRequired = {"text"};
constexpr std::array<Word, 1> kFileRequired = {"edgewise"};
constexpr std::uint32_t kLastStage = 9;

std::string_view kind_name(const YamlNode& node) {
  switch (node.kind) {
    case YamlNode::Kind::null: return "nothing";
    case YamlNode::Kind::scalar: return "a text";
    case YamlNode::Kind::list: return "a list";
    case YamlNode::Kind::map: return "a map";
  }
  return "nothing";
}

std::string trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(' ');
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(' ') - begin + 1));
}

}  // namespace

void RuleShapes::error(std::string code, const Located& at, std::string message, std::string help) {
  diagnostics_.push_back({Severity::error, std::move(code), source_.place(at), std::move(message), std::move(help), {}});
}

bool RuleShapes::check_map(const YamlNode& node, std::string_view what, Keys known, Keys required) {
  if (node.kind != YamlNode::Kind::map) {
    error("E106", node.text, fmt::format("{} should be a map, not {}", what, kind_name(node)),
          fmt::format("its keys are: {}", fmt::join(known, ", ")));
    return false;
  }
  for (std::size_t i = 0; i < node.entries.size(); ++i) {
    const Located& key = node.entries[i].first;
    if (std::find(known.begin(), known.end(), key.text) == known.end()) {
      const std::vector<std::string> names(known.begin(), known.end());
      const std::string_view near = nearest_name(key.text, names);
      error("E103", key, fmt::format("unknown key '{}' in {}", key.text, what),
            near.empty() ? fmt::format("its keys are: {}", fmt::join(known, ", ")) : fmt::format("did you mean '{}'?", near));
    }
  }
  refuse_duplicates(node);
  bool complete = true;
  for (const Word key : required) {
    if (node.find(key) != nullptr) continue;
    complete = false;
    error("E105", node.text, fmt::format("{} lacks the key '{}'", what, key), fmt::format("add '{}: …'", key));
  }
  return complete;
}

void RuleShapes::refuse_duplicates(const YamlNode& node) {
  std::map<std::string_view, const Located*> first;
  for (const auto& [key, value] : node.entries) {
    const auto [entry, fresh] = first.try_emplace(key.text, &key);
    if (fresh) continue;
    diagnostics_.push_back({Severity::error, "E104", source_.place(key), fmt::format("key '{}' is written twice", key.text),
                            "keep one of the two", {{source_.place(*entry->second), "written first here"}}});
  }
}

bool RuleShapes::is_text(const YamlNode& node, std::string_view what) {
  if (node.kind == YamlNode::Kind::scalar && !node.text.text.empty()) return true;
  error("E106", node.text, fmt::format("'{}' should be a text, not {}", what,
                                       node.kind == YamlNode::Kind::scalar ? "empty" : kind_name(node)),
        "put it into quotes if it holds special characters");
  return false;
}

const std::vector<YamlNode>& RuleShapes::list_of(const YamlNode& root, std::string_view key) {
  static const std::vector<YamlNode> kNothing;
  const YamlNode* node = root.find(key);
  if (node == nullptr || node->kind == YamlNode::Kind::null) return kNothing;
  if (node->kind == YamlNode::Kind::list) return node->items;
  error("E106", node->text, fmt::format("'{}' should be a list, not {}", key, kind_name(*node)), "put '- ' before each item");
  return kNothing;
}

Located RuleShapes::text(const YamlNode& map, std::string_view key) {
  const YamlNode* node = map.find(key);
  if (node == nullptr || !is_text(*node, key)) return {};
  return node->text;
}

std::optional<Located> RuleShapes::optional_text(const YamlNode& map, std::string_view key) {
  const YamlNode* node = map.find(key);
  if (node == nullptr || !is_text(*node, key)) return std::nullopt;
  return node->text;
}

std::vector<Located> RuleShapes::texts(const YamlNode& map, std::string_view key) {
  std::vector<Located> result;
  const YamlNode* node = map.find(key);
  if (node == nullptr || node->kind == YamlNode::Kind::null) return result;
  if (node->kind == YamlNode::Kind::list) {
    for (const YamlNode& item : node->items)
      if (is_text(item, key)) result.push_back(item.text);
  } else if (is_text(*node, key)) {
    result.push_back(node->text);
  }
  return result;
}

std::optional<bool> RuleShapes::flag(const YamlNode& map, std::string_view key) {
  const YamlNode* node = map.find(key);
  if (node == nullptr) return std::nullopt;
  if (node->kind == YamlNode::Kind::scalar && node->text.text == "true") return true;
  if (node->kind == YamlNode::Kind::scalar && node->text.text == "false") return false;
  error("E107", node->text, fmt::format("'{}' is either true or false", key), "write true or false");
  return std::nullopt;
}

std::vector<Label> RuleShapes::labels(const YamlNode& map) {
  std::vector<Label> result;
  const YamlNode* node = map.find("label");
  if (node == nullptr) return result;
  if (node->kind != YamlNode::Kind::map) {
    error("E106", node->text, fmt::format("'label' should be a map of languages, not {}", kind_name(*node)),
          "write {zh: …, en: …}");
    return result;
  }
  for (const auto& [language, value] : node->entries)
    if (is_text(value, "label")) result.push_back({language.text, value.text.text});
  return result;
}

std::optional<Modality> RuleShapes::modality(const YamlNode& map) {
  const auto word = optional_text(map, "modality");
  if (!word) return std::nullopt;
  const auto parsed = parse_modality(word->text);
  if (!parsed) {
    const std::vector<std::string> known(kModalityNames.begin(), kModalityNames.end());
    const std::string_view near = nearest_name(word->text, known);
    error("E107", *word, fmt::format("'{}' is not a modality", word->text),
          near.empty() ? fmt::format("write one of {}", fmt::join(known, ", ")) : fmt::format("did you mean '{}'?", near));
  }
  return parsed;
}

RuleFile RuleShapes::read(const YamlNode& root) {
  RuleFile rules;
  rules.file = file_;
  Located top;
  top.file = file_;
  top.positions.push_back({1, 1});
  YamlNode whole = root;
  if (whole.kind == YamlNode::Kind::null) {
    error("E113", top, "the file declares nothing", "begin with 'edgewise: 1'; see docs/rules.md");
    return rules;
  }
  whole.text = top;
  check_map(whole, "the rule file", kFileKeys, kFileRequired);
  read_header(root, rules);
  read_types(root, rules);
  read_entities(root);
  read_mentions(root, rules);
  read_references(root, rules);
  read_shorten(root, rules);
  read_cues(root, rules);
  read_fragments(root, rules);
  read_relations(root, rules);
  const bool empty = rules.imports.empty() && rules.types.empty() && entities_.empty() && rules.mentions.empty() &&
                     rules.references.empty() && rules.shorten.empty() && rules.cues.empty() &&
                     rules.fragments.empty() && rules.relations.empty();
  if (empty && root.kind == YamlNode::Kind::map)
    error("E113", top, "the file declares nothing", "add types, entities, mentions or relations; see docs/rules.md");
  return rules;
}

void RuleShapes::read_header(const YamlNode& root, RuleFile& rules) {
  if (const YamlNode* version = root.find("edgewise"); version != nullptr && version->text.text != "1")
    error("E107", version->text, fmt::format("'{}' is not a version of the rule language", version->text.text),
          "this program knows version 1");
  const auto word = [&](std::string_view key) {
    const auto value = optional_text(root, key);
    return value ? value->text : std::string();
  };
  rules.pack = word("pack");
  rules.version = word("version");
  rules.language = word("language");
  if (!rules.language.empty() && rules.language != "zh" && rules.language != "en")
    error("E107", *optional_text(root, "language"), fmt::format("'{}' is not a language that sentences are told apart by", rules.language),
          "write zh or en, or leave the key out");
  rules.imports = texts(root, "import");
}

void RuleShapes::read_types(const YamlNode& root, RuleFile& rules) {
  const YamlNode* types = root.find("types");
  if (types == nullptr || types->kind == YamlNode::Kind::null) return;
  if (types->kind != YamlNode::Kind::map) {
    error("E106", types->text, fmt::format("'types' should be a map, not {}", kind_name(*types)), "write 'Name: {is: Parent}'");
    return;
  }
  refuse_duplicates(*types);
  for (const auto& [name, node] : types->entries) {
    TypeDecl decl;
    decl.name = name;
    if (node.kind != YamlNode::Kind::null) {
      if (!check_map(node, fmt::format("type '{}'", name.text), kTypeKeys, {})) continue;
      decl.parents = texts(node, "is");
      decl.labels = labels(node);
      decl.color = optional_text(node, "color");
    }
    rules.types.push_back(std::move(decl));
  }
}

void RuleShapes::read_entities(const YamlNode& root) {
  for (const YamlNode& node : list_of(root, "entities")) {
    EntityItem item;
    const bool table = node.kind == YamlNode::Kind::map && node.find("file") != nullptr;
    if (!check_map(node, "an entity", kEntityKeys, table ? Keys() : Keys(kNameRequired))) continue;
    if (!table && node.find("name") == nullptr) {
      error("E105", node.text, "an entity lacks the key 'name'", "add 'name: …', or 'file: …' for a table");
      continue;
    }
    if (table) item.table = text(node, "file");
    else item.decl.name = text(node, "name");
    if (node.find("type") != nullptr) item.decl.type = text(node, "type");
    item.decl.also = texts(node, "also");
    item.decl.labels = labels(node);
    item.decl.id = optional_text(node, "id");
    if (const auto how = optional_text(node, "case")) {
      item.decl.fold_case = how->text == "fold";
      if (how->text != "fold" && how->text != "exact")
        error("E107", *how, fmt::format("'{}' is not a way to treat case", how->text), "write 'exact' or 'fold'");
    }
    if (table || !item.decl.name.text.empty()) entities_.push_back(std::move(item));
  }
}

PatternDecl RuleShapes::pattern(const YamlNode& node, std::string_view key) {
  PatternDecl decl;
  decl.match = text(node, key);
  decl.before = texts(node, "before");
  decl.after = texts(node, "after");
  decl.not_before = texts(node, "not_before");
  decl.not_after = texts(node, "not_after");
  decl.not_inside = texts(node, "not_inside");
  decl.unless = texts(node, "unless");
  decl.within = texts(node, "within");
  return decl;
}

void RuleShapes::read_mentions(const YamlNode& root, RuleFile& rules) {
  for (const YamlNode& node : list_of(root, "mentions")) {
    if (!check_map(node, "a mention", kMentionKeys, kMentionRequired)) continue;
    MentionDecl decl;
    decl.type = text(node, "type");
    decl.pattern = pattern(node, "match");
    decl.name = optional_text(node, "name");
    decl.learn = flag(node, "learn").value_or(false);
    if (const auto stage = optional_text(node, "stage")) {
      const std::string& digits = stage->text;
      const auto [end, wrong] = std::from_chars(digits.data(), digits.data() + digits.size(), decl.stage);
      if (wrong != std::errc() || end != digits.data() + digits.size() || decl.stage < 1 || decl.stage > kLastStage) {
        error("E107", *stage, fmt::format("'{}' is not a stage", digits), fmt::format("write a number from 1 to {}", kLastStage));
        decl.stage = 1;
      }
    }
    rules.mentions.push_back(std::move(decl));
  }
}

void RuleShapes::read_references(const YamlNode& root, RuleFile& rules) {
  for (const YamlNode& node : list_of(root, "references")) {
    if (!check_map(node, "a reference", kReferenceKeys, kMentionRequired)) continue;
    rules.references.push_back({text(node, "type"), pattern(node, "match")});
  }
}

void RuleShapes::read_shorten(const YamlNode& root, RuleFile& rules) {
  for (const YamlNode& node : list_of(root, "shorten")) {
    if (!check_map(node, "an entry of 'shorten'", kShortenKeys, kShortenKeys)) continue;
    ShortenDecl decl{text(node, "type"), ShortenDecl::How::last_part};
    const Located how = text(node, "how");
    if (how.text == "brackets") decl.how = ShortenDecl::How::brackets;
    else if (how.text == "first_part") decl.how = ShortenDecl::How::first_part;
    else if (how.text != "last_part")
      error("E107", how, fmt::format("'{}' is not a way to shorten", how.text), "write last_part, first_part or brackets");
    rules.shorten.push_back(std::move(decl));
  }
}

void RuleShapes::read_cues(const YamlNode& root, RuleFile& rules) {
  for (const YamlNode& node : list_of(root, "cues")) {
    if (!check_map(node, "a cue", kCueKeys, kCueRequired)) continue;
    CueDecl decl;
    decl.modality = modality(node).value_or(Modality::asserted);
    decl.match = text(node, "match");
    if (const auto where = optional_text(node, "where")) {
      if (where->text == "clause") decl.where = CueDecl::Where::clause;
      else if (where->text == "sentence") decl.where = CueDecl::Where::sentence;
      else if (where->text == "whole") decl.where = CueDecl::Where::whole;
      else if (where->text != "inside")
        error("E107", *where, fmt::format("'{}' is not a reach of a cue", where->text), "write inside, clause, sentence or whole");
    }
    rules.cues.push_back(std::move(decl));
  }
}

void RuleShapes::read_fragments(const YamlNode& root, RuleFile& rules) {
  const YamlNode* fragments = root.find("fragments");
  if (fragments == nullptr || fragments->kind == YamlNode::Kind::null) return;
  if (fragments->kind != YamlNode::Kind::map) {
    error("E106", fragments->text, fmt::format("'fragments' should be a map, not {}", kind_name(*fragments)),
          "write 'name: pattern'");
    return;
  }
  refuse_duplicates(*fragments);
  for (const auto& [name, node] : fragments->entries)
    if (is_text(node, name.text)) rules.fragments.push_back({name, node.text});
}

void RuleShapes::read_relations(const YamlNode& root, RuleFile& rules) {
  const YamlNode* relations = root.find("relations");
  if (relations == nullptr || relations->kind == YamlNode::Kind::null) return;
  if (relations->kind != YamlNode::Kind::map) {
    error("E106", relations->text, fmt::format("'relations' should be a map, not {}", kind_name(*relations)),
          "write 'some-id: {from: …, to: …, match: […]}'");
    return;
  }
  refuse_duplicates(*relations);
  for (const auto& [id, node] : relations->entries) read_relation(id, node, rules);
}

void RuleShapes::read_relation(const Located& id, const YamlNode& node, RuleFile& rules) {
  if (!check_map(node, fmt::format("relation '{}'", id.text), kRelationKeys, {})) return;
  RelationDecl decl;
  decl.id = id;
  decl.labels = labels(node);
  decl.from = texts(node, "from");
  decl.to = texts(node, "to");
  decl.color = optional_text(node, "color");
  decl.symmetric = flag(node, "symmetric");
  decl.cues = flag(node, "cues");
  if (const YamlNode* match = node.find("match")) {
    const std::vector<YamlNode> one = {*match};
    for (const YamlNode& item : match->kind == YamlNode::Kind::list ? match->items : one) {
      if (item.kind == YamlNode::Kind::scalar) {
        if (!is_text(item, "match")) continue;
        PatternDecl plain;
        plain.match = item.text;
        decl.match.push_back(std::move(plain));
      } else if (check_map(item, "a pattern", kPatternKeys, kPatternRequired)) {
        decl.match.push_back(pattern(item, "pattern"));
        decl.match.back().modality = modality(item);
      }
    }
  }
  for (const YamlNode& example : list_of(node, "examples")) read_example(example, decl);
  rules.relations.push_back(std::move(decl));
}

void RuleShapes::read_example(const YamlNode& node, RelationDecl& relation) {
  if (!check_map(node, "an example", kExampleKeys, kExampleRequired)) return;
  ExampleDecl example;
  example.text = text(node, "text");
  example.todo = optional_text(node, "todo");
  for (const Located& whole : texts(node, "yields")) read_yield(whole, example);
  relation.examples.push_back(std::move(example));
}

void RuleShapes::read_yield(const Located& whole, ExampleDecl& example) {
  std::size_t arrow = whole.text.find("->");
  std::size_t width = 2;
  if (arrow == std::string::npos) arrow = whole.text.find("→"), width = std::string_view("→").size();
  ExampleDecl::Expected expected;
  expected.whole = whole;
  if (arrow != std::string::npos) {
    expected.from = trimmed(std::string_view(whole.text).substr(0, arrow));
    expected.to = trimmed(std::string_view(whole.text).substr(arrow + width));
    if (const std::size_t open = expected.to.rfind('('); open != std::string::npos && expected.to.back() == ')') {
      expected.modality = parse_modality(std::string_view(expected.to).substr(open + 1, expected.to.size() - open - 2));
      if (expected.modality) expected.to = trimmed(std::string_view(expected.to).substr(0, open));
    }
  }
  if (expected.from.empty() || expected.to.empty()) {
    error("E114", whole, fmt::format("'{}' does not say what is expected", whole.text),
          "write 'A -> B', or 'A -> B (planned)'");
    return;
  }
  example.yields.push_back(std::move(expected));
}

}  // namespace edgewise
