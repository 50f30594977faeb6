// SPDX-License-Identifier: Apache-2.0
// JSON, written piece by piece.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace edgewise {

// `text` as a JSON string with its quotes. Bytes that are not UTF-8 become U+FFFD, control characters are escaped.
std::string json_quoted(std::string_view text);

// Builds one JSON value; commas and indentation are its business. Keys and values must alternate inside objects, and
// every open must be closed. Numbers do not depend on the locale.
class JsonWriter {
 public:
  // `indent` 0 writes everything on one line.
  explicit JsonWriter(std::size_t indent = 0) : indent_(indent) {}

  JsonWriter& open_object() { return open('{'); }
  JsonWriter& close_object() { return close('}'); }
  JsonWriter& open_array() { return open('['); }
  JsonWriter& close_array() { return close(']'); }
  JsonWriter& key(std::string_view name);
  JsonWriter& value(std::string_view text);
  JsonWriter& value(const char* text) { return value(std::string_view(text)); }
  JsonWriter& value(bool flag);
  template <std::integral Number>
  requires(!std::same_as<Number, bool>) JsonWriter& value(Number number) { return raw(std::to_string(number)); }
  // With that many digits behind the point.
  JsonWriter& value(double number, int digits);

  template <typename Value>
  JsonWriter& member(std::string_view name, const Value& what) {
    return key(name).value(what);
  }

  // What has been written so far.
  const std::string& text() const { return text_; }

 private:
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  JsonWriter& raw(std::string_view json);
  void separate();
  void break_line();

  std::size_t indent_;
  std::string text_;
  std::vector<bool> filled_;  // of each open bracket: whether something stands in it
  bool after_key_ = false;
};

}  // namespace edgewise
