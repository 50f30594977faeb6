// SPDX-License-Identifier: Apache-2.0
// Wording and naming of inputs.
#include "pipeline/input_diagnostic.h"

#include <filesystem>
#include <utility>

#include <fmt/format.h>

#include "text/mend_utf8.h"
#include "text/span.h"
#include "text/utf8.h"

namespace edgewise {
namespace {

bool is_control(char32_t code_point) { return code_point < 0x20 || (code_point >= 0x7f && code_point < 0xa0); }

void append_escaped(std::string& name, std::string_view bytes) {
  for (const char byte : bytes) name += fmt::format("\\x{:02X}", static_cast<unsigned char>(byte));
}

}  // namespace

Diagnostic input_diagnostic(std::string_view code, std::string_view name, std::string message, std::string help) {
  Diagnostic diagnostic;
  diagnostic.severity = code.starts_with('E') ? Severity::error : Severity::warning;
  diagnostic.code = code;
  diagnostic.where.file = name;
  diagnostic.message = std::move(message);
  diagnostic.help = std::move(help);
  return diagnostic;
}

Diagnostic input_missing(std::string_view name) {
  return input_diagnostic("E510", name, "no such file or folder", "check the path; the other inputs are read");
}

Diagnostic input_unreadable(std::string_view name, const std::error_code& why) {
  if (why == std::errc::no_such_file_or_directory) return input_missing(name);
  const bool forbidden = why == std::errc::permission_denied || why == std::errc::operation_not_permitted;
  return input_diagnostic("E511", name, fmt::format("cannot be read: {}", why.message()),
                          forbidden ? "check its permissions; the other inputs are read" : "the other inputs are read");
}

Diagnostic input_not_plain(std::string_view name) {
  return input_diagnostic("E512", name, "neither a file nor a folder",
                          "pipes and devices are not opened by name; send the text to standard input and write '-'");
}

Diagnostic input_without_text(std::string_view name) { return input_diagnostic("W522", name, "no text in it", ""); }

std::string input_name(std::string_view path) {
  const std::string tidy = std::filesystem::path(path).lexically_normal().generic_string();
  const Mended mended = mend_utf8(tidy);
  std::string name;
  for (std::size_t at = 0; at < mended.text.size();) {
    const std::size_t begin = at;
    const char32_t code_point = next_code_point(mended.text, at);
    const Span span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)};
    const std::string_view original = mended.offsets.to_original(span).in(tidy);
    if (is_control(code_point) || original != span.in(mended.text))
      append_escaped(name, original);
    else
      name += original;
  }
  return name;
}

}  // namespace edgewise
