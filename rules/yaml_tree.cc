// SPDX-License-Identifier: Apache-2.0
// Builds the tree out of yaml-cpp's events, so that depth is bounded and nothing is expanded.
#include "rules/yaml_tree.h"

#include <algorithm>
#include <optional>
#include <sstream>
#include <string>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include "rules/yaml_scalar.h"
#include "rules/yaml_trouble.h"
#include "text/mend_utf8.h"

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
      : file_(file), text_(complaints.source().files[file].text), complaints_(complaints) {}

  // The tree so far; whatever is still open is marked as incomplete.
  YamlNode take();
  std::uint32_t seen() const { return seen_; }
  std::optional<std::uint32_t> innermost() const {
    return open_.empty() ? std::nullopt : std::optional(open_.back().node.text.start);
  }
  // What was read last may have been cut short by broken YAML: judging it would mislead.
  void distrust_last();

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
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(YamlNode::Kind::map, mark, tag, anchor);
  }
  void OnMapEnd() override { close(); }

 private:
  struct Open {
    YamlNode node;
    std::optional<YamlNode> key;  // of a map: read, and its value not yet
    std::unordered_map<std::string, Located> keys;
  };

  YamlNode node_at(const YAML::Mark& mark, YamlNode::Kind kind);
  bool refuse_properties(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor);
  void point_at_empty_item(Located& at) const;
  void check_characters(YamlNode& node);
  void open(YamlNode::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor);
  void close();
  void add(YamlNode node);
  void add_entry(Open& map, YamlNode value);

  std::uint32_t file_;
  std::string_view text_;
  Complaints& complaints_;
  std::vector<Open> open_;
  YamlNode root_;
  bool begun_ = false;
  std::size_t values_ = 0;
  std::uint32_t seen_ = 0;
};

YamlNode TreeBuilder::node_at(const YAML::Mark& mark, YamlNode::Kind kind) {
  YamlNode node;
  node.kind = kind;
  node.text.file = file_;
  node.text.start = static_cast<std::uint32_t>(std::clamp(mark.pos, 0, static_cast<int>(text_.size())));
  if (++values_ <= kMostValues) return node;
  complaints_.error("E124", node.text, fmt::format("more than {} values in one file", kMostValues),
                    "put names into tables, and split the rest into several files");
  throw Stop();
}

bool TreeBuilder::refuse_properties(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
  const bool plain = tag.empty() || tag == "?" || tag == "!";
  const std::size_t at = std::min(static_cast<std::size_t>(std::max(mark.pos, 0)), text_.size());
  const std::string_view rest = text_.substr(at);
  if (plain && anchor == YAML::NullAnchor && !rest.starts_with('!')) return false;
  Located property;
  property.file = file_;
  property.start = static_cast<std::uint32_t>(at);
  property.text = rest.substr(0, std::min(rest.find_first_of(" \t\r\n,[]{}"), rest.size()));
  if (anchor != YAML::NullAnchor && rest.starts_with('&')) {
    complaints_.error("E109", property, "anchors are not allowed",
                      "write the text out where it is needed; put a text that begins with & into single quotes");
  } else {
    complaints_.error("E118", property, "tags are not allowed",
                      "take it away; put a text that begins with ! into single quotes");
  }
  return true;
}

void TreeBuilder::OnDocumentStart(const YAML::Mark& mark) {
  if (!begun_) {
    begun_ = true;
    return;
  }
  const YamlNode second = node_at(mark, YamlNode::Kind::null);
  if (text_.substr(second.text.start).starts_with("---")) {
    complaints_.error("E115", second.text, 0, 3, "a second document begins here",
                      "split the file, or take the --- away");
  } else {
    complaints_.error("E102", second.text, "this does not belong to what stands before it",
                      "keys of a rule file begin in the first column");
  }
  throw Stop();
}

void TreeBuilder::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
  YamlNode node = node_at(mark, YamlNode::Kind::null);
  if (refuse_properties(mark, {}, anchor)) node.kind = YamlNode::Kind::refused;
  if (!open_.empty() && open_.back().node.kind == YamlNode::Kind::list) point_at_empty_item(node.text);
  add(std::move(node));
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
  const std::string_view rest = text_.substr(node.text.start);
  Located alias = node.text;
  alias.text = rest.substr(0, std::min(rest.find_first_of(" \t\r\n,[]{}"), rest.size()));
  complaints_.error("E109", alias, "aliases are not allowed",
                    "write the text out where it is needed; put a text that begins with * into single quotes");
  add(std::move(node));
}

