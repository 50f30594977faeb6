// SPDX-License-Identifier: Apache-2.0
// A small scanner: keys, quotes, brackets, comments.
#include "rules/yaml_line.h"

#include <algorithm>
#include <utility>

namespace edgewise {
namespace {

bool is_quote(char c) { return c == '\'' || c == '"'; }
bool opens(char c) { return c == '{' || c == '['; }
bool closes(char c) { return c == '}' || c == ']'; }

std::size_t behind_blanks(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of(" \t", at), text.size());
}

// Where the quoted text that begins at `at` has ended, or npos.
std::size_t behind_quoted(std::string_view text, std::size_t at) {
  const char quote = text[at];
  for (std::size_t i = at + 1; i < text.size(); ++i) {
    if (quote == '"' && text[i] == '\\')
      ++i;
    else if (text[i] == quote && quote == '\'' && i + 1 < text.size() && text[i + 1] == quote)
      ++i;
    else if (text[i] == quote)
      return i + 1;
  }
  return std::string_view::npos;
}

// Where a comment begins in a stretch outside quotes, or the end.
std::size_t comment_in(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at)
    if (text[at] == '#' && (at == 0 || text[at - 1] == ' ' || text[at - 1] == '\t')) return at;
  return text.size();
}

bool is_separator(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] == ':' && (at + 1 == text.size() || text[at + 1] == ' ' || text[at + 1] == '\t');
}

}  // namespace

void YamlLineScanner::reset() {
  has_key_ = begins_block_ = block_keeps_blanks_ = false;
  out_.clear();
  comment_.clear();
}

std::string YamlLineScanner::first(std::string_view content) {
  reset();
  const std::size_t end = end_of_key(content);
  if (end == std::string_view::npos) {
    put_value(content);
    return std::move(out_);
  }
  has_key_ = true;
  const std::size_t colon = content.find(':', end);
  out_ = content.substr(0, end);
  out_ += ':';
  const std::size_t value = behind_blanks(content, colon + 1);
  if (value == content.size()) return std::move(out_);
  if (content[value] == '#') {
    put_comment(content.substr(colon + 1, value - colon - 1), content.substr(value));
  } else {
    out_ += ' ';
    put_value(content.substr(value));
  }
  return std::move(out_);
}

std::string YamlLineScanner::next(std::string_view content) {
  reset();
  put_open(content);
  return std::move(out_);
}

// Where the key ends on which the line begins, or npos.
std::size_t YamlLineScanner::end_of_key(std::string_view content) const {
  if (content.empty() || opens(content[0]) || content.starts_with("? ")) return std::string_view::npos;
  if (is_quote(content[0])) {
    const std::size_t end = behind_quoted(content, 0);
    if (end == std::string_view::npos || !is_separator(content, behind_blanks(content, end)))
      return std::string_view::npos;
    return end;
  }
  const std::size_t limit = comment_in(content);
  for (std::size_t at = 0; at < limit; ++at) {
    if (!is_separator(content, at)) continue;
    const std::size_t last = content.find_last_not_of(" \t", at == 0 ? 0 : at - 1);
    return at == 0 || last == std::string_view::npos ? std::string_view::npos : last + 1;
  }
  return std::string_view::npos;
}

void YamlLineScanner::put_value(std::string_view value) {
  if (value[0] == '|' || value[0] == '>') {
    begins_block_ = true;
    block_keeps_blanks_ = value.substr(0, value.find(' ')).find('+') != std::string_view::npos;
    put_plain(value);
  } else if (is_quote(value[0]) || opens(value[0])) {
    token_starts_ = true;
    put_open(value);
  } else {
    put_plain(value);
  }
}

void YamlLineScanner::put_plain(std::string_view value) {
  const std::size_t comment = comment_in(value);
  out_ += value;
  comment_ = value.substr(comment);
}

// What is in, or begins, quotes or brackets.
void YamlLineScanner::put_open(std::string_view text) {
  std::size_t at = 0;
  if (quote_ == 0 && depth_ == 0 && is_quote(text[0])) {
    quote_ = text[0];
    out_ += text[0];
    at = 1;
  }
  while (at < text.size()) {
    if (quote_ != 0) {
      at = put_quoted(text, at);
    } else if (depth_ > 0 || (at == 0 && opens(text[0]))) {
      at = put_in_brackets(text, at);
    } else {
      put_plain(text.substr(at));
      return;
    }
  }
}

std::size_t YamlLineScanner::put_quoted(std::string_view text, std::size_t at) {
  const bool pair = (quote_ == '"' && text[at] == '\\') ||
                    (quote_ == '\'' && text[at] == '\'' && at + 1 < text.size() && text[at + 1] == '\'');
  if (pair) {
    out_ += text.substr(at, 2);
    return at + 2;
  }
  if (text[at] == quote_) {
    quote_ = 0;
    token_starts_ = false;
  }
  out_ += text[at];
  return at + 1;
}

std::size_t YamlLineScanner::put_in_brackets(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == ' ' || c == '\t') return put_blanks(text, at);
  if (c == '#' && (at == 0 || text[at - 1] == ' ')) {
    put_comment({}, text.substr(at));
    return text.size();
  }
  if (opens(c)) {
    ++depth_;
    token_starts_ = true;
    out_ += c;
    return at + 1;
  }
  if (closes(c)) {
    --depth_;
    token_starts_ = false;
    out_ += c;
    return at + 1;
  }
  const std::size_t next = at + 1;
  const bool colon = c == ':' && (next == text.size() || text[next] == ' ' || text[next] == ',' || closes(text[next]));
  if (c == ',' || colon) {
    out_ += c;
    put_separator(text, next);
    token_starts_ = true;
    return behind_blanks(text, next) < text.size() && text[behind_blanks(text, next)] == '#'
               ? next
               : behind_blanks(text, next);
  }
  if (is_quote(c) && token_starts_) quote_ = c;
  token_starts_ = false;
  out_ += c;
  return next;
}

// Blanks go beside brackets and before separators; inside a text they stay.
std::size_t YamlLineScanner::put_blanks(std::string_view text, std::size_t at) {
  const std::size_t next = behind_blanks(text, at);
  if (next == text.size()) return next;
  if (text[next] == '#') {
    put_comment(text.substr(at, next - at), text.substr(next));
    return text.size();
  }
  const bool before_separator = text[next] == ',' || is_separator(text, next) || closes(text[next]);
  const bool behind_bracket = !out_.empty() && opens(out_.back());
  if (!before_separator && !behind_bracket) out_ += text.substr(at, next - at);
  return next;
}

// The blank behind a comma or colon, unless a bracket closes, a comment follows or the line ends there.
void YamlLineScanner::put_separator(std::string_view text, std::size_t behind) {
  const std::size_t next = behind_blanks(text, behind);
  if (next < text.size() && !closes(text[next]) && text[next] != ',' && text[next] != '#') out_ += ' ';
}

void YamlLineScanner::put_comment(std::string_view blanks, std::string_view comment) {
  out_ += blanks;
  out_ += comment;
  comment_ = comment;
}

}  // namespace edgewise
