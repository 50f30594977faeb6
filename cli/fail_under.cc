// SPDX-License-Identifier: Apache-2.0
// Parsing and judging thresholds.
#include "cli/fail_under.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <system_error>

#include <fmt/format.h>

#include "text/diagnostic.h"
#include "text/mend_utf8.h"
#include "text/source_excerpt.h"

namespace edgewise {
namespace {

struct Figure {
  std::string_view name;
  double (*of)(const Score&);
};

constexpr std::array kFigures = {
    Figure{"precision", [](const Score& score) { return score.overall.precision(); }},
    Figure{"recall", [](const Score& score) { return score.overall.recall(); }},
    Figure{"f1", [](const Score& score) { return score.overall.f1(); }},
    Figure{"modality", [](const Score& score) { return score.modality.accuracy(); }},
};

const Figure* figure_called(std::string_view name) {
  const auto* found =
      std::find_if(kFigures.begin(), kFigures.end(), [&](const Figure& figure) { return figure.name == name; });
  return found == kFigures.end() ? nullptr : found;
}

std::string unknown_figure(const std::string& name) {
  std::vector<std::string> known;
  known.reserve(std::size(kFigures));
  for (const Figure& figure : kFigures) known.emplace_back(figure.name);
  const std::string_view nearest = nearest_name(name, known);
  const std::string hint =
      nearest.empty() ? "it is precision, recall, f1 or modality" : fmt::format("did you mean '{}'?", nearest);
  return fmt::format("--fail-under knows no figure '{}'; {}", name, hint);
}

}  // namespace

tl::expected<std::vector<Threshold>, std::string> parse_thresholds(const std::string& text) {
  std::vector<Threshold> thresholds;
  const std::string shown = printable(mend_utf8(text).text);
  for (std::string_view rest = shown; !rest.empty();) {
    const std::string_view part = rest.substr(0, rest.find(','));
    rest.remove_prefix(std::min(part.size() + 1, rest.size()));
    const std::size_t equals = std::min(part.find('='), part.size());
    Threshold threshold{std::string(part.substr(0, equals)), 0};
    if (!figure_called(threshold.figure)) return tl::unexpected(unknown_figure(threshold.figure));
    const std::string_view number = part.substr(std::min(equals + 1, part.size()));
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), threshold.least);
    if (error != std::errc() || end != number.data() + number.size() || !(threshold.least >= 0 && threshold.least <= 1))
      return tl::unexpected(
          fmt::format("--fail-under wants a number from 0 to 1 after '{}=', not '{}'", threshold.figure, number));
    thresholds.push_back(std::move(threshold));
  }
  return thresholds;
}

std::string missed_thresholds(const std::vector<Threshold>& thresholds, const Score& score) {
  std::string text;
  for (const Threshold& threshold : thresholds) {
    const double reached = figure_called(threshold.figure)->of(score);
    if (reached < threshold.least)
      text += fmt::format("{} is {:.4f}, below {}\n", threshold.figure, reached, threshold.least);
  }
  return text;
}

}  // namespace edgewise
