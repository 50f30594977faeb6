// SPDX-License-Identifier: Apache-2.0
// Figures that an evaluation must reach.
#pragma once

#include <string>
#include <vector>

#include "eval/evaluation.h"
#include "text/result.h"

namespace edgewise {

struct Threshold {
  std::string figure;  // precision, recall, f1, modality
  double least = 0;    // from 0 to 1
};

// Reads `precision=0.9,recall=0.7`. The error is one sentence about wrong usage.
tl::expected<std::vector<Threshold>, std::string> parse_thresholds(const std::string& text);

// One line for each threshold that is not reached, ending in a newline. Figures are compared unrounded; one that has no
// denominator does not reach anything above 0.
std::string missed_thresholds(const std::vector<Threshold>& thresholds, const Score& score);

}  // namespace edgewise
