// SPDX-License-Identifier: Apache-2.0
// Escaping for JSON strings.
#include "export/json_text.h"

#include <string_view>

#include "export/clean_text.h"

namespace edgewise {
namespace {

// Cleaned text holds no control characters but these two.
std::string json_string(std::string_view value) {
  std::string scratch, quoted = "\"";
  for (char c : clean_text(value, scratch)) {
    switch (c) {
      case '"':
        quoted += "\\\"";
        break;
      case '\\':
        quoted += "\\\\";
        break;
      case '\n':
        quoted += "\\n";
        break;
      case '\t':
        quoted += "\\t";
        break;
      default:
        quoted += c;
    }
  }
  return quoted + '"';
}

}  // namespace

std::string json_array(const std::vector<std::string>& values, std::size_t max_bytes) {
  std::string array = "[";
  for (const std::string& value : values) {
    const std::string item = json_string(value);
    if (array.size() + item.size() + 2 > max_bytes) break;
    if (array.size() > 1) array += ',';
    array += item;
  }
  return array + ']';
}

}  // namespace edgewise
