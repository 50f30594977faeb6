// SPDX-License-Identifier: Apache-2.0
// Laying out evidence line by line.
#include "export/evidence_text.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "export/clean_text.h"

namespace edgewise {
namespace {

std::string evidence_line(const Evidence& item) {
  std::string quote = clean_text(item.quote);
  std::replace(quote.begin(), quote.end(), '\n', ' ');
  const std::string place = item.line ? fmt::format("{}:{}", item.document, item.line) : item.document;
  const std::string said =
      item.said.speaker.empty() ? std::string() : fmt::format(" — {} ({})", item.said.speaker, item.said.words);
  return clean_text(fmt::format("{} “{}” [{}]{}", place, quote, item.rule, said));
}

}  // namespace

std::string evidence_text(const std::vector<Evidence>& evidence, std::size_t max_bytes) {
  std::string text;
  for (std::size_t i = 0; i < evidence.size(); ++i) {
    std::string line = evidence_line(evidence[i]);
    if (i == 0 && line.size() > max_bytes) line = std::string(cut_bytes(line, max_bytes)) + "…";
    if (i > 0 && text.size() + line.size() > max_bytes) return text + fmt::format("\n… {} more", evidence.size() - i);
    if (i > 0) text += '\n';
    text += line;
  }
  return text;
}

std::string qualifiers_text(const std::vector<Evidence>& evidence, std::size_t max_bytes) {
  std::set<std::string> said;
  for (const Evidence& item : evidence)
    for (const Qualifier& qualifier : item.qualifiers)
      said.insert(
          clean_text(fmt::format("{}={}", qualifier.name, qualifier.value.empty() ? qualifier.text : qualifier.value)));
  return joined_values(said, max_bytes);
}

std::vector<std::string> speakers_of(const std::vector<Evidence>& evidence) {
  std::set<std::string> speakers;
  for (const Evidence& item : evidence)
    if (!item.said.speaker.empty()) speakers.insert(clean_text(item.said.speaker));
  return {speakers.begin(), speakers.end()};
}

std::vector<std::string_view> rules_of(const std::vector<Evidence>& evidence) {
  std::vector<std::string_view> rules;
  for (const Evidence& item : evidence)
    if (!item.rule.empty()) rules.push_back(item.rule);
  std::sort(rules.begin(), rules.end());
  rules.erase(std::unique(rules.begin(), rules.end()), rules.end());
  return rules;
}

}  // namespace edgewise
