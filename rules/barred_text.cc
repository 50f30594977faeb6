// SPDX-License-Identifier: Apache-2.0
// Rewrites expressions for barred text, and keeps the two texts in step.
#include "rules/barred_text.h"

#include <algorithm>

#include "text/utf8.h"

namespace edgewise {
namespace {

constexpr std::string_view kBar = "\xEF\xA3\xBF";  // U+F8FF: no article holds it, no type is written with it
constexpr std::string_view kBarEscape = R"(\x{F8FF})";

class Rewriter {
 public:
  explicit Rewriter(std::string_view text) : text_(text) {}

  std::string run() {
    while (at_ < text_.size()) step();
    return std::move(out_);
  }

 private:
  void step() {
    switch (text_[at_]) {
      case '\\':
        return escape();
      case '[':
        return bracket();
      case '(':
        return group();
      case '.':
        ++at_;
        return unit(std::string("[^").append(kBarEscape).append("]"));
      case '{':
        return copy(text_.find('}', at_) + 1);
      case ')':
      case '|':
      case '*':
      case '+':
      case '?':
      case '^':
      case '$':
        return copy(at_ + 1);
      default: {
        std::size_t end = at_;
        (void)next_code_point(text_, end);
        return unit(take(end));
      }
    }
  }

  void unit(std::string_view atom) { out_.append("(?:").append(kBarEscape).append("?").append(atom).append(")"); }
  std::string take(std::size_t end) {
    std::string taken(text_.substr(at_, end - at_));
    at_ = std::min(end, text_.size());
    return taken;
  }
  void copy(std::size_t end) { out_ += take(end); }

  // Up to behind the ')' or ':' of an opening such as `(?i)`, `(?i:` or `(?P<name>`.
  void group() {
    if (text_.compare(at_, 2, "(?") != 0) return copy(at_ + 1);
    if (text_.compare(at_, 3, "(?P") == 0) return copy(text_.find('>', at_) + 1);
    copy(text_.find_first_of(":)", at_) + 1);
  }

  void escape() {
    if (at_ + 1 >= text_.size()) return copy(text_.size());
    const char kind = text_[at_ + 1];
    if (std::string_view("bBAz").find(kind) != std::string_view::npos) return copy(at_ + 2);
    const std::string written = take(escape_end(text_, at_));
    if (kind == 'W' || kind == 'D' || kind == 'S')
      return unit(std::string("[^\\") + static_cast<char>(kind + ('a' - 'A')) + std::string(kBarEscape) + "]");
    if (kind == 'P') return unit("[^\\p" + written.substr(2) + std::string(kBarEscape) + "]");
    unit(written);
  }

  static std::size_t escape_end(std::string_view text, std::size_t at) {
    std::size_t end = at + 1;
    const char kind = text[end];
    (void)next_code_point(text, end);
    if (kind == 'x' || kind == 'p' || kind == 'P') {
      if (end < text.size() && text[end] == '{') return std::min(text.find('}', end), text.size() - 1) + 1;
      return std::min(end + (kind == 'x' ? 2 : 1), text.size());
    }
    return end;
  }

  void bracket() {
    std::size_t end = at_ + 1;
    const bool negated = end < text_.size() && text_[end] == '^';
    if (negated) ++end;
    const std::size_t inside = end;
    if (end < text_.size() && text_[end] == ']') ++end;
    while (end < text_.size() && text_[end] != ']') {
      if (text_[end] == '\\')
        end = escape_end(text_, end);
      else if (text_.compare(end, 2, "[:") == 0)
        end = std::min(text_.find(":]", end), text_.size() - 2) + 2;
      else
        ++end;
    }
    std::string atom = take(end + 1);
    if (negated) atom.insert(inside - (end + 1 - atom.size()), kBarEscape);
    unit(atom);
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string out_;
};

}  // namespace

std::string barred_expression(std::string_view expression) {
  return Rewriter(expression).run().append("(?:[^").append(kBarEscape).append("]|\\z)");
}

BarredText::BarredText(std::string_view text, const std::vector<std::uint32_t>& barred) : bars_(barred) {
  text_.reserve(text.size() + kBar.size() * barred.size());
  std::size_t at = 0;
  for (const std::uint32_t bar : bars_) {
    text_.append(text.substr(at, bar - at)).append(kBar);
    at = bar;
  }
  text_.append(text.substr(at));
}

std::uint32_t BarredText::to_barred(std::uint32_t plain) const {
  const auto before = std::lower_bound(bars_.begin(), bars_.end(), plain) - bars_.begin();
  return plain + static_cast<std::uint32_t>(before) * static_cast<std::uint32_t>(kBar.size());
}

std::uint32_t BarredText::to_plain(std::uint32_t barred) const {
  std::uint32_t inserted = 0;
  for (const std::uint32_t bar : bars_) {
    if (bar + inserted >= barred) break;
    inserted += static_cast<std::uint32_t>(kBar.size());
    if (bar + inserted > barred) return bar;
  }
  return barred - inserted;
}

}  // namespace edgewise
