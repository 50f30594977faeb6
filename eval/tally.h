// SPDX-License-Identifier: Apache-2.0
// Counts, and the figures made of them.
#pragma once

#include <cstddef>

namespace edgewise {

constexpr double ratio(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

// Counted in gold relations: one found twice is right once. Figures without a denominator are 0.
struct Tally {
  std::size_t right = 0;      // gold relations found
  std::size_t extracted = 0;  // right, and the extras
  std::size_t wanted = 0;     // gold relations that are not optional

  constexpr double precision() const { return ratio(right, extracted); }
  constexpr double recall() const { return ratio(right, wanted); }
  constexpr double f1() const {
    const double sum = precision() + recall();
    return sum > 0 ? 2 * precision() * recall() / sum : 0.0;
  }
  Tally& operator+=(const Tally& other) {
    right += other.right;
    extracted += other.extracted;
    wanted += other.wanted;
    return *this;
  }
  friend bool operator==(const Tally&, const Tally&) = default;
};

// Of the right relations whose claim says a modality, those that say the right one.
struct ModalityTally {
  std::size_t right = 0, judged = 0;

  constexpr double accuracy() const { return ratio(right, judged); }
  ModalityTally& operator+=(const ModalityTally& other) {
    right += other.right;
    judged += other.judged;
    return *this;
  }
  friend bool operator==(const ModalityTally&, const ModalityTally&) = default;
};

}  // namespace edgewise
