// SPDX-License-Identifier: Apache-2.0
// Escaping for XML, mindful of readers that are careless with white space.
#include "export/xml_text.h"

#include <algorithm>

#include "export/clean_text.h"

namespace edgewise {
namespace {

constexpr std::string_view kSectionEnd = "]]>";

bool needs_section(std::string_view text) {
  if (text.empty()) return false;
  return text.front() == ' ' || text.back() == ' ' || text.find_first_of("&<\n\t") != std::string_view::npos ||
         text.find(kSectionEnd) != std::string_view::npos;
}

// A section cannot hold its own end mark, so that is divided between two sections.
void write_section(OutputBuffer& out, std::string_view text) {
  out << "<![CDATA[";
  for (std::size_t end; (end = text.find(kSectionEnd)) != std::string_view::npos; text.remove_prefix(end + 2))
    out << text.substr(0, end) << "]]]]><![CDATA[";
  out << text << kSectionEnd;
}

std::string_view attribute_escape(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\n':
      return "&#10;";
    case '\t':
      return "&#9;";
    default:
      return {};
  }
}

}  // namespace

void write_xml_text(OutputBuffer& out, std::string_view text) {
  std::string scratch;
  const std::string_view clean = clean_text(text, scratch);
  if (needs_section(clean)) {
    write_section(out, clean);
  } else {
    out << clean;
  }
}

void write_xml_attribute(OutputBuffer& out, std::string_view text) {
  std::string scratch;
  std::string_view rest = clean_text(text, scratch);
  while (!rest.empty()) {
    const std::size_t at = std::min(rest.find_first_of("&<>\"\n\t"), rest.size());
    out << rest.substr(0, at);
    if (at < rest.size()) out << attribute_escape(rest[at]);
    rest.remove_prefix(std::min(at + 1, rest.size()));
  }
}

}  // namespace edgewise
