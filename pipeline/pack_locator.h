// SPDX-License-Identifier: Apache-2.0
// Finds rule packs: by path, or by the name of one that is shipped.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/result.h"

namespace edgewise {

// The folders that hold packs, in the order they are searched: those of `extra` (colon-separated, as in the
// environment variable EDGEWISE_PACKS), the source tree this library was built from, `share/edgewise/packs` beside the
// running program, and the same under the prefix of installation. Folders that do not exist are kept, empty parts of
// `extra` are not.
std::vector<std::filesystem::path> pack_folders(std::string_view extra);

// The names of the packs in `folders` (sub-folders with a pack.yaml), sorted, each once.
std::vector<std::string> pack_names(std::span<const std::filesystem::path> folders);

// The rule file that `pack` means. With a `/` in it or the ending .yaml or .yml it is a path: of a file, or of a folder
// that holds a pack.yaml. Otherwise it is a name, searched in `folders`; only if none of them has it, a folder of that
// name in the current directory will do. Errors: E520 with the places searched and the nearest name.
Result<std::filesystem::path> locate_pack(std::string_view pack, std::span<const std::filesystem::path> folders);

// The JSON Schema of rule files that is shipped beside the packs; empty if none of `folders` has it.
std::filesystem::path locate_schema(std::span<const std::filesystem::path> folders);

}  // namespace edgewise
