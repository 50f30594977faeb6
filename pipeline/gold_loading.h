// SPDX-License-Identifier: Apache-2.0
// Reads the files that say what should be found.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "eval/gold_set.h"
#include "eval/name_comparison.h"
#include "text/diagnostic.h"

namespace edgewise {

struct GoldFiles {
  std::vector<std::string> gold, aliases;
  std::string relation_map;  // empty: gold speaks of relations as the rules do
};

struct LoadedGold {
  std::shared_ptr<GoldSet> gold;  // never null
  NameGroups names;
  std::set<std::string> mapped;  // relations that the map leads to; empty without a map
};

// Nothing if any file could not be read: figures without it would be wrong. Everything there is to say about any of the
// files is appended to `diagnostics`.
std::optional<LoadedGold> load_gold(const GoldFiles& files, Diagnostics& diagnostics);

}  // namespace edgewise
