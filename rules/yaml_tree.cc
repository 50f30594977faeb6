// SPDX-License-Identifier: Apache-2.0
// Builds the tree out of yaml-cpp's events, so that depth is bounded and nothing is expanded.
#include "rules/yaml_tree.h"

#include <algorithm>
#include <sstream>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include "rules/yaml_assembly.h"
#include "rules/yaml_refusals.h"
#include "rules/yaml_scalar.h"
#include "rules/yaml_trouble.h"

namespace edgewise {
namespace {

constexpr std::size_t kDeepest = 64;
constexpr std::size_t kMostValues = 500'000;
constexpr std::size_t kLongestText = 1 << 20;

// Ends the reading of a file after a complaint; never leaves this file.
struct Stop {};

class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(std::uint32_t file, Complaints& complaints)
      : file_(file),
        text_(complaints.source().files[file].text),
        complaints_(complaints),
        refusals_(file, complaints),
        tree_(complaints) {}

  YamlAssembly& tree() { return tree_; }
  // The end of the last text.
  std::uint32_t seen() const { return seen_; }

  void OnDocumentStart(const YAML::Mark& mark) override;
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override;
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override;
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(YamlNode::Kind::list, mark, tag, anchor);
  }
  void OnSequenceEnd() override { tree_.close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(YamlNode::Kind::map, mark, tag, anchor);
  }
  void OnMapEnd() override { tree_.close(); }

 private:
  std::uint32_t offset(const YAML::Mark& mark) const {
    return static_cast<std::uint32_t>(std::clamp(mark.pos, 0, static_cast<int>(text_.size())));
  }
  YamlNode node_at(const YAML::Mark& mark, YamlNode::Kind kind);
  void point_at_empty_item(Located& at) const;
  void open(YamlNode::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor);

  std::uint32_t file_;
  std::string_view text_;
  Complaints& complaints_;
  YamlRefusals refusals_;
  YamlAssembly tree_;
  bool begun_ = false;
  std::size_t values_ = 0;
  std::uint32_t seen_ = 0;
};

YamlNode TreeBuilder::node_at(const YAML::Mark& mark, YamlNode::Kind kind) {
  YamlNode node;
  node.kind = kind;
  node.text.file = file_;
  node.text.start = offset(mark);
  if (++values_ <= kMostValues) return node;
  complaints_.error("E124", node.text, fmt::format("more than {} values in one file", kMostValues),
                    "put names into tables, and split the rest into several files");
  throw Stop();
}

void TreeBuilder::OnDocumentStart(const YAML::Mark& mark) {
  if (!begun_) {
    begun_ = true;
    return;
  }
  refusals_.second_document(node_at(mark, YamlNode::Kind::null).text.start);
  throw Stop();
}

void TreeBuilder::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
  YamlNode node = node_at(mark, YamlNode::Kind::null);
  if (refusals_.properties(offset(mark), {}, anchor != YAML::NullAnchor)) node.kind = YamlNode::Kind::refused;
  if (tree_.in_list()) point_at_empty_item(node.text);
  tree_.add(std::move(node));
}

// yaml-cpp marks what follows an empty item of a list; its author looks for the item's hyphen.
void TreeBuilder::point_at_empty_item(Located& at) const {
  std::size_t end = at.start;
  while (end > seen_) {
    const std::size_t feed = text_.find_last_of('\n', end - 1);
    const std::size_t begin = feed == std::string_view::npos || feed < seen_ ? seen_ : feed + 1;
    std::string_view line = text_.substr(begin, end - begin);
    line = line.substr(0, line.find('#'));
    const std::size_t last = line.find_last_not_of(" \t\r\n");
    if (last != std::string_view::npos && line[last] == '-') {
      at.start = static_cast<std::uint32_t>(begin + last);
      return;
    }
    if (last != std::string_view::npos || begin == seen_) return;
    end = feed;
  }
}

void TreeBuilder::OnAlias(const YAML::Mark& mark, YAML::anchor_t) {
  YamlNode node = node_at(mark, YamlNode::Kind::refused);
  refusals_.alias(node.text.start);
  tree_.add(std::move(node));
}

void TreeBuilder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                           const std::string& value) {
  YamlNode node = node_at(mark, YamlNode::Kind::text);
  if (refusals_.properties(offset(mark), tag, anchor != YAML::NullAnchor)) {
    node.kind = YamlNode::Kind::refused;
  } else if (value.size() > kLongestText) {
    complaints_.error("E119", node.text, "a text of more than 1 MB", "no rule needs that; names belong into tables");
    node.kind = YamlNode::Kind::refused;
  } else {
    ScalarPlace place = locate_scalar(text_, node.text.start, value);
    node.text.start = place.located.start;
    node.text.text = std::move(place.located.text);
    node.text.offsets = std::move(place.located.offsets);
    if (refusals_.characters(node.text)) {
      node.kind = YamlNode::Kind::refused;
      node.text.text.clear();
      node.text.offsets.clear();
    }
    if (!place.closed) {
      complaints_.error("E102", node_at(mark, YamlNode::Kind::null).text, 0, 1, "these quotes are not closed",
                        "close them; within single quotes a quote is written twice");
      node.kind = YamlNode::Kind::refused;
    }
    const std::size_t size = node.text.text.size();
    seen_ = node.text.offsets.empty() ? node.text.start + static_cast<std::uint32_t>(size) : node.text.offsets.back();
  }
  tree_.add(std::move(node));
}

void TreeBuilder::open(YamlNode::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
  YamlNode node = node_at(mark, kind);
  refusals_.properties(offset(mark), tag, anchor != YAML::NullAnchor);
  if (tree_.depth() >= kDeepest) {
    complaints_.error("E110", node.text, fmt::format("lists and maps nested more than {} deep", kDeepest),
                      "put a text that holds brackets into single quotes");
    throw Stop();
  }
  tree_.open(std::move(node));
}

}  // namespace

const YamlNode* YamlNode::find(std::string_view key) const {
  const auto found =
      std::find_if(entries.begin(), entries.end(), [&](const YamlEntry& entry) { return entry.key.text == key; });
  return found == entries.end() ? nullptr : &found->value;
}

YamlNode read_yaml(std::uint32_t file, Complaints& complaints) {
  const std::string& text = complaints.source().files[file].text;
  TreeBuilder builder(file, complaints);
  try {
    std::istringstream stream(text);
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) continue;
  } catch (const Stop&) {
    builder.tree().distrust_last();
  } catch (const YAML::Exception& exception) {
    const int at = std::clamp(exception.mark.pos, 0, static_cast<int>(text.size()));
    const YamlTrouble trouble =
        explain({text, static_cast<std::uint32_t>(at), exception.msg, builder.seen(), builder.tree().innermost()});
    Located where;
    where.file = file;
    where.start = trouble.begin;
    where.text = text.substr(trouble.begin, trouble.end - trouble.begin);
    complaints.error(trouble.code, where, trouble.message, trouble.help);
    builder.tree().distrust_last();
  }
  return builder.tree().take();
}

}  // namespace edgewise
