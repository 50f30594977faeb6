// SPDX-License-Identifier: Apache-2.0
// Writing a graph to a string, for tests.
#pragma once

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "export/format.h"
#include "graph/knowledge_graph.h"

namespace edgewise::testing {

// The whole output of a format, which must not complain.
inline std::string written(std::string_view format, const KnowledgeGraph& graph, const ExportOptions& options = {}) {
  std::string out;
  Diagnostics diagnostics;
  EXPECT_TRUE(find_format(format)->write(
      graph, options, [&](std::string_view bytes) { return out += bytes, true; }, diagnostics));
  for (const Diagnostic& diagnostic : diagnostics) ADD_FAILURE() << render(diagnostic);
  return out;
}

}  // namespace edgewise::testing
