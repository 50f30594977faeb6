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
  const std::string_view comma = item.date.empty() || item.source.empty() ? "" : ", ";
  const std::string told = item.date + std::string(comma) + item.source;
  return clean_text(
      fmt::format("{}{} “{}” [{}]{}", place, told.empty() ? "" : fmt::format(" ({})", told), quote, item.rule, said));
}

// Each value once, sorted, without the empty one.
std::vector<std::string_view> distinct(const std::vector<Evidence>& evidence, std::string Evidence::*field) {
  std::vector<std::string_view> values;
  for (const Evidence& item : evidence)
    if (!(item.*field).empty()) values.push_back(item.*field);
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  return values;
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
  return distinct(evidence, &Evidence::rule);
}

std::string_view best_confidence(const std::vector<Evidence>& evidence) {
  for (const std::string_view confidence : {"high", "medium", "low"})
    if (std::any_of(evidence.begin(), evidence.end(),
                    [&](const Evidence& item) { return item.confidence == confidence; }))
      return confidence;
  return {};
}

std::vector<std::string_view> sources_of(const std::vector<Evidence>& evidence) {
  return distinct(evidence, &Evidence::source);
}

std::vector<std::string_view> dates_of(const std::vector<Evidence>& evidence) {
  return distinct(evidence, &Evidence::date);
}

}  // namespace edgewise
