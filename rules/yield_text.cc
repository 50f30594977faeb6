// SPDX-License-Identifier: Apache-2.0
// Two names with an arrow between them and perhaps a modality behind them.
#include "rules/yield_text.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

namespace edgewise {
namespace {

constexpr std::string_view kHelp = "write 'A -> B', or 'A -> B (planned)'";

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\n") - begin + 1);
}

struct Arrow {
  std::size_t begin = std::string_view::npos, size = 0;
};

Arrow first_arrow(std::string_view text) {
  Arrow first;
  for (const std::string_view sign : {std::string_view("->"), std::string_view("→")})
    if (const std::size_t at = text.find(sign); at < first.begin) first = {at, sign.size()};
  return first;
}

// The word in brackets at the end of a text, or an empty view; `rest` is the text before them.
std::string_view bracketed(std::string_view text, std::string_view& rest) {
  constexpr std::array<std::array<std::string_view, 2>, 2> kBrackets = {{{"(", ")"}, {"（", "）"}}};
  for (const auto& [open, close] : kBrackets) {
    const std::size_t begin = text.rfind(open);
    if (!text.ends_with(close) || begin == std::string_view::npos) continue;
    rest = trimmed(text.substr(0, begin));
    return trimmed(text.substr(begin + open.size(), text.size() - close.size() - begin - open.size()));
  }
  return {};
}

// Takes what stands behind the first semicolon, such as `; amount=USD 12000000; share=25`, away from `text`. Names may
// hold semicolons too; a part without = belongs to what stands before it.
std::vector<std::pair<std::string, std::string>> take_qualifiers(std::string_view& text) {
  std::vector<std::pair<std::string, std::string>> qualifiers;
  for (std::size_t at = text.rfind(';'); at != std::string_view::npos; at = text.rfind(';')) {
    const std::string_view part = trimmed(text.substr(at + 1));
    const std::size_t equals = part.find('=');
    if (equals == std::string_view::npos) break;
    qualifiers.emplace(qualifiers.begin(), trimmed(part.substr(0, equals)), trimmed(part.substr(equals + 1)));
    text = trimmed(text.substr(0, at));
  }
  return qualifiers;
}

// Names may end in brackets too; what stands apart and is a small Latin word was meant as a modality.
bool looks_like_modality(std::string_view text, std::string_view rest, std::string_view word) {
  return word.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos && text.size() > rest.size() &&
         text[rest.size()] == ' ';
}

}  // namespace

std::optional<ExampleDecl::Expected> read_yield(const Located& whole, Complaints& complaints) {
  const std::string_view text = whole.text;
  const Arrow arrow = first_arrow(text);
  if (arrow.size == 0) {
    complaints.error("E114", whole, fmt::format("'{}' has no arrow", text), std::string(kHelp));
    return std::nullopt;
  }
  const std::string_view from = trimmed(text.substr(0, arrow.begin));
  const std::string_view behind = text.substr(arrow.begin + arrow.size);
  std::string_view to = trimmed(behind);
  ExampleDecl::Expected expected;
  expected.qualifiers = take_qualifiers(to);
  std::string_view rest;
  if (const std::string_view word = bracketed(to, rest); !word.empty()) {
    expected.modality = parse_modality(word);
    if (!expected.modality && looks_like_modality(to, rest, word)) {
      const std::vector<std::string> known(kModalityNames.begin(), kModalityNames.end());
      const std::string_view near = nearest_name(word, known);
      const auto begin = static_cast<std::size_t>(word.data() - text.data());
      complaints.error(
          "E107", whole, begin, begin + word.size(), fmt::format("a statement cannot be '{}'", word),
          fmt::format("{}accepted values: {}", near.empty() ? "" : fmt::format("did you mean '{}'? ", near),
                      fmt::join(known, ", ")));
      return std::nullopt;
    }
    if (expected.modality) to = rest;
  }
  if (const Arrow second = first_arrow(to); second.size > 0) {
    const std::size_t begin = static_cast<std::size_t>(to.data() - text.data()) + second.begin;
    complaints.error("E114", whole, begin, begin + second.size, fmt::format("'{}' has two arrows", text),
                     "write each statement as an item of its own");
    return std::nullopt;
  }
  if (from.empty() || to.empty()) {
    complaints.error("E114", whole, arrow.begin, arrow.begin + arrow.size,
                     fmt::format("'{}' names nothing {} the arrow", text, from.empty() ? "before" : "behind"),
                     std::string(kHelp));
    return std::nullopt;
  }
  expected.whole = whole;
  expected.from = from;
  expected.to = to;
  return expected;
}

}  // namespace edgewise