// Escapes can make what the file itself may not hold.
void TreeBuilder::check_characters(YamlNode& node) {
  const std::string& value = node.text.text;
  const auto bad = std::find_if(value.begin(), value.end(), [](char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' && c != '\r') || c == 0x7F;
  });
  const std::vector<std::uint32_t> broken = mend_utf8(value).bad_offsets;
  if (bad == value.end() && broken.empty()) return;
  const std::size_t at = broken.empty() ? static_cast<std::size_t>(bad - value.begin()) : broken.front();
  complaints_.error("E120", node.text, at, at + 1, "an escape stands for a character that no text holds",
                    "use single quotes; a backslash is a backslash there");
  node.kind = YamlNode::Kind::refused;
  node.text.text.clear();
  node.text.offsets.clear();
}

void TreeBuilder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                           const std::string& value) {
  YamlNode node = node_at(mark, YamlNode::Kind::text);
  if (refuse_properties(mark, tag, anchor)) {
    node.kind = YamlNode::Kind::refused;
  } else if (value.size() > kLongestText) {
    complaints_.error("E119", node.text, "a text of more than 1 MB", "no rule needs that; names belong into tables");
    node.kind = YamlNode::Kind::refused;
  } else {
    ScalarPlace place = locate_scalar(text_, node.text.start, value);
    node.text.start = place.located.start;
    node.text.text = std::move(place.located.text);
    node.text.offsets = std::move(place.located.offsets);
    check_characters(node);
    if (!place.closed) {
      complaints_.error("E102", node_at(mark, YamlNode::Kind::null).text, 0, 1, "these quotes are not closed",
                        "close them; within single quotes a quote is written twice");
      node.kind = YamlNode::Kind::refused;
    }
    const std::size_t size = node.text.text.size();
    seen_ = node.text.offsets.empty() ? node.text.start + static_cast<std::uint32_t>(size) : node.text.offsets.back();
  }
  add(std::move(node));
}

void TreeBuilder::open(YamlNode::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
  YamlNode node = node_at(mark, kind);
  refuse_properties(mark, tag, anchor);
  if (open_.size() >= kDeepest) {
    complaints_.error("E110", node.text, fmt::format("lists and maps nested more than {} deep", kDeepest),
                      "put a text that holds brackets into single quotes");
    throw Stop();
  }
  open_.push_back({std::move(node), std::nullopt, {}});
}

void TreeBuilder::close() {
  YamlNode node = std::move(open_.back().node);
  open_.pop_back();
  add(std::move(node));
}

void TreeBuilder::add(YamlNode node) {
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

void TreeBuilder::add_entry(Open& map, YamlNode value) {
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

void TreeBuilder::distrust_last() {
  if (open_.empty()) return;
  Open& last = open_.back();
  if (last.key) {
    last.node.entries.push_back({std::move(last.key->text), {}});
    last.key.reset();
  }
  if (!last.node.items.empty()) last.node.items.back().kind = YamlNode::Kind::refused;
  if (!last.node.entries.empty()) last.node.entries.back().value.kind = YamlNode::Kind::refused;
}

YamlNode TreeBuilder::take() {
  while (!open_.empty()) {
    open_.back().node.complete = false;
    close();
  }
  return std::move(root_);
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
    builder.distrust_last();
  } catch (const YAML::Exception& exception) {
    const int at = std::clamp(exception.mark.pos, 0, static_cast<int>(text.size()));
    const YamlTrouble trouble =
        explain({text, static_cast<std::uint32_t>(at), exception.msg, builder.seen(), builder.innermost()});
    Located where;
    where.file = file;
    where.start = trouble.begin;
    where.text = text.substr(trouble.begin, trouble.end - trouble.begin);
    complaints.error(trouble.code, where, trouble.message, trouble.help);
    builder.distrust_last();
  }
  return builder.take();
}

}  // namespace edgewise
