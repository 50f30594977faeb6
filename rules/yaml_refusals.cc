// SPDX-License-Identifier: Apache-2.0
// Most of those who use such a feature left out the quotes around a pattern, so the complaints say where they belong.
#include "rules/yaml_refusals.h"

#include <algorithm>
#include <string>
#include <vector>

#include "text/mend_utf8.h"

namespace edgewise {

// The anchor, alias or tag itself.
Located YamlRefusals::word_at(std::uint32_t at) const {
  const std::string_view rest = text_.substr(at);
  Located word;
  word.file = file_;
  word.start = at;
  word.text = rest.substr(0, std::min(rest.find_first_of(" \t\r\n,[]{}"), rest.size()));
  return word;
}

bool YamlRefusals::properties(std::uint32_t at, std::string_view tag, bool anchored) {
  const bool plain = tag.empty() || tag == "?" || tag == "!";
  const std::string_view rest = text_.substr(at);
  if (plain && !anchored && !rest.starts_with('!')) return false;
  if (anchored && rest.starts_with('&')) {
    complaints_.error("E109", word_at(at), "anchors are not allowed",
                      "write the text out where it is needed; put a text that begins with & into single quotes");
  } else {
    complaints_.error("E118", word_at(at), "tags are not allowed",
                      "take it away; put a text that begins with ! into single quotes");
  }
  return true;
}

void YamlRefusals::alias(std::uint32_t at) {
  complaints_.error("E109", word_at(at), "aliases are not allowed",
                    "write the text out where it is needed; put a text that begins with * into single quotes");
}

void YamlRefusals::second_document(std::uint32_t at) {
  Located place;
  place.file = file_;
  place.start = at;
  if (text_.substr(at).starts_with("---")) {
    complaints_.error("E115", place, 0, 3, "a second document begins here", "split the file, or take the --- away");
  } else {
    complaints_.error("E102", place, "this does not belong to what stands before it",
                      "keys of a rule file begin in the first column");
  }
}

bool YamlRefusals::characters(const Located& decoded) {
  const std::string& value = decoded.text;
  const auto bad = std::find_if(value.begin(), value.end(), [](char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' && c != '\r') || c == 0x7F;
  });
  const std::vector<std::uint32_t> broken = mend_utf8(value).bad_offsets;
  if (bad == value.end() && broken.empty()) return false;
  const std::size_t at = broken.empty() ? static_cast<std::size_t>(bad - value.begin()) : broken.front();
  complaints_.error("E120", decoded, at, at + 1, "an escape stands for a character that no text holds",
                    "use single quotes; a backslash is a backslash there");
  return true;
}

}  // namespace edgewise
