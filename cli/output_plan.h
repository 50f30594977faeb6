// SPDX-License-Identifier: Apache-2.0
// Which outputs are wanted, settled before the long work starts.
#pragma once

#include <string>
#include <vector>

#include "export/format.h"
#include "text/result.h"

namespace edgewise {

struct PlannedOutput {
  std::string path;                // `-` is standard output
  const Format* format = nullptr;  // never null
};

// The format of each of `paths`: by its ending, or `format_name` for standard output and names without an ending. The
// error is one sentence about wrong usage: an unknown format, a path given twice.
tl::expected<std::vector<PlannedOutput>, std::string> plan_outputs(const std::vector<std::string>& paths,
                                                                   const std::string& format_name);

}  // namespace edgewise
