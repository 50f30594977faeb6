// SPDX-License-Identifier: Apache-2.0
// Collects small writes into large ones for a ByteSink.
#pragma once

#include <string>
#include <string_view>

#include "export/format.h"

namespace edgewise {

// Holds at most a block and the longest single piece. After the sink has given up, writes are dropped.
class OutputBuffer {
 public:
  // `sink` must outlive the buffer.
  explicit OutputBuffer(const ByteSink& sink) : sink_(sink) { block_.reserve(kBlock); }

  OutputBuffer& operator<<(std::string_view piece) {
    block_ += piece;
    if (block_.size() >= kBlock) flush();
    return *this;
  }
  OutputBuffer& operator<<(char one) { return *this << std::string_view(&one, 1); }

  bool gave_up() const { return gave_up_; }
  // Hands the rest to the sink; false if it gave up, now or before.
  bool finish() {
    flush();
    return !gave_up_;
  }

 private:
  static constexpr std::size_t kBlock = std::size_t{1} << 16;

  void flush() {
    if (!gave_up_ && !block_.empty()) gave_up_ = !sink_(block_);
    block_.clear();
  }

  const ByteSink& sink_;
  std::string block_;
  bool gave_up_ = false;
};

}  // namespace edgewise
