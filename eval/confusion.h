// SPDX-License-Identifier: Apache-2.0
// Which relation was claimed where another was wanted.
#pragma once

#include <cstddef>
#include <map>
#include <string>

namespace edgewise {

// A pair of relations between the same two ends of one document. One side is empty where nothing stands against the
// other: a miss without a claim, or an extra without gold.
struct ConfusedPair {
  std::string gold, claimed;
  bool denied = false;    // gold says that the relation does not hold, and the claim that something does
  bool reversed = false;  // the claim runs the other way
  friend auto operator<=>(const ConfusedPair&, const ConfusedPair&) = default;
};

// How often each pair occurs; what is right stands against itself.
using Confusion = std::map<ConfusedPair, std::size_t>;

}  // namespace edgewise
