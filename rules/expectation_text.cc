// SPDX-License-Identifier: Apache-2.0
// Reads what people expect: 'A relation B (planned)'.
#include <algorithm>

#include <fmt/format.h>

#include "rules/expectation.h"
#include "text/diagnostic.h"

namespace edgewise {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\n") - begin + 1);
}

struct Word {
  std::size_t begin = 0, end = 0;
};

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  for (std::size_t at = text.find_first_not_of(' '); at != std::string_view::npos;) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    words.push_back({at, end});
    at = text.find_first_not_of(' ', end);
  }
  return words;
}

std::optional<Modality> take_modality(std::string_view& text) {
  if (!text.ends_with(')')) return std::nullopt;
  const std::size_t open = text.rfind('(');
  if (open == std::string_view::npos) return std::nullopt;
  const auto modality = parse_modality(trimmed(text.substr(open + 1, text.size() - open - 2)));
  if (modality) text = trimmed(text.substr(0, open));
  return modality;
}

}  // namespace

tl::expected<Expectation, std::string> read_expectation(const RuleSet& rules, std::string_view text) {
  Expectation expected;
  text = trimmed(text);
  expected.modality = take_modality(text);
  const std::vector<Word> words = words_of(text);
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    const std::string_view word = text.substr(words[i].begin, words[i].end - words[i].begin);
    for (std::uint32_t relation = 0; relation < rules.relations().size(); ++relation) {
      if (rules.relations()[relation].id != word) continue;
      expected.relation = relation;
      expected.from = trimmed(text.substr(0, words[i].begin));
      expected.to = trimmed(text.substr(words[i].end));
      return expected;
    }
  }
  std::vector<std::string> known;
  for (const RelationInfo& relation : rules.relations()) known.push_back(relation.id);
  for (std::size_t i = 1; i + 1 < words.size(); ++i)
    if (const auto near = nearest_name(text.substr(words[i].begin, words[i].end - words[i].begin), known);
        !near.empty())
      return tl::unexpected(
          fmt::format("no relation stands between the names in '{}'; did you mean '{}'?", text, near));
  return tl::unexpected(fmt::format("no relation stands between two names in '{}'; write 'A relation B'", text));
}

}  // namespace edgewise
