// SPDX-License-Identifier: Apache-2.0
// Taking the written steps apart and putting them together.
#include "graph/via_steps.h"

#include <algorithm>
#include <array>

namespace edgewise {
namespace {

constexpr std::string_view kNoStep = "name", kFrom = "from=", kTo = "to=";

// The steps of each end, joined by '+'.
using Steps = std::array<std::string, 3>;

void append(std::string& steps, std::string_view step) {
  if (!steps.empty()) steps += '+';
  steps += step;
}

Steps parse(std::string_view via) {
  Steps steps;
  if (via == kNoStep) return steps;
  while (!via.empty()) {
    const std::size_t comma = std::min(via.find(','), via.size());
    const std::string_view piece = via.substr(0, comma);
    if (piece.starts_with(kFrom))
      append(steps[static_cast<std::size_t>(End::from)], piece.substr(kFrom.size()));
    else if (piece.starts_with(kTo))
      append(steps[static_cast<std::size_t>(End::to)], piece.substr(kTo.size()));
    else
      append(steps[static_cast<std::size_t>(End::both)], piece);
    via.remove_prefix(std::min(comma + 1, via.size()));
  }
  return steps;
}

std::string written(const Steps& steps) {
  constexpr std::array<std::string_view, 3> kEnds = {kFrom, kTo, ""};
  std::string via;
  for (std::size_t end = 0; end < steps.size(); ++end)
    if (!steps[end].empty()) via.append(via.empty() ? "" : ",").append(kEnds[end]).append(steps[end]);
  return via.empty() ? std::string(kNoStep) : via;
}

}  // namespace

std::string with_step(std::string_view via, End end, std::string_view step) {
  Steps steps = parse(via);
  append(steps[static_cast<std::size_t>(end)], step);
  return written(steps);
}

std::string with_ends_exchanged(std::string_view via) {
  Steps steps = parse(via);
  std::swap(steps[static_cast<std::size_t>(End::from)], steps[static_cast<std::size_t>(End::to)]);
  return written(steps);
}

}  // namespace edgewise
