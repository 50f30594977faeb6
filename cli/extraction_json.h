// SPDX-License-Identifier: Apache-2.0
// The members that every JSON about an extraction has: stretches of text, mentions, rules.
#pragma once

#include <cstdint>

#include "rules/explanation.h"
#include "text/json_writer.h"

namespace edgewise {

// Writes into `json`; refers to all it is given.
class ExtractionJson {
 public:
  ExtractionJson(JsonWriter& json, const RuleSet& rules, const Document& document, const Explanation& explanation)
      : json_(json), rules_(rules), document_(document), explanation_(explanation) {}

 protected:
  // Members `begin` and `end`, in bytes of the file, and `text`, what stands there.
  void write_span(Span span);
  // Members `rule`, `rule_file` and `rule_line`.
  void write_rule(std::uint32_t pattern);
  // An object.
  void write_mention(std::uint32_t index);
  // An object with the members of write_span().
  void write_place(Span span);

  const EntityRef& entity(std::uint32_t mention) const {
    return explanation_.extraction.entities[explanation_.extraction.mentions[mention].entity];
  }

  JsonWriter& json_;
  const RuleSet& rules_;
  const Document& document_;
  const Explanation& explanation_;
};

}  // namespace edgewise
