// SPDX-License-Identifier: Apache-2.0
// Lists of names as JSON.
#include "export/json_text.h"

#include "export/clean_text.h"
#include "text/json_writer.h"

namespace edgewise {

std::string json_array(const std::vector<std::string>& values, std::size_t max_bytes) {
  std::string scratch, array = "[";
  for (const std::string& value : values) {
    const std::string item = json_quoted(clean_text(value, scratch));
    if (array.size() + item.size() + 2 > max_bytes) break;
    if (array.size() > 1) array += ',';
    array += item;
  }
  return array + ']';
}

}  // namespace edgewise
