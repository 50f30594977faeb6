// SPDX-License-Identifier: Apache-2.0
// Fills in the template.
#include "rules/relation_template.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace edgewise {
namespace {

// Names that no pack lists, and a verb that the author will replace.
struct Words {
  std::string_view first, second, pattern, positive, negative;
};
constexpr Words kChinese = {"样例甲", "样例乙", "{from}{..6}(?:联系|联络){to}", "样例甲昨天联系样例乙。",
                            "样例甲和样例乙昨天都没有来。"};
constexpr Words kEnglish = {"Sample One", "Sample Two", "{from}{..20}(?:contacted|contacts) {to}",
                            "Sample One contacted Sample Two on Monday.",
                            "Sample One and Sample Two were both away on Monday."};

std::string list(const std::vector<std::string>& types) {
  return types.size() == 1 ? types.front() : fmt::format("[{}]", fmt::join(types, ", "));
}

std::string quoted(const std::string& text) {
  std::string result = "'";
  for (const char c : text) result += c == '\'' ? std::string("''") : std::string(1, c);
  return result + "'";
}

std::string in_words(std::string id) {
  std::replace(id.begin(), id.end(), '-', ' ');
  return id;
}

std::string head(const RelationRequest& request) {
  std::string text = request.schema.empty() ? "" : fmt::format("# yaml-language-server: $schema={}\n", request.schema);
  text += fmt::format("edgewise: 1\npack: {}\nversion: 0.1.0\nlanguage: {}\n", request.id, request.language);
  if (!request.imports.empty()) {
    text += "# The types come from here.\nimport:\n";
    for (const std::string& import : request.imports) text += fmt::format("  - {}\n", quoted(import));
    return text;
  }
  std::set<std::string> types(request.from.begin(), request.from.end());
  types.insert(request.to.begin(), request.to.end());
  text += "types:\n";
  for (const std::string& type : types) text += fmt::format("  {}: {{}}\n", type);
  return text;
}

}  // namespace

std::string relation_id_problem(std::string_view id) {
  const bool characters = std::all_of(
      id.begin(), id.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
  const bool ends = !id.empty() && id.front() >= 'a' && id.front() <= 'z' && id.back() != '-';
  if (characters && ends && id.find("--") == std::string_view::npos) return {};
  return "write small letters and digits with hyphens between the words, such as company-supplies";
}

std::string relation_template(const RelationRequest& request) {
  const Words& words = request.language == "en" ? kEnglish : kChinese;
  std::string text = head(request);
  text += "# Names for the examples; use real ones once a pack knows them.\nentities:\n";
  text += fmt::format("  - {{name: {}, type: {}}}\n", words.first, request.from.front());
  text += fmt::format("  - {{name: {}, type: {}}}\n", words.second, request.to.front());
  text += fmt::format("relations:\n  {}:\n    label: {{{}: {}}}\n", request.id, "en", in_words(request.id));
  text += fmt::format("    from: {}\n    to: {}\n", list(request.from), list(request.to));
  text +=
      "    match:\n      # {..6} is a gap of up to six characters. Replace the words in the brackets by those that "
      "tell of your relation.\n";
  text += fmt::format("      - {}\n", quoted(std::string(words.pattern)));
  text += "    examples:\n      # One for each way of saying it, and some that look alike but say something else.\n";
  text += fmt::format("      - {{text: {}, yields: [{} -> {}]}}\n", words.positive, words.first, words.second);
  text += fmt::format("      - {{text: {}, yields: []}}\n", words.negative);
  return text;
}

}  // namespace edgewise
