// SPDX-License-Identifier: Apache-2.0
// How a gap would have to be written for what stands behind it to match.
#pragma once

#include <optional>
#include <string_view>

#include "rules/pattern_probe.h"
#include "rules/probe_subject.h"

namespace edgewise {

// For a course whose step number `result.matched` fails right behind a gap: the mildest change of the gap that would
// let it match, if any does. What is compiled on the way is kept in `subject`.
std::optional<ProbeGap> wider_gap(const RuleSet::Compiled& rules, ProbeSubject& subject, const ProbeCourse& course,
                                  const ProbeResult& result, std::string_view pinned, PinnedCodes codes);

}  // namespace edgewise
