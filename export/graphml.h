// SPDX-License-Identifier: Apache-2.0
// GraphML for Gephi, networkx, igraph, Boost and others; docs/formats.md says what every key means.
#pragma once

#include "export/format.h"

namespace edgewise {

bool write_graphml(const KnowledgeGraph& graph, const ExportOptions& options, const ByteSink& sink,
                   Diagnostics& diagnostics);

}  // namespace edgewise
