// SPDX-License-Identifier: Apache-2.0
// Choosing formats.
#include "cli/output_plan.h"

#include <filesystem>
#include <set>

#include <fmt/format.h>

#include "pipeline/input_diagnostic.h"

namespace edgewise {
namespace {

std::string known_endings() {
  std::string list;
  for (const Format& format : formats()) list += fmt::format("{}{}", list.empty() ? "" : ", ", format.ending);
  return list;
}

std::string known_names() {
  std::string list;
  for (const Format& format : formats()) list += fmt::format("{}{}", list.empty() ? "" : ", ", format.name);
  return list;
}

const Format* format_called(std::string_view name) {
  for (const Format& format : formats())
    if (format.name == name) return &format;
  return nullptr;
}

}  // namespace

tl::expected<std::vector<PlannedOutput>, std::string> plan_outputs(const std::vector<std::string>& paths,
                                                                   const std::string& format_name) {
  const Format* named = format_name.empty() ? nullptr : format_called(format_name);
  if (!format_name.empty() && !named)
    return tl::unexpected(fmt::format("unknown format '{}'; formats: {}", input_name(format_name), known_names()));
  std::vector<PlannedOutput> outputs;
  std::set<std::string> seen;
  for (const std::string& path : paths) {
    if (!seen.insert(std::filesystem::path(path).lexically_normal().string()).second)
      return tl::unexpected(fmt::format("output '{}' is given twice", input_name(path)));
    const bool has_ending = path != "-" && std::filesystem::path(path).has_extension();
    const Format* format = has_ending ? find_format(path) : named;
    if (!format && has_ending)
      return tl::unexpected(
          fmt::format("the ending of '{}' names no format; endings: {}", input_name(path), known_endings()));
    if (!format)
      return tl::unexpected(fmt::format("the output '{}' has no ending to tell its format; add --format with one of {}",
                                        input_name(path), known_names()));
    outputs.push_back({path, format});
  }
  return outputs;
}

}  // namespace edgewise
