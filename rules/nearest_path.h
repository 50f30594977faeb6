// SPDX-License-Identifier: Apache-2.0
// What was probably meant by a path that leads nowhere.
#pragma once

#include <filesystem>
#include <string>

namespace edgewise {

// A path from `folder` that is there and differs from `written` by slips in its parts, spelled as `written` is; empty
// if there is none. Looks at no more than 10,000 names of each folder.
std::string nearest_path(const std::filesystem::path& folder, const std::string& written);

}  // namespace edgewise
