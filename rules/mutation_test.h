// SPDX-License-Identifier: Apache-2.0
// Takes the rules apart, piece by piece, and asks whether any example notices.
#pragma once

#include <cstddef>
#include <functional>

#include "rules/rule_set.h"
#include "text/diagnostic.h"

namespace edgewise {

struct MutationReport {
  std::size_t tried = 0, noticed = 0;
  Diagnostics unnoticed;  // W412, by place
};

// Called before each change. False ends the work early; the report is then about what was tried.
using MutationProgress = std::function<bool(std::size_t done, std::size_t total)>;

// Drops in turn: each relation pattern, entry of a guard, alternative and optional part; the other names of each list;
// each mention pattern with the entries of its guards; each reference and cue. A change is noticed if an example that
// is no todo then complains of something else. Alternatives that are mere words are left out unless `words`. Cost: one
// compilation, then for each change the patterns that it touches and the examples that it can reach.
MutationReport mutate_rules(const RuleSet& rules, bool words, const MutationProgress& progress = {});

}  // namespace edgewise
