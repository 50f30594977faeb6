// SPDX-License-Identifier: Apache-2.0
// Showing a diagnostic to people.
#include "text/diagnostic.h"

#include <algorithm>
#include <iterator>

#include <fmt/color.h>
#include <fmt/format.h>

#include "text/source_excerpt.h"

namespace edgewise {
namespace {

constexpr std::size_t kColumns = 120;
constexpr auto kBold = fmt::emphasis::bold;
const auto kError = fmt::emphasis::bold | fmt::fg(fmt::terminal_color::bright_red);
const auto kWarning = fmt::emphasis::bold | fmt::fg(fmt::terminal_color::bright_yellow);
const auto kNote = fmt::emphasis::bold | fmt::fg(fmt::terminal_color::bright_cyan);
const auto kCaret = fmt::emphasis::bold | fmt::fg(fmt::terminal_color::bright_green);

class Renderer {
 public:
  explicit Renderer(bool colour) : colour_(colour) {}

  void message(const Place& where, const fmt::text_style& style, std::string_view label, std::string_view message) {
    std::string place = printable(where.file);
    if (where.line > 0) place += fmt::format("{}{}", place.empty() ? "line " : ":", where.line);
    if (where.line > 0 && where.column > 0) place += fmt::format(":{}", where.column);
    if (!place.empty()) styled(kBold, place + ": ");
    styled(style, fmt::format("{}:", label));
    out_ += ' ' + printable(message) + '\n';
    source(where);
  }

  void help(std::string_view text) {
    out_ += "  ";
    styled(kNote, "help:");
    out_ += ' ' + printable(text) + '\n';
  }

  std::string take() { return std::move(out_); }

 private:
  void source(const Place& where) {
    if (where.source_line.empty() || where.line == 0) return;
    const SourceExcerpt excerpt = cut_source_line(where.source_line, where.column, where.end_column, kColumns - 2);
    out_ += "  " + excerpt.line + '\n';
    if (where.column == 0) return;
    out_ += "  " + std::string(excerpt.caret_column, ' ');
    styled(kCaret, '^' + std::string(excerpt.caret_width - 1, '~'));
    out_ += '\n';
  }

  void styled(const fmt::text_style& style, std::string_view text) {
    if (colour_) {
      fmt::format_to(std::back_inserter(out_), style, "{}", text);
    } else {
      out_ += text;
    }
  }

  bool colour_;
  std::string out_;
};

}  // namespace

bool has_errors(const Diagnostics& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& d) { return d.severity == Severity::error; });
}

std::string render(const Diagnostic& diagnostic, bool colour) {
  const bool is_error = diagnostic.severity == Severity::error;
  std::string label = is_error ? "error" : "warning";
  if (!diagnostic.code.empty()) label += '[' + diagnostic.code + ']';
  Renderer renderer(colour);
  renderer.message(diagnostic.where, is_error ? kError : kWarning, label, diagnostic.message);
  if (!diagnostic.help.empty()) renderer.help(diagnostic.help);
  for (const DiagnosticNote& note : diagnostic.notes) renderer.message(note.where, kNote, "note", note.message);
  return renderer.take();
}

}  // namespace edgewise
