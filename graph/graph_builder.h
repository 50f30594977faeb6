// SPDX-License-Identifier: Apache-2.0
// Gathers statements, in any order, into one graph.
#pragma once

#include <memory>
#include <string>

#include "graph/identity_ledger.h"
#include "graph/schema.h"
#include "graph/statement.h"

namespace edgewise {

struct KnowledgeGraph;

// Not safe for concurrent use. add() and add_mention() may come in any order and be repeated: the finished graph
// depends only on the set of statements and the multiset of mentions.
class GraphBuilder {
 public:
  // Names that `ledger` joins are one entity, the joined names among its aliases; evidence that came to it under
  // another name says so in `via`.
  explicit GraphBuilder(Schema schema, IdentityLedger ledger = {});
  GraphBuilder(GraphBuilder&&) noexcept;
  GraphBuilder& operator=(GraphBuilder&&) noexcept;
  ~GraphBuilder();

  // Evidence of a symmetric relation is turned round where its edge is: `from` always belongs to the edge's source.
  void add(const Statement& statement);
  // Counts `count` mentions of an entity in a document; entities without any statement make no vertex.
  void add_mentions(const EntityMention& entity, const std::string& document, std::uint32_t count);

  // The graph so far. Relations unknown to the schema are kept and treated as directed.
  KnowledgeGraph build() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace edgewise
