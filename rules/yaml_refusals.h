// SPDX-License-Identifier: Apache-2.0
// What YAML offers and no rule file may use: anchors, aliases, tags, further documents, escapes for odd characters.
#pragma once

#include <cstdint>
#include <string_view>

#include "rules/complaints.h"
#include "rules/rule_file.h"

namespace edgewise {

// Complains about each use. Places are bytes of the file, at most its size.
class YamlRefusals {
 public:
  // About file number `file` of the source of `complaints`; both outlive this object.
  YamlRefusals(std::uint32_t file, Complaints& complaints)
      : file_(file), text_(complaints.source().files[file].text), complaints_(complaints) {}

  // True, after a complaint, if the value at `at` has an anchor or a tag. A `tag` that is empty, "?" or "!" is none.
  bool properties(std::uint32_t at, std::string_view tag, bool anchored);
  // An alias stands at `at`.
  void alias(std::uint32_t at);
  // What stands at `at` is taken for a second document, whether its author meant one or not.
  void second_document(std::uint32_t at);
  // True, after a complaint, if the decoded text holds what the file itself may not.
  bool characters(const Located& decoded);

 private:
  Located word_at(std::uint32_t at) const;

  std::uint32_t file_;
  std::string_view text_;
  Complaints& complaints_;
};

}  // namespace edgewise
