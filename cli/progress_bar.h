// SPDX-License-Identifier: Apache-2.0
// One line that shows how far a run has come.
#pragma once

#include <chrono>

#include "cli/terminal.h"
#include "pipeline/pipeline.h"

namespace edgewise {

// Draws on a terminal only, a few times a second; clears its line when it goes.
class ProgressBar {
 public:
  // `terminal` must outlive the bar.
  ProgressBar(Terminal& terminal, bool wanted) : terminal_(terminal), shown_(wanted && terminal.animated()) {}
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;
  ~ProgressBar() { clear(); }

  void update(const RunProgress& progress);
  // Says what is being done where there is nothing to count.
  void say(std::string_view what);
  // How many of some things are done.
  void count(std::string_view what, std::size_t done, std::size_t total);
  void clear();

 private:
  bool is_time();

  void draw(std::string_view line);

  Terminal& terminal_;
  bool shown_;
  bool drawn_ = false;
  std::chrono::steady_clock::time_point last_{};
};

}  // namespace edgewise
