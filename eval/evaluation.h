// SPDX-License-Identifier: Apache-2.0
// The whole result of an evaluation, as text and as JSON.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "eval/bootstrap.h"
#include "eval/gold_set.h"
#include "eval/scoring.h"

namespace edgewise {

struct Evaluation {
  std::shared_ptr<const GoldSet> gold;  // what the scores point into; never null
  Score score;                          // names compared leniently
  Score strict;                         // names as written
  Intervals intervals;                  // of `score`
  std::size_t resamples = 0;
  std::vector<std::string> miss_sentences;  // beside score.misses; empty where no sentence is known
  std::vector<std::string> without_input;   // gold documents that nothing was given for, sorted
};

struct EvaluationTextOptions {
  bool misses = false, extras = false;  // list them, with their sentences
};

// For people: figures overall, by relation and by rule, modality, confusion. Ends in a newline.
std::string evaluation_text(const Evaluation& evaluation, const EvaluationTextOptions& options);

// For programs: everything, misses and extras too, as one JSON object and a newline. Valid UTF-8.
std::string evaluation_json(const Evaluation& evaluation);

}  // namespace edgewise
