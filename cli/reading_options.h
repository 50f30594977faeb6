// SPDX-License-Identifier: Apache-2.0
// Options about rules and how articles are read, shared by the commands that read them.
#pragma once

#include <string>
#include <vector>

#include "pipeline/pipeline.h"

namespace CLI {
class App;
}

namespace edgewise {

// Adds `-r`, which must be given and may be repeated; `packs` must live as long as `app` is used.
void declare_packs(CLI::App& app, std::vector<std::string>& packs);

// Each adds one option, which sets its part of `options`; `options` must live as long as `app` is used.
void declare_articles(CLI::App& app, RunOptions& options);
void declare_threads(CLI::App& app, RunOptions& options);

}  // namespace edgewise
