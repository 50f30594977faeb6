// SPDX-License-Identifier: Apache-2.0
// A tree of YAML values in the making: lists and maps that are open, and what belongs into which of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "rules/complaints.h"
#include "rules/yaml_tree.h"

namespace edgewise {

// Give it values in the order of the file. Complains about keys that are no texts or stand twice.
class YamlAssembly {
 public:
  explicit YamlAssembly(Complaints& complaints) : complaints_(complaints) {}

  // A whole value: an item, a key or its value, whichever is due.
  void add(YamlNode node);
  // A list or map that holds what follows until close(), which adds it.
  void open(YamlNode node) { open_.push_back({std::move(node), std::nullopt, {}}); }
  void close();

  std::size_t depth() const { return open_.size(); }
  bool in_list() const { return !open_.empty() && open_.back().node.kind == YamlNode::Kind::list; }
  // Where the innermost open list or map begins, in bytes of the file.
  std::optional<std::uint32_t> innermost() const {
    return open_.empty() ? std::nullopt : std::optional(open_.back().node.text.start);
  }

  // What came last may have been cut short by broken YAML: judging it would mislead.
  void distrust_last();
  // The tree so far; whatever is still open is marked as incomplete.
  YamlNode take();

 private:
  struct Open {
    YamlNode node;
    std::optional<YamlNode> key;  // of a map: read, and its value not yet
    std::unordered_map<std::string, Located> keys;
  };
  void add_entry(Open& map, YamlNode value);

  Complaints& complaints_;
  std::vector<Open> open_;
  YamlNode root_;
};

}  // namespace edgewise
