// SPDX-License-Identifier: Apache-2.0
// Keeps track of levels, brackets, quotes and blocks while lines go by.
#include "rules/yaml_layout.h"

#include <algorithm>
#include <utility>

#include "rules/yaml_line.h"

namespace edgewise {
namespace {

constexpr std::size_t kIndent = 2;

struct Level {
  std::size_t was = 0, is = 0;  // columns, 0-based
  bool list = false;
};

std::string_view without_trailing_blanks(std::string_view line) {
  const std::size_t last = line.find_last_not_of(" \t\r");
  return last == std::string_view::npos ? std::string_view() : line.substr(0, last + 1);
}

std::size_t indentation(std::string_view line) { return std::min(line.find_first_not_of(' '), line.size()); }

class YamlLayouter {
 public:
  YamlLayout run(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      std::string_view line = text.substr(0, end);
      if (line.ends_with('\r')) line.remove_suffix(1);
      take(line);
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    left_ = levels_;
    flush(0, 0);
    return std::move(layout_);
  }

 private:
  void take(std::string_view line) {
    if (in_block_) {
      if (take_block_line(line)) return;
      in_block_ = false;
    }
    if (scanner_.is_open()) return take_continuation(line);
    const std::string_view trimmed = without_trailing_blanks(line);
    if (trimmed.empty()) {
      waiting_.emplace_back();
    } else if (trimmed[indentation(trimmed)] == '#') {
      waiting_.push_back(trimmed);
    } else {
      take_content(trimmed);
    }
  }

  // A line of a block text; its trailing blank lines are left to the file around it, unless the text keeps them.
  bool take_block_line(std::string_view line) {
    const bool blank = line.find_first_not_of(' ') == std::string_view::npos;
    if (!blank && indentation(line) <= block_parent_) {
      for (std::size_t i = 0; i < block_blanks_.size(); ++i) waiting_.emplace_back();
      block_blanks_.clear();
      return false;
    }
    if (blank && !block_keeps_) {
      block_blanks_.push_back(line);
      return true;
    }
    for (const std::string_view before : block_blanks_) put_shifted(before);
    block_blanks_.clear();
    put_shifted(line);
    return true;
  }

  void put_shifted(std::string_view line) {
    const std::size_t was = indentation(line);
    layout_.text.append(shifted(was), ' ');
    layout_.text += line.substr(was);
    layout_.text += '\n';
  }

  void take_continuation(std::string_view line) {
    if (scanner_.is_quoted()) {
      layout_.text.append(shifted(indentation(line)), ' ');
      layout_.text += scanner_.next(line.substr(indentation(line)));
    } else {
      const std::string_view trimmed = without_trailing_blanks(line);
      if (!trimmed.empty()) layout_.text.append(shifted(indentation(trimmed)), ' ');
      layout_.text += scanner_.next(trimmed.substr(indentation(trimmed)));
    }
    layout_.text += '\n';
    note_comment();
  }

  std::size_t shifted(std::size_t was) const {
    return was + shift_now_ < shift_was_ ? 0 : was + shift_now_ - shift_was_;
  }

  void take_content(std::string_view line) {
    std::size_t at = indentation(line);
    if (line.starts_with("---") || line.starts_with("...") || line.starts_with("%")) {
      flush(0, 0);
      levels_.clear();
      layout_.text += line;
      layout_.text += '\n';
      return;
    }
    const bool list = is_dash(line, at);
    left_ = levels_;
    leave(at, list);
    const std::size_t column = enter(at, list);
    flush(at, column);
    layout_.text.append(column, ' ');
    std::size_t now = column;
    while (is_dash(line, at)) {
      layout_.text += '-';
      const std::size_t next = std::min(line.find_first_not_of(' ', at + 1), line.size());
      if (next == line.size()) break;
      layout_.text += ' ';
      at = next;
      now += kIndent;
      levels_.push_back({at, now, is_dash(line, at)});
    }
    if (is_dash(line, at)) {
      layout_.text += '\n';
      return;
    }
    shift_was_ = at;
    shift_now_ = now;
    layout_.text += scanner_.first(line.substr(at));
    layout_.text += '\n';
    note_comment();
    if (scanner_.begins_block()) {
      in_block_ = true;
      block_keeps_ = scanner_.block_keeps_blanks();
      // The text belongs to the key before it, or else to the dash.
      block_parent_ = scanner_.has_key() || levels_.size() < 2 ? at : levels_[levels_.size() - 2].was;
      if (!scanner_.has_key() && list) levels_.pop_back();
    }
  }

  static bool is_dash(std::string_view line, std::size_t at) {
    return at < line.size() && line[at] == '-' && (at + 1 == line.size() || line[at + 1] == ' ');
  }

  void leave(std::size_t column, bool list) {
    while (!levels_.empty() &&
           (levels_.back().was > column || (levels_.back().was == column && levels_.back().list && !list)))
      levels_.pop_back();
  }

  // The column where a line that began at `column` goes now.
  std::size_t enter(std::size_t column, bool list) {
    if (!levels_.empty() && levels_.back().was == column && levels_.back().list == list) return levels_.back().is;
    const std::size_t is = levels_.empty() ? 0 : levels_.back().is + kIndent;
    levels_.push_back({column, is, list});
    return is;
  }

  // Comments go with the line below them, unless they stand deeper: then with the level that they stand on.
  void flush(std::size_t was, std::size_t is) {
    bool blank = layout_.text.empty();
    for (const std::string_view line : waiting_) {
      if (line.empty()) {
        if (!blank) layout_.text += '\n';
        blank = true;
        continue;
      }
      blank = false;
      const std::size_t column = indentation(line);
      layout_.text.append(column > was ? column_of_comment(column, is) : is, ' ');
      layout_.text += line.substr(column);
      layout_.text += '\n';
      layout_.comments.emplace_back(line.substr(column));
    }
    waiting_.clear();
  }

  std::size_t column_of_comment(std::size_t column, std::size_t otherwise) const {
    for (auto level = left_.rbegin(); level != left_.rend(); ++level)
      if (level->was <= column) return level->is;
    return otherwise;
  }

  void note_comment() {
    if (!scanner_.comment().empty()) layout_.comments.push_back(scanner_.comment());
  }

  YamlLayout layout_;
  YamlLineScanner scanner_;
  std::vector<Level> levels_, left_;
  std::vector<std::string_view> waiting_;  // comment lines, and empty ones, before the next line
  std::size_t shift_was_ = 0, shift_now_ = 0;
  bool in_block_ = false, block_keeps_ = false;
  std::size_t block_parent_ = 0;
  std::vector<std::string_view> block_blanks_;
};

}  // namespace

YamlLayout lay_out_yaml(std::string_view text) {
  YamlLayout layout = YamlLayouter().run(text);
  while (layout.text.ends_with("\n\n")) layout.text.pop_back();
  return layout;
}

}  // namespace edgewise
