// SPDX-License-Identifier: Apache-2.0
// Walks the source of a scalar beside its decoded value: one function for each way YAML can write a text.
#include "rules/yaml_scalar.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "rules/yaml_escape.h"

namespace edgewise {
namespace {

constexpr std::string_view kBlanks = " \t";

class ScalarWalk {
 public:
  ScalarWalk(std::string_view source, std::size_t start, std::string_view value)
      : source_(source), at_(start), value_(value) {
    offsets_.reserve(value.size() + 1);
  }

  // Each returns false where source and value part.
  bool plain();
  bool single_quoted();
  bool double_quoted();
  bool block(bool folded);

  // The offsets of the bytes and of the end. Requires a walk that succeeded.
  std::vector<std::uint32_t> take() {
    offsets_.push_back(static_cast<std::uint32_t>(at_));
    return std::move(offsets_);
  }
  bool at_source_end() const { return at_ >= source_.size(); }

 private:
  bool done() const { return offsets_.size() >= value_.size(); }
  char next_value() const { return value_[offsets_.size()]; }
  char peek(std::size_t ahead = 0) const { return at_ + ahead < source_.size() ? source_[at_ + ahead] : '\0'; }
  // Length of the line break at `offset`: 0, 1 or 2.
  std::size_t break_length(std::size_t offset) const {
    const std::string_view rest = source_.substr(std::min(offset, source_.size()), 2);
    if (rest.starts_with("\r\n")) return 2;
    return rest.starts_with('\n') ? 1 : 0;
  }
  bool give(char wanted, std::size_t offset) {
    if (done() || next_value() != wanted) return false;
    offsets_.push_back(static_cast<std::uint32_t>(offset));
    return true;
  }
  bool copy_byte() {
    if (at_source_end() || !give(source_[at_], at_)) return false;
    ++at_;
    return true;
  }
  bool copy_until(std::size_t end) {
    while (at_ < end && !done())
      if (!copy_byte()) return false;
    return true;
  }
  std::size_t behind_blanks(std::size_t offset) const {
    return std::min(source_.find_first_not_of(kBlanks, offset), source_.size());
  }

  bool blanks();
  bool fold();
  bool escape();
  std::size_t block_indentation() const;
  bool block_breaks(std::size_t indentation, bool folded);

