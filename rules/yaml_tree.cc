// SPDX-License-Identifier: Apache-2.0
// Builds the tree out of yaml-cpp's events, so that depth is bounded and nothing is expanded.
#include "rules/yaml_tree.h"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <sstream>

#include "text/utf8.h"

namespace edgewise {
namespace {

constexpr std::size_t kDeepest = 64;

struct Refusal {
  std::string code, message, help;
  YAML::Mark mark;
};

// Walks the source beside the decoded value, so that every byte of the value knows where it was written. What quotes, escapes
// and folding add to the source is skipped; where the two cannot be brought together the rest points at the last good place.
class Aligner {
 public:
  Aligner(const std::vector<std::string>& lines, YAML::Mark mark) : lines_(lines), line_(static_cast<std::size_t>(mark.line)) {
    if (line_ >= lines_.size()) return;
    at_ = std::min(static_cast<std::size_t>(std::max(mark.column, 0)), lines_[line_].size());
    while (at_ > 0 && at_ < lines_[line_].size() && (static_cast<unsigned char>(lines_[line_][at_]) & 0xC0) == 0x80) --at_;
    const char first = at_ < lines_[line_].size() ? lines_[line_][at_] : '\0';
    if (first == '|' || first == '>') ++line_, at_ = 0;
    if (first == '"' || first == '\'') ++at_;
  }

  std::vector<Located::Position> positions(const std::string& text) {
    std::vector<Located::Position> result;
    result.reserve(text.size() + 1);
    Located::Position last = here();
    for (std::size_t i = 0; i < text.size();) {
      const std::size_t begin = i;
      const char32_t wanted = next_code_point(text, i);
      if (advance_to(wanted)) last = here(), step();
      result.insert(result.end(), i - begin, last);
    }
    if (!lost_ && !result.empty()) ++last.column;
    result.push_back(last);
    return result;
  }

 private:
  Located::Position here() const {
    const std::string_view line = line_ < lines_.size() ? std::string_view(lines_[line_]) : std::string_view();
    return {static_cast<std::uint32_t>(line_ + 1),
            static_cast<std::uint32_t>(count_code_points(line.substr(0, at_)) + 1)};
  }
  void step() {
    if (line_ < lines_.size() && at_ < lines_[line_].size()) (void)next_code_point(lines_[line_], at_);
  }
  bool advance_to(char32_t wanted) {
    if (lost_) return false;
    const std::size_t line = line_, at = at_;
    while (line_ < lines_.size()) {
      if (at_ >= lines_[line_].size()) {
        if (wanted == '\n' || wanted == ' ') return true;
        ++line_;
        at_ = 0;
        continue;
      }
      std::size_t next = at_;
      const char32_t c = next_code_point(lines_[line_], next);
      if (c == wanted) return true;
      if (c != ' ' && c != '\t' && c != '\\' && c != '\'') break;
      at_ = next;
    }
    lost_ = true;
    line_ = line;
    at_ = at;
    return false;
  }

