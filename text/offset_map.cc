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
  return {begin, last + 1 < stretches_.size() ? stretches_[last + 1].original : original_size_};
}

OffsetMap OffsetMap::after(const OffsetMap& earlier) const {
  OffsetMap chained;
  std::uint32_t original_at = 0;
  // Ends a stretch of the chain: `to` is its end in the text between the two maps.
  const auto advance = [&](std::uint32_t to, std::uint32_t normalised, bool copied) {
    const std::uint32_t original_to = earlier.to_original({to, to}).begin;
    const std::uint32_t original = original_to - original_at;
    chained.append(original, normalised, copied && original == normalised);
    original_at = original_to;
  };
  for (std::size_t i = 0; i < stretches_.size(); ++i) {
    const Stretch& stretch = stretches_[i];
    const bool is_last = i + 1 == stretches_.size();
    const std::uint32_t middle_end = is_last ? original_size_ : stretches_[i + 1].original;
    const std::uint32_t normalised_end = is_last ? normalised_size_ : stretches_[i + 1].normalised;
    if (!stretch.copied || stretch.original == middle_end) {
      advance(middle_end, normalised_end - stretch.normalised, false);
      continue;
    }
    for (std::uint32_t at = stretch.original; at < middle_end;) {
      const std::size_t inner = earlier.stretch_at(at);
      const std::uint32_t inner_end =
          inner + 1 < earlier.stretches_.size() ? earlier.stretches_[inner + 1].normalised : earlier.normalised_size_;
      const std::uint32_t piece_end = std::min(middle_end, inner_end);
      advance(piece_end, piece_end - at, earlier.stretches_[inner].copied);
      at = piece_end;
    }
  }
  return chained;
}

}  // namespace edgewise
