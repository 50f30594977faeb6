// SPDX-License-Identifier: Apache-2.0
// Percentile bootstrap over documents.
#include "eval/bootstrap.h"

#include <algorithm>
#include <random>

namespace edgewise {
namespace {

// In thousandths: the middle 95 %.
constexpr std::size_t kBelow = 25, kWhole = 1000;

// The standard's distributions differ from library to library; its generators do not.
class Draw {
 public:
  Draw(std::uint64_t seed, std::uint64_t choices)
      : generator_(seed), choices_(choices), fair_(generator_.max() - generator_.max() % choices) {}
  std::size_t operator()() {
    std::uint64_t number = generator_();
    while (number >= fair_) number = generator_();
    return static_cast<std::size_t>(number % choices_);
  }

 private:
  std::mt19937_64 generator_;
  std::uint64_t choices_, fair_;
};

Interval middle(std::vector<double>& values) {
  std::sort(values.begin(), values.end());
  const std::size_t cut = values.size() * kBelow / kWhole;
  return {values[cut], values[values.size() - 1 - cut]};
}

}  // namespace

Intervals bootstrap(const std::vector<DocumentScore>& documents, std::size_t resamples, std::uint64_t seed) {
  if (documents.empty() || resamples == 0) return {};
  Draw draw(seed, documents.size());
  std::vector<double> precision, recall, f1, modality;
  for (std::size_t sample = 0; sample < resamples; ++sample) {
    Tally tally;
    ModalityTally said;
    for (std::size_t i = 0; i < documents.size(); ++i) {
      const DocumentScore& drawn = documents[draw()];
      tally += drawn.tally;
      said += drawn.modality;
    }
    precision.push_back(tally.precision());
    recall.push_back(tally.recall());
    f1.push_back(tally.f1());
    modality.push_back(said.accuracy());
  }
  return {middle(precision), middle(recall), middle(f1), middle(modality)};
}

}  // namespace edgewise
