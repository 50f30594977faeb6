// SPDX-License-Identifier: Apache-2.0
// Counts steps.
#include "rules/probe_score.h"

namespace edgewise {

ProbeScore score(const ProbeResult& result) {
  ProbeScore score;
  for (std::size_t i = 0; i < result.steps.size(); ++i) {
    const PatternElement::Kind kind = result.steps[i].kind;
    if (kind == PatternElement::Kind::gap || kind == PatternElement::Kind::flags) continue;
    ++score.total;
    if (i < result.matched) ++score.matched;
  }
  return score;
}

bool nearer(ProbeScore a, ProbeScore b) {
  if (a.matched * b.total != b.matched * a.total) return a.matched * b.total > b.matched * a.total;
  return a.total - a.matched < b.total - b.matched;
}

}  // namespace edgewise
