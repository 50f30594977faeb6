// SPDX-License-Identifier: Apache-2.0
// The knowledge graph itself: a Boost graph with bundled properties, open to every Boost.Graph algorithm.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <boost/graph/adjacency_list.hpp>

#include "graph/schema.h"
#include "graph/statement.h"

namespace edgewise {

// A vertex: one entity.
struct Entity {
  std::string id;     // ASCII, "n" and 16 hex digits of a hash of the key
  std::string key;    // canonical name
  std::string label;  // the name to show
  std::string type;
  std::vector<std::string> aliases;  // other names known from the packs, sorted
  std::string external_id;
  std::string ticker = {};             // of its shares; may be empty; the smallest if packs give several
  std::uint32_t mentions = 0;          // mentions in the documents read
  std::vector<std::string> documents;  // ids, sorted: where it is mentioned
};

// An edge: one (from, relation, to, modality) with all its evidence. Symmetric relations run from the smaller key to
// the larger one.
struct Relationship {
  std::string id;  // ASCII, "e" and 16 hex digits of a hash of from, relation, to, modality
  std::string relation;
  Modality modality = Modality::asserted;
  bool symmetric = false;
  std::vector<Evidence> evidence;      // sorted, without duplicates, never empty
  std::vector<std::string> documents;  // ids, sorted
};

using BoostGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, Entity, Relationship>;

// Vertices are ordered by id, edges by id, so equal statements give equal graphs whatever their order.
struct KnowledgeGraph {
  BoostGraph graph;
  Schema schema;
};

}  // namespace edgewise
