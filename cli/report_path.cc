// SPDX-License-Identifier: Apache-2.0
// Paths and URIs of reports.
#include "cli/report_path.h"

#include <filesystem>

#include <fmt/format.h>

namespace edgewise {
namespace {

namespace fs = std::filesystem;

bool may_stand_in_a_path(char c) {
  const bool letter_or_digit = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  return letter_or_digit || std::string_view("-._~/!$&'()*+,;=@").find(c) != std::string_view::npos;
}

std::string percent_encoded(std::string_view path) {
  std::string uri;
  for (const char c : path) {
    if (may_stand_in_a_path(c))
      uri += c;
    else
      uri += fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
  }
  return uri;
}

}  // namespace

std::string report_path(std::string_view file) {
  std::error_code error;
  const fs::path here = fs::current_path(error);
  const fs::path whole = (here / fs::path(file)).lexically_normal();
  const fs::path relative = whole.lexically_relative(here);
  const bool outside = relative.empty() || *relative.begin() == "..";
  return (outside ? whole : relative).generic_string();
}

std::string report_uri(std::string_view file) {
  const std::string path = report_path(file);
  return (path.starts_with('/') ? "file://" : "") + percent_encoded(path);
}

}  // namespace edgewise