  const std::vector<std::string>& lines_;
  std::size_t line_ = 0, at_ = 0;
  bool lost_ = false;
};

class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(std::uint32_t file, const std::vector<std::string>& lines) : file_(file), lines_(lines) {}
  std::unique_ptr<YamlNode> take() { return std::move(root_); }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    refuse_anchor(mark, anchor);
    add(make(YamlNode::Kind::null, mark, {}));
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    throw Refusal{"E109", "aliases are not allowed in rule files", "write the value out, or use a fragment", mark};
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, const std::string& value) override {
    refuse_anchor(mark, anchor);
    if (tag != "?" && tag != "!" && !tag.empty()) refuse_tag(mark, tag);
    YamlNode node = make(YamlNode::Kind::scalar, mark, value);
    node.quoted = tag == "!";
    add(std::move(node));
  }
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
  static void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (anchor != YAML::NullAnchor)
      throw Refusal{"E109", "anchors are not allowed in rule files", "write the value out, or use a fragment", mark};
  }
  static void refuse_tag(const YAML::Mark& mark, const std::string& tag) {
    throw Refusal{"E109", fmt::format("the tag '{}' is not allowed in rule files", tag), "take it away", mark};
  }
  YamlNode make(YamlNode::Kind kind, const YAML::Mark& mark, const std::string& value) const {
    YamlNode node;
    node.kind = kind;
    node.text.file = file_;
    node.text.text = value;
    node.text.positions = Aligner(lines_, mark).positions(value);
    return node;
  }
  void open(YamlNode::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    refuse_anchor(mark, anchor);
    if (tag != "?" && tag != "!" && !tag.empty()) refuse_tag(mark, tag);
    if (open_.size() >= kDeepest)
      throw Refusal{"E110", fmt::format("nested more than {} levels deep", kDeepest), "rule files need fewer than ten", mark};
    open_.push_back({make(kind, mark, {}), std::nullopt});
  }
  void close() {
    YamlNode node = std::move(open_.back().node);
    open_.pop_back();
    add(std::move(node));
  }
  void add(YamlNode node) {
    if (open_.empty()) {
      root_ = std::make_unique<YamlNode>(std::move(node));
      return;
    }
    Open& parent = open_.back();
    if (parent.node.kind == YamlNode::Kind::list) {
      parent.node.items.push_back(std::move(node));
    } else if (!parent.key) {
      parent.key = std::move(node.text);
    } else {
      parent.node.entries.emplace_back(std::move(*parent.key), std::move(node));
      parent.key.reset();
    }
  }

  struct Open {
    YamlNode node;
    std::optional<Located> key;
  };
  std::uint32_t file_;
  const std::vector<std::string>& lines_;
  std::vector<Open> open_;
  std::unique_ptr<YamlNode> root_;
};

Place place_of(const YAML::Mark& mark, std::uint32_t file, const RuleSource& source) {
  Located scalar;
  scalar.file = file;
  const auto line = static_cast<std::size_t>(std::max(mark.line, 0));
  const std::vector<std::string>& lines = source.files[file].lines;
  std::size_t column = static_cast<std::size_t>(std::max(mark.column, 0));
  if (line < lines.size()) column = count_code_points(std::string_view(lines[line]).substr(0, column));
  scalar.positions.push_back({static_cast<std::uint32_t>(line + 1), static_cast<std::uint32_t>(column + 1)});
  return source.place(scalar);
}

}  // namespace

const YamlNode* YamlNode::find(std::string_view key) const {
  for (const auto& [name, value] : entries)
    if (name.text == key) return &value;
  return nullptr;
}

std::unique_ptr<YamlNode> read_yaml(const std::string& bytes, std::uint32_t file, const RuleSource& source,
                                    Diagnostics& diagnostics) {
  const auto fail = [&](std::string code, const YAML::Mark& mark, std::string message, std::string help) {
    diagnostics.push_back({Severity::error, std::move(code), place_of(mark, file, source), std::move(message), std::move(help), {}});
    return nullptr;
  };
  try {
    std::istringstream stream(bytes);
    YAML::Parser parser(stream);
    TreeBuilder builder(file, source.files[file].lines);
    if (!parser.HandleNextDocument(builder)) return std::make_unique<YamlNode>();
    auto root = builder.take();
    TreeBuilder second(file, source.files[file].lines);
    if (parser.HandleNextDocument(second))
      return fail("E115", YAML::Mark::null_mark(), "the file holds more than one YAML document", "split it into files");
    return root == nullptr ? std::make_unique<YamlNode>() : std::move(root);
  } catch (const Refusal& refusal) {
    return fail(refusal.code, refusal.mark, refusal.message, refusal.help);
  } catch (const YAML::Exception& error) {
    return fail("E102", error.mark, fmt::format("broken YAML: {}", error.msg),
                "put patterns into single quotes; indent with blanks, not tabs");
  }
}

}  // namespace edgewise
