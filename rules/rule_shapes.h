// SPDX-License-Identifier: Apache-2.0
// The shape of a rule file: which keys stand where and what they hold.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rule_file.h"
#include "rules/yaml_tree.h"
#include "text/diagnostic.h"

namespace edgewise {

// Turns the tree of one file into declarations. Every mistake of shape becomes a diagnostic; what is right is kept.
class RuleShapes {
 public:
  RuleShapes(std::uint32_t file, const RuleSource& source, Diagnostics& diagnostics)
      : file_(file), source_(source), diagnostics_(diagnostics) {}

  RuleFile read(const YamlNode& root);

  // An entry of `entities`: a declaration, or a table to read with decl.type as its type.
  struct EntityItem {
    EntityDecl decl;
    std::optional<Located> table;
  };
  const std::vector<EntityItem>& entities() const { return entities_; }

 private:
  using Keys = std::span<const std::string_view>;

  void error(std::string code, const Located& at, std::string message, std::string help);
  bool check_map(const YamlNode& node, std::string_view what, Keys known, Keys required);
  void refuse_duplicates(const YamlNode& node);
  bool is_text(const YamlNode& node, std::string_view what);
  const std::vector<YamlNode>& list_of(const YamlNode& root, std::string_view key);
  Located text(const YamlNode& map, std::string_view key);
  std::optional<Located> optional_text(const YamlNode& map, std::string_view key);
  std::vector<Located> texts(const YamlNode& map, std::string_view key);
  std::optional<bool> flag(const YamlNode& map, std::string_view key);
  std::vector<Label> labels(const YamlNode& map);
  std::optional<Modality> modality(const YamlNode& map);

  void read_header(const YamlNode& root, RuleFile& rules);
  void read_types(const YamlNode& root, RuleFile& rules);
  void read_entities(const YamlNode& root);
  void read_mentions(const YamlNode& root, RuleFile& rules);
  void read_references(const YamlNode& root, RuleFile& rules);
  void read_shorten(const YamlNode& root, RuleFile& rules);
  void read_cues(const YamlNode& root, RuleFile& rules);
  void read_fragments(const YamlNode& root, RuleFile& rules);
  void read_relations(const YamlNode& root, RuleFile& rules);
  void read_relation(const Located& id, const YamlNode& node, RuleFile& rules);
  void read_example(const YamlNode& node, RelationDecl& relation);
  void read_yield(const Located& whole, ExampleDecl& example);
  PatternDecl pattern(const YamlNode& node, std::string_view key);

  std::uint32_t file_;
  const RuleSource& source_;
  Diagnostics& diagnostics_;
  std::vector<EntityItem> entities_;
};

}  // namespace edgewise
