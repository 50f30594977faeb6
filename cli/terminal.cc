// SPDX-License-Identifier: Apache-2.0
// Standard output and standard error.
#include "cli/terminal.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace edgewise {
namespace {

constexpr std::size_t kUsualColumns = 80;
// A corpus with one broken habit would otherwise bury everything else.
constexpr std::size_t kShownOfEachWarning = 20;

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

bool write(std::FILE* stream, std::string_view text) {
  return std::fwrite(text.data(), 1, text.size(), stream) == text.size();
}

}  // namespace

Terminal Terminal::open() {
  const std::string_view term = environment("TERM");
  const bool capable = term != "dumb" && !term.empty();
  const bool colour = capable && environment("NO_COLOR").empty();
  Terminal terminal;
  terminal.colour_output_ = colour && ::isatty(STDOUT_FILENO) == 1;
  terminal.colour_error_ = colour && ::isatty(STDERR_FILENO) == 1;
  terminal.animated_ = capable && ::isatty(STDERR_FILENO) == 1;
  return terminal;
}

void Terminal::print(std::string_view text) {
  if (!write(stdout, text) && errno != EPIPE) output_failed_ = true;
}

void Terminal::print_error(std::string_view text) { write(stderr, text); }

void Terminal::report(const Diagnostics& diagnostics) {
  std::map<std::string, std::size_t> warnings;
  for (const Diagnostic& diagnostic : diagnostics) {
    const bool is_warning = diagnostic.severity == Severity::warning;
    if (is_warning && ++warnings[diagnostic.code] > kShownOfEachWarning) continue;
    print_error(render(diagnostic, colour_error_));
  }
  for (const auto& [code, count] : warnings)
    if (count > kShownOfEachWarning)
      print_error(fmt::format("warning[{}]: {} more like these\n", code, count - kShownOfEachWarning));
}

void Terminal::print(const Diagnostics& diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics) print(render(diagnostic, colour_output_));
}

std::size_t Terminal::columns() const {
  winsize size{};
  if (::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return kUsualColumns;
}

bool Terminal::finish() {
  if (std::fflush(stdout) != 0 && errno != EPIPE) output_failed_ = true;
  return !output_failed_;
}

}  // namespace edgewise
