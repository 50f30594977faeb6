// SPDX-License-Identifier: Apache-2.0
// What a run found, told to people.
#pragma once

#include <cstddef>
#include <string>

#include "pipeline/pipeline.h"

namespace edgewise {

// Several lines of plain text: counts, statements by relation, and the `strongest` edges with most evidence, each with
// one quoted sentence and its place. Columns are aligned for double-width characters; control characters of the
// articles are left out. Ties between edges are decided by their names, so equal graphs give equal text.
std::string render_summary(const RunSummary& summary, const KnowledgeGraph& graph, std::size_t strongest = 10);

}  // namespace edgewise
