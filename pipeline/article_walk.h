// SPDX-License-Identifier: Apache-2.0
// Reads the articles of inputs one after the other, for work that looks at each of them.
#pragma once

#include <functional>

#include "pipeline/document_reader.h"
#include "pipeline/pipeline.h"
#include "text/document.h"

namespace edgewise {

struct ArticleWalk {
  std::size_t articles = 0, skipped = 0;  // inputs and files that could not be read
  Diagnostics diagnostics;                // of inputs and articles, in the order of reading
};

// Calls `visit` with every article, in the order of the files, and `progress` after each.
ArticleWalk walk_articles(const InputList& inputs, ArticleSplit how, const std::function<void(const Document&)>& visit,
                          const std::function<void(const RunProgress&)>& progress = {});

}  // namespace edgewise