  std::string_view source_;
  std::size_t at_;
  std::string_view value_;
  std::vector<std::uint32_t> offsets_;
};

// Blanks in the source at at_: within a line they are themselves, at its end they vanish and the break is folded.
bool ScalarWalk::blanks() {
  const std::size_t end = behind_blanks(at_);
  return break_length(end) > 0 ? fold() : copy_until(end);
}

// One line break is a space, more of them are one less; blanks around them vanish.
bool ScalarWalk::fold() {
  std::vector<std::size_t> breaks;
  at_ = behind_blanks(at_);
  while (const std::size_t length = break_length(at_)) {
    breaks.push_back(at_);
    at_ = behind_blanks(at_ + length);
  }
  if (breaks.size() == 1) return give(' ', breaks.front());
  return std::all_of(breaks.begin() + 1, breaks.end(), [&](std::size_t offset) { return give('\n', offset); });
}

bool ScalarWalk::plain() {
  while (!done()) {
    const bool blank = kBlanks.find(peek()) != std::string_view::npos || break_length(at_) > 0;
    if (!(blank ? blanks() : copy_byte())) return false;
  }
  return true;
}

bool ScalarWalk::single_quoted() {
  ++at_;
  while (!done()) {
    if (kBlanks.find(peek()) != std::string_view::npos || break_length(at_) > 0) {
      if (!blanks()) return false;
    } else if (peek() == '\'') {
      if (peek(1) != '\'' || !give('\'', at_)) return false;
      at_ += 2;
    } else if (!copy_byte()) {
      return false;
    }
  }
  return at_source_end() || peek() == '\'';
}

bool ScalarWalk::escape() {
  const std::size_t begin = at_;
  const auto decoded = decode_escape(source_.substr(at_));
  if (!decoded) return false;
  at_ += decoded->length;
  return std::all_of(decoded->bytes.begin(), decoded->bytes.end(), [&](char byte) { return give(byte, begin); });
}

bool ScalarWalk::double_quoted() {
  ++at_;
  while (!done() || peek() == '\\') {
    if (peek() == '\\') {
      if (const std::size_t length = break_length(at_ + 1)) {
        at_ = behind_blanks(at_ + 1 + length);
      } else if (!escape()) {
        return false;
      }
    } else if (kBlanks.find(peek()) != std::string_view::npos || break_length(at_) > 0) {
      if (!blanks()) return false;
    } else if (!copy_byte()) {
      return false;
    }
  }
  return at_source_end() || peek() == '"';
}

// Spaces that the first line of content begins with, less those that the value keeps.
std::size_t ScalarWalk::block_indentation() const {
  std::size_t line = at_;
  for (;;) {
    const std::size_t content = std::min(source_.find_first_not_of(' ', line), source_.size());
    const std::size_t length = break_length(content);
    if (length > 0) {
      line = content + length;
      continue;
    }
    const std::size_t kept_from = std::min(value_.find_first_not_of('\n'), value_.size());
    const std::size_t kept = std::min(value_.find_first_not_of(' ', kept_from), value_.size()) - kept_from;
    return content - line - std::min(kept, content - line);
  }
}

// From the end of a line of content to the next: a folded break is a space, or nothing before empty lines.
bool ScalarWalk::block_breaks(std::size_t indentation, bool folded) {
  std::vector<std::size_t> breaks;
  while (const std::size_t length = break_length(at_)) {
    breaks.push_back(at_);
    at_ += length;
    const std::size_t content = std::min(source_.find_first_not_of(' ', at_), source_.size());
    at_ = std::min(content, at_ + indentation);
  }
  if (breaks.empty() || done()) return done();
  const std::size_t kept = std::min(value_.find_first_not_of('\n', offsets_.size()), value_.size()) - offsets_.size();
  if (folded && kept == 0) return breaks.size() == 1 && give(' ', breaks.front());
  const bool first_vanishes = folded && kept + 1 == breaks.size();
  if (!first_vanishes && kept > breaks.size()) return false;
  const auto from = breaks.begin() + (first_vanishes ? 1 : 0);
  return std::all_of(from, from + static_cast<std::ptrdiff_t>(kept),
                     [&](std::size_t offset) { return give('\n', offset); });
}

bool ScalarWalk::block(bool folded) {
  while (!at_source_end() && break_length(at_) == 0) ++at_;
  at_ += break_length(at_);
  const std::size_t indentation = block_indentation();
  const auto strip = [&] {
    at_ = std::min(std::min(source_.find_first_not_of(' ', at_), source_.size()), at_ + indentation);
  };
  strip();
  // Empty lines before the content are kept one by one, whatever the style.
  const std::size_t first_content = value_.find_first_not_of('\n');
  while (!done()) {
    if (break_length(at_) > 0) {
      if (offsets_.size() <= first_content) {
        if (!give('\n', at_)) return false;
        at_ += break_length(at_);
        strip();
      } else if (!block_breaks(indentation, folded)) {
        return false;
      }
    } else if (!copy_byte()) {
      return false;
    }
  }
  return true;
}

// True if the text stands in the source as it is; then no offsets are needed.
bool stands_as_it_is(std::string_view source, std::size_t start, std::string_view value, char quote) {
  if (quote == '|' || quote == '>') return false;
  if (quote == '\0') return source.substr(start, value.size()) == value;
  if (value.find_first_of(quote == '"' ? "\"\\\n" : "'\n") != std::string_view::npos) return false;
  return source.substr(start + 1, value.size()) == value &&
         source.substr(start + 1 + value.size()).starts_with(quote) &&
         !(quote == '\'' && source.substr(start + 2 + value.size()).starts_with(quote));
}

}  // namespace

ScalarPlace locate_scalar(std::string_view source, std::uint32_t start, std::string value) {
  start = static_cast<std::uint32_t>(std::min<std::size_t>(start, source.size()));
  ScalarPlace place;
  place.located.text = std::move(value);
  place.located.start = start;
  const std::string_view text = place.located.text;
  const std::string_view first = source.substr(start, 1);
  const char style = first.empty() || std::string_view("'\"|>").find(first) == std::string_view::npos ? '\0' : first[0];
  if (stands_as_it_is(source, start, text, style)) {
    if (style != '\0') ++place.located.start;
    return place;
  }
  ScalarWalk walk(source, start, text);
  const bool followed = style == '\''   ? walk.single_quoted()
                        : style == '"'  ? walk.double_quoted()
                        : style == '\0' ? walk.plain()
                                        : walk.block(style == '>');
  place.exact = followed;
  if (followed) {
    place.closed = !(walk.at_source_end() && (style == '\'' || style == '"'));
    place.located.offsets = walk.take();
  } else {
    place.located.offsets.assign(text.size() + 1, start);
  }
  return place;
}

}  // namespace edgewise
