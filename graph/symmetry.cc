// SPDX-License-Identifier: Apache-2.0
// Exchanging the two ends of a piece of evidence.
#include "graph/symmetry.h"

#include <algorithm>
#include <string_view>

namespace edgewise {
namespace {

constexpr std::string_view kFrom = "from=", kTo = "to=";

std::string exchanged(std::string_view step) {
  if (step.starts_with(kFrom)) return std::string(kTo).append(step.substr(kFrom.size()));
  if (step.starts_with(kTo)) return std::string(kFrom).append(step.substr(kTo.size()));
  return std::string(step);
}

std::string exchanged_ends(std::string_view via) {
  std::vector<std::string> steps;
  while (!via.empty()) {
    const std::size_t comma = std::min(via.find(','), via.size());
    steps.push_back(exchanged(via.substr(0, comma)));
    via.remove_prefix(std::min(comma + 1, via.size()));
  }
  std::stable_sort(steps.begin(), steps.end(),
                   [](std::string_view a, std::string_view b) { return a.starts_with(kFrom) && b.starts_with(kTo); });
  std::string joined;
  for (const std::string& step : steps) joined += (joined.empty() ? "" : ",") + step;
  return joined;
}

}  // namespace

Evidence seen_from_other_end(Evidence evidence) {
  std::swap(evidence.from, evidence.to);
  if (evidence.via.find('=') != std::string::npos) evidence.via = exchanged_ends(evidence.via);
  return evidence;
}

}  // namespace edgewise
