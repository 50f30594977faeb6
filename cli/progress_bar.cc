// SPDX-License-Identifier: Apache-2.0
// Drawing the progress line.
#include "cli/progress_bar.h"

#include <algorithm>
#include <string>

#include <fmt/format.h>

namespace edgewise {
namespace {

constexpr std::chrono::milliseconds kBetweenDrawings{100};
constexpr std::size_t kBarColumns = 24;

std::string bar(double share) {
  const auto filled = static_cast<std::size_t>(share * static_cast<double>(kBarColumns));
  return std::string(filled, '#') + std::string(kBarColumns - filled, '.');
}

}  // namespace

void ProgressBar::update(const RunProgress& progress) {
  if (!is_time()) return;
  // Bytes tell more than files, but standard input has no size.
  const bool by_bytes = progress.bytes_total > 0;
  const double done = static_cast<double>(by_bytes ? progress.bytes : progress.files);
  const double total = static_cast<double>(by_bytes ? progress.bytes_total : progress.files_total);
  const double share = total > 0 ? std::clamp(done / total, 0.0, 1.0) : 0.0;
  draw(fmt::format("[{}] {:3.0f} %  {} of {} files, {} articles, {:.1f} MB", bar(share), share * 100, progress.files,
                   progress.files_total, progress.articles, static_cast<double>(progress.bytes) / 1e6));
}

bool ProgressBar::is_time() {
  if (!shown_) return false;
  const auto now = std::chrono::steady_clock::now();
  if (drawn_ && now - last_ < kBetweenDrawings) return false;
  last_ = now;
  return true;
}

void ProgressBar::count(std::string_view what, std::size_t done, std::size_t total) {
  if (!is_time()) return;
  const double share = total > 0 ? static_cast<double>(done) / static_cast<double>(total) : 0.0;
  draw(fmt::format("[{}] {:3.0f} %  {} of {} {}", bar(share), share * 100, done, total, what));
}

void ProgressBar::say(std::string_view what) {
  if (shown_) draw(what);
}

void ProgressBar::clear() {
  if (drawn_) terminal_.print_error("\r\x1b[K");
  drawn_ = false;
}

void ProgressBar::draw(std::string_view line) {
  // A line as wide as the terminal would wrap and could not be drawn over.
  terminal_.print_error(fmt::format("\r\x1b[K{}", line.substr(0, terminal_.columns() - 1)));
  drawn_ = true;
}

}  // namespace edgewise
