// SPDX-License-Identifier: Apache-2.0
// Short texts with what must and must not be drawn from them.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "text/modality.h"

namespace edgewise::testing {

// `from relation to (modality|modality)`; asserted where no modality is written.
struct WantedEdge {
  std::string from, relation, to;
  std::set<Modality> modalities;
  std::string written;
};

struct Trap {
  int line = 0;  // 1-based
  std::string kind, text;
  std::vector<WantedEdge> must, may, must_not;
};

// Reads a list of traps. Throws std::runtime_error, with file and line, on anything that is not as described at the
// top of the files.
std::vector<Trap> read_traps(const std::filesystem::path& file);

}  // namespace edgewise::testing
