// SPDX-License-Identifier: Apache-2.0
// What stands on one line of a YAML file behind its indentation, with its blanks put right.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace edgewise {

// Give it the lines of a file in order; it remembers brackets and quotes that are still open.
class YamlLineScanner {
 public:
  // A line that begins a key, an item or a value, from its first character on. Requires !is_open().
  std::string first(std::string_view content);
  // A further line of an open bracket or quote.
  std::string next(std::string_view content);

  bool is_open() const { return quote_ != 0 || depth_ > 0; }
  bool is_quoted() const { return quote_ != 0; }

  // About the line that came last.
  bool has_key() const { return has_key_; }
  bool begins_block() const { return begins_block_; }              // its value is a block text, | or >
  bool block_keeps_blanks() const { return block_keeps_blanks_; }  // with a +
  const std::string& comment() const { return comment_; }          // from its # on; may be empty

 private:
  void reset();
  std::size_t end_of_key(std::string_view content) const;
  void put_value(std::string_view value);
  void put_plain(std::string_view value);
  void put_open(std::string_view text);
  std::size_t put_quoted(std::string_view text, std::size_t at);
  std::size_t put_in_brackets(std::string_view text, std::size_t at);
  std::size_t put_blanks(std::string_view text, std::size_t at);
  void put_separator(std::string_view text, std::size_t behind);
  void put_comment(std::string_view blanks, std::string_view comment);

  char quote_ = 0;
  std::size_t depth_ = 0;
  bool token_starts_ = false;  // in brackets: a quote here would open a text
  bool has_key_ = false, begins_block_ = false, block_keeps_blanks_ = false;
  std::string out_, comment_;
};

}  // namespace edgewise
