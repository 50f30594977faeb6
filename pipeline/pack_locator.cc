// SPDX-License-Identifier: Apache-2.0
// The search for rule packs.
#include "pipeline/pack_locator.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "pipeline/input_diagnostic.h"
#include "text/mend_utf8.h"

namespace edgewise {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPackFile = "pack.yaml";

bool is_file(const fs::path& path) {
  std::error_code error;
  return fs::is_regular_file(path, error);
}

bool is_folder(const fs::path& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

bool looks_like_path(std::string_view pack) {
  return pack.find('/') != std::string_view::npos || pack.ends_with(".yaml") || pack.ends_with(".yml") || pack == "." ||
         pack == "..";
}

Diagnostic not_found(std::string message, std::string help) {
  Diagnostic diagnostic;
  diagnostic.code = "E520";
  diagnostic.message = std::move(message);
  diagnostic.help = std::move(help);
  return diagnostic;
}

Result<fs::path> locate_path(std::string_view pack) {
  const fs::path path(pack);
  if (is_folder(path)) {
    if (is_file(path / kPackFile)) return path / kPackFile;
    return tl::unexpected(Diagnostics{not_found(fmt::format("no pack in the folder '{}'", input_name(pack)),
                                                fmt::format("a pack is a folder that holds a file {}", kPackFile))});
  }
  // A path that is there but no plain file is the reader's to judge: it knows why it cannot be read.
  std::error_code error;
  if (fs::exists(path, error)) return path;
  return tl::unexpected(Diagnostics{not_found(fmt::format("no such rule file: '{}'", input_name(pack)),
                                              "a pack is a rule file, a folder with a pack.yaml, or the name of a "
                                              "shipped pack")});
}

std::string search_report(std::string_view pack, std::span<const fs::path> folders) {
  const std::vector<std::string> names = pack_names(folders);
  std::string report;
  if (const std::string_view nearest = nearest_name(mend_utf8(pack).text, names); !nearest.empty())
    report += fmt::format("did you mean '{}'? ", nearest);
  report += names.empty() ? "there are no packs" : fmt::format("packs: {}", fmt::join(names, ", "));
  std::vector<std::string> places;
  for (const fs::path& folder : folders) places.push_back(folder.string());
  places.emplace_back("the current directory");
  report += fmt::format("; searched: {}", fmt::join(places, ", "));
  return report;
}

void append_folder(std::vector<fs::path>& folders, const fs::path& folder) {
  if (std::find(folders.begin(), folders.end(), folder) == folders.end()) folders.push_back(folder);
}

}  // namespace

std::vector<fs::path> pack_folders(std::string_view extra) {
  std::vector<fs::path> folders;
  while (!extra.empty()) {
    const std::size_t colon = std::min(extra.find(':'), extra.size());
    if (colon > 0) append_folder(folders, fs::path(extra.substr(0, colon)));
    extra.remove_prefix(std::min(colon + 1, extra.size()));
  }
  append_folder(folders, fs::path(EDGEWISE_SOURCE_PACKS));
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (!error) append_folder(folders, program.parent_path().parent_path() / "share/edgewise/packs");
  append_folder(folders, fs::path(EDGEWISE_INSTALLED_PACKS));
  return folders;
}

std::vector<std::string> pack_names(std::span<const fs::path> folders) {
  std::vector<std::string> names;
  for (const fs::path& folder : folders) {
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
      if (is_file(entry->path() / kPackFile)) names.push_back(entry->path().filename().string());
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

Result<fs::path> locate_pack(std::string_view pack, std::span<const fs::path> folders) {
  if (pack.empty())
    return tl::unexpected(Diagnostics{not_found("the name of the pack is empty", search_report(pack, folders))});
  if (looks_like_path(pack)) return locate_path(pack);
  for (const fs::path& folder : folders)
    if (fs::path path = folder / pack / kPackFile; is_file(path)) return path;
  if (fs::path path = fs::path(pack) / kPackFile; is_file(path)) return path;
  return tl::unexpected(
      Diagnostics{not_found(fmt::format("no pack is called '{}'", input_name(pack)), search_report(pack, folders))});
}

fs::path locate_schema(std::span<const fs::path> folders) {
  for (const fs::path& folder : folders)
    if (fs::path path = folder / "edgewise.schema.json"; is_file(path)) return path;
  return {};
}

}  // namespace edgewise
