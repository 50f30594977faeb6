// SPDX-License-Identifier: Apache-2.0
// From rule files on disk to a RuleSource: the shape is checked here, the meaning later.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "rules/rule_file.h"
#include "text/result.h"

namespace edgewise {

// Reads each pack file and what it imports (paths relative to the importing file), depth first, each file once; TSV
// name lists named in `entities` are read as well. A pack that is a folder means its pack.yaml.
//
// All mistakes of all files are reported in one run: unreadable files, broken YAML, unknown or duplicate keys, wrong
// shapes, import cycles, broken TSV rows. Warnings travel in `warnings`. Limits: a file of 64 MB, 64 levels of nesting,
// no YAML anchors that expand (aliases are refused), 256 imports deep.
Result<RuleSource> read_rules(std::span<const std::filesystem::path> packs, Diagnostics& warnings);

// The same from a string, for tests and examples in documentation. `path` is only a name; imports are refused.
Result<RuleSource> read_rules_text(std::string path, std::string yaml, Diagnostics& warnings);

}  // namespace edgewise
