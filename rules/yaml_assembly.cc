// SPDX-License-Identifier: Apache-2.0
// Depth is the caller's to bound; nothing here calls itself.
#include "rules/yaml_assembly.h"

#include <fmt/format.h>

namespace edgewise {

void YamlAssembly::close() {
  YamlNode node = std::move(open_.back().node);
  open_.pop_back();
  add(std::move(node));
}

void YamlAssembly::add(YamlNode node) {
  if (open_.empty()) {
    root_ = std::move(node);
    return;
  }
  Open& parent = open_.back();
  if (parent.node.kind == YamlNode::Kind::list) {
    parent.node.items.push_back(std::move(node));
  } else if (parent.key) {
    add_entry(parent, std::move(node));
  } else {
    if (node.kind != YamlNode::Kind::text && node.kind != YamlNode::Kind::refused) {
      if (node.complete) complaints_.error("E129", node.text, "a key must be a text", "put it into single quotes");
      node.kind = YamlNode::Kind::refused;
    }
    parent.key = std::move(node);
  }
}

void YamlAssembly::add_entry(Open& map, YamlNode value) {
  const YamlNode key = std::move(*map.key);
  map.key.reset();
  if (key.kind == YamlNode::Kind::refused) {
    map.node.complete = false;
    return;
  }
  const auto [first, fresh] = map.keys.try_emplace(key.text.text, key.text);
  if (fresh) {
    map.node.entries.push_back({key.text, std::move(value)});
    return;
  }
  map.node.repeats = true;
  complaints_.error("E104", key.text, fmt::format("key '{}' is written twice", key.text.text), "keep one of the two",
                    {complaints_.note(first->second, "written first here")});
}

void YamlAssembly::distrust_last() {
  if (open_.empty()) return;
  Open& last = open_.back();
  if (last.key) {
    last.node.entries.push_back({std::move(last.key->text), {}});
    last.key.reset();
  }
  if (!last.node.items.empty()) last.node.items.back().kind = YamlNode::Kind::refused;
  if (!last.node.entries.empty()) last.node.entries.back().value.kind = YamlNode::Kind::refused;
}

YamlNode YamlAssembly::take() {
  while (!open_.empty()) {
    open_.back().node.complete = false;
    close();
  }
  return std::move(root_);
}

}  // namespace edgewise
