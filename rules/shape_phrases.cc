// SPDX-License-Identifier: Apache-2.0
// The phrases of messages about shapes.
#include "rules/shape_phrases.h"

namespace edgewise {

using Kind = YamlNode::Kind;

std::string_view kind_phrase(Kind kind) {
  switch (kind) {
    case Kind::text:
      return "a text";
    case Kind::list:
      return "a list";
    case Kind::map:
      return "a map";
    case Kind::null:
    case Kind::refused:
      break;
  }
  return "empty";
}

std::string_view shape_phrase(RuleShape shape) {
  switch (shape) {
    case RuleShape::texts:
      return "a text or a list of texts";
    case RuleShape::flag:
      return "true or false";
    case RuleShape::number:
      return "a whole number";
    case RuleShape::labels:
      return "a map of languages";
    case RuleShape::map:
      return "a map";
    case RuleShape::maps:
      return "a list";
    case RuleShape::named:
      return "a map of names";
    case RuleShape::fragments:
      return "a map of names to patterns";
    case RuleShape::patterns:
      return "a pattern or a list of patterns";
    case RuleShape::text:
    case RuleShape::word:
    case RuleShape::version:
    case RuleShape::engine:
    case RuleShape::stage:
    case RuleShape::colour:
      break;
  }
  return "a text";
}

}  // namespace edgewise
