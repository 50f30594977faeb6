// SPDX-License-Identifier: Apache-2.0
// Where the articles lie that belong to other people and are not part of the project.
#pragma once

#include <cstdlib>
#include <filesystem>

namespace edgewise::testing {

// $EDGEWISE_SHARED, else the folder `shared` beside the source tree. May not exist: tests then skip.
inline std::filesystem::path shared_folder() {
  if (const char* folder = std::getenv("EDGEWISE_SHARED")) return folder;
  return std::filesystem::path(EDGEWISE_SOURCE_DIR).parent_path() / "shared";
}

}  // namespace edgewise::testing
