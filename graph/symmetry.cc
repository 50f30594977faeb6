// SPDX-License-Identifier: Apache-2.0
// Exchanging the two ends of a piece of evidence.
#include "graph/symmetry.h"

#include <utility>

#include "graph/via_steps.h"

namespace edgewise {

Evidence seen_from_other_end(Evidence evidence) {
  std::swap(evidence.from, evidence.to);
  std::swap(evidence.from_meant, evidence.to_meant);
  evidence.via = with_ends_exchanged(evidence.via);
  return evidence;
}

}  // namespace edgewise
