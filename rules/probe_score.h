// SPDX-License-Identifier: Apache-2.0
// Which of two patterns comes nearer to a match.
#pragma once

#include <cstddef>

#include "rules/pattern_probe.h"

namespace edgewise {

// How much of a pattern matched: gaps, which match anything, do not count.
struct ProbeScore {
  std::size_t matched = 0, total = 0;
};
ProbeScore score(const ProbeResult& result);
// True if `a` comes nearer to a match.
bool nearer(ProbeScore a, ProbeScore b);

}  // namespace edgewise
