// SPDX-License-Identifier: Apache-2.0
// From what the rules found in a document to statements that outlive it.
#pragma once

#include <span>
#include <vector>

#include "graph/statement.h"
#include "rules/rule_set.h"
#include "text/document.h"

namespace edgewise {

// How often a document mentions an entity.
struct MentionCount {
  EntityMention entity;
  std::uint32_t count = 0;
};

// What one document adds to the graph; owns everything.
struct DocumentStatements {
  std::vector<Statement> statements;   // in the order of the matches
  std::vector<MentionCount> mentions;  // in the order of Extraction::entities, those that are mentioned
};

// `relations` and `patterns` are the tables that Match's indexes point into (those of the RuleSet that made
// `extraction`). Spans in the evidence are bytes of the file. Evidence::via names each end that was not found by its
// name, such as "from=reference" or "from=pattern to=short_form"; otherwise it is "name".
DocumentStatements make_statements(std::span<const RelationInfo> relations, std::span<const PatternInfo> patterns,
                                   const Document& document, const Extraction& extraction);

}  // namespace edgewise
