// SPDX-License-Identifier: Apache-2.0
// Goes down the path part by part; where one is missing, the nearest name of its folder takes its place.
#include "rules/nearest_path.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>
#include <system_error>
#include <vector>

#include "text/diagnostic.h"
#include "text/mend_utf8.h"

namespace edgewise {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostNames = 10'000;

// The folders in `folder`, or what can be read: files, and folders that are packs. Sorted, since folders have no order.
// Names that are not UTF-8 could not be shown.
std::vector<std::string> names_in(const fs::path& folder, bool folders) {
  std::vector<std::string> names;
  std::error_code error;
  std::size_t seen = 0;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end && seen < kMostNames;
       entry.increment(error), ++seen) {
    std::error_code unknown;
    std::string name = entry->path().filename().string();
    const bool suits = folders ? entry->is_directory(unknown)
                               : entry->is_regular_file(unknown) || fs::exists(entry->path() / "pack.yaml", unknown);
    if (suits && mend_utf8(name).text == name) names.push_back(std::move(name));
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

std::string nearest_path(const fs::path& folder, const std::string& written) {
  const fs::path meant(written);
  fs::path here = folder.empty() ? fs::path(".") : folder, near;
  std::error_code error;
  for (auto part = meant.begin(); part != meant.end(); ++part) {
    const bool last = std::next(part) == meant.end();
    const fs::path next = here / *part;
    const bool there = last ? fs::is_regular_file(next, error) : fs::is_directory(next, error);
    const std::vector<std::string> known = there ? std::vector<std::string>() : names_in(here, !last);
    const std::string name = there ? part->string() : std::string(nearest_name(part->string(), known));
    if (name.empty()) return {};
    here /= name;
    near /= name;
  }
  return near.string();
}

}  // namespace edgewise
