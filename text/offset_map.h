// SPDX-License-Identifier: Apache-2.0
// From positions in normalised text back to the bytes they came from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "text/span.h"

namespace edgewise {

// A list of stretches that are either copied (equal lengths, offsets run along) or replaced as a whole.
// Memory grows with the number of changes, not with the text. Immutable once built; safe to share.
class OffsetMap {
 public:
  // Appends a stretch of `original` bytes that gave `normalised` bytes. Stretches of equal length that are `copied`
  // map byte by byte; others map only as a whole.
  void append(std::uint32_t original, std::uint32_t normalised, bool copied);

  // The smallest stretch of original bytes that covers `span` of the normalised text. O(log changes).
  // An empty span gives an empty span.
  Span to_original(Span span) const;

  // The map of two steps as one: `earlier` leads from the text that this map speaks of as original to the bytes before
  // it.
  OffsetMap after(const OffsetMap& earlier) const;

 private:
  struct Stretch {
    std::uint32_t original, normalised;  // where the stretch begins on each side
    bool copied;
  };
  // Index of the last stretch that begins at or before `normalised`. Requires at least one stretch.
  std::size_t stretch_at(std::uint32_t normalised) const;
  std::uint32_t original_end(std::size_t stretch) const;
  std::uint32_t normalised_end(std::size_t stretch) const;

  std::vector<Stretch> stretches_;
  std::uint32_t original_size_ = 0, normalised_size_ = 0;
};

}  // namespace edgewise
