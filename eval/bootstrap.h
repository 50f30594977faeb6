// SPDX-License-Identifier: Apache-2.0
// How far the figures would move on other documents of the same kind.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "eval/scoring.h"

namespace edgewise {

struct Interval {
  double low = 0, high = 0;
};

struct Intervals {
  Interval precision, recall, f1, modality;
};

// The middle 95 % of each figure over `resamples` draws of as many documents as there are, with replacement. The same
// documents, seed and number give the same intervals on every machine. All zero without documents or resamples.
Intervals bootstrap(const std::vector<DocumentScore>& documents, std::size_t resamples, std::uint64_t seed);

}  // namespace edgewise
