// SPDX-License-Identifier: Apache-2.0
// The whole road from gold files and inputs to figures.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "eval/evaluation.h"
#include "pipeline/gold_loading.h"
#include "pipeline/pipeline.h"
#include "text/diagnostic.h"

namespace edgewise {

struct EvaluationRequest {
  GoldFiles files;
  std::set<std::string> only;  // count these relations alone; empty: those of the map, else of the rules
  // Articles and folders of them, graphs (.graphml) and lists of relations (.jsonl). Empty: the texts that the gold
  // files bring along.
  std::vector<std::string> inputs;
  RunOptions options;
  std::size_t resamples = 1000;
  std::uint64_t seed = 1;
};

struct EvaluationRun {
  std::optional<Evaluation> evaluation;  // nothing if gold, alias tables or relation map could not be read
  Diagnostics diagnostics;
};

// True if `input` is an article or a folder, for which rules are needed.
bool needs_rules(const std::string& input);

// Evaluates what `rules` find in articles, and graphs and lists as they are. `rules` may be null if no input needs
// them. Without rules and `only`, every relation counts. A gold document that nothing was given for counts as missed.
EvaluationRun run_evaluation(const RuleSet* rules, const EvaluationRequest& request);

}  // namespace edgewise
