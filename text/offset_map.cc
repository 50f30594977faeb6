// SPDX-License-Identifier: Apache-2.0
// Building, searching and chaining offset maps.
#include "text/offset_map.h"

#include <algorithm>

namespace edgewise {

void OffsetMap::append(std::uint32_t original, std::uint32_t normalised, bool copied) {
  if (original == 0 && normalised == 0) return;
  const bool runs_on = copied && !stretches_.empty() && stretches_.back().copied;
  if (!runs_on) stretches_.push_back({original_size_, normalised_size_, copied});
  original_size_ += original;
  normalised_size_ += normalised;
}

std::size_t OffsetMap::stretch_at(std::uint32_t normalised) const {
  const auto after = std::upper_bound(stretches_.begin(), stretches_.end(), normalised,
                                      [](std::uint32_t at, const Stretch& s) { return at < s.normalised; });
  return static_cast<std::size_t>(after - stretches_.begin()) - 1;
}

Span OffsetMap::to_original(Span span) const {
  if (stretches_.empty()) return {};
  if (span.begin >= normalised_size_) return {original_size_, original_size_};
  const Stretch& first = stretches_[stretch_at(span.begin)];
  const std::uint32_t begin = first.copied ? first.original + (span.begin - first.normalised) : first.original;
  if (span.empty()) return {begin, begin};

  const std::uint32_t last_byte = std::min(span.end, normalised_size_) - 1;
  const std::size_t last = stretch_at(last_byte);
  if (stretches_[last].copied)
    return {begin, stretches_[last].original + (last_byte - stretches_[last].normalised) + 1};
  return {begin, original_end(last)};
}

std::uint32_t OffsetMap::original_end(std::size_t stretch) const {
  return stretch + 1 < stretches_.size() ? stretches_[stretch + 1].original : original_size_;
}

std::uint32_t OffsetMap::normalised_end(std::size_t stretch) const {
  return stretch + 1 < stretches_.size() ? stretches_[stretch + 1].normalised : normalised_size_;
}

OffsetMap OffsetMap::after(const OffsetMap& earlier) const {
  OffsetMap chained;
  std::uint32_t original_at = 0;
  std::size_t inner = 0;  // the stretch of `earlier` in which the walk stands
  // Ends a stretch of the chain: `to` is its end in the text between the two maps.
  const auto advance = [&](std::uint32_t to, std::uint32_t normalised, bool copied) {
    while (inner < earlier.stretches_.size() && earlier.normalised_end(inner) <= to) ++inner;
    std::uint32_t original_to = earlier.original_size_;
    if (inner < earlier.stretches_.size()) {
      const Stretch& stretch = earlier.stretches_[inner];
      original_to = stretch.original + (stretch.copied ? to - stretch.normalised : 0);
    }
    const std::uint32_t original = original_to - original_at;
    chained.append(original, normalised, copied && original == normalised);
    original_at = original_to;
  };
  for (std::size_t i = 0; i < stretches_.size(); ++i) {
    const std::uint32_t middle_end = original_end(i);
    if (!stretches_[i].copied) {
      advance(middle_end, normalised_end(i) - stretches_[i].normalised, false);
      continue;
    }
    for (std::uint32_t at = stretches_[i].original; at < middle_end;) {
      const std::uint32_t piece_end = std::min(middle_end, earlier.normalised_end(inner));
      advance(piece_end, piece_end - at, earlier.stretches_[inner].copied);
      at = piece_end;
    }
  }
  return chained;
}

}  // namespace edgewise
