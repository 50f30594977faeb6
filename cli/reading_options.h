// SPDX-License-Identifier: Apache-2.0
// Options about how articles are read, shared by the commands that read them.
#pragma once

#include "pipeline/pipeline.h"

namespace CLI {
class App;
}

namespace edgewise {

// Each adds one option, which sets its part of `options`; `options` must live as long as `app` is used.
void declare_articles(CLI::App& app, RunOptions& options);
void declare_threads(CLI::App& app, RunOptions& options);

}  // namespace edgewise
