// SPDX-License-Identifier: Apache-2.0
// What is known of one entity while statements are still coming in.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "graph/knowledge_graph.h"
#include "graph/statement.h"

namespace edgewise {

// How often an entity was said to be of each type and to have each external id.
struct IdentityVotes {
  std::map<std::string, std::uint64_t> types, external_ids;

  void add(const std::string& type, const std::string& external_id, std::uint64_t count);
  void add(const IdentityVotes& other);
};

// Grows by union and by sum only, so the order of calls leaves no trace.
class EntityRecord {
 public:
  // Takes in names and document; repeating it changes nothing.
  void see(const EntityMention& mention, const std::string& document);
  void count_mentions(const EntityMention& mention, std::uint32_t count);

  // The finished vertex, without its id. Type and external id are those with most votes, here and in
  // `statement_votes` together; the smaller one where they are equal; an empty one only if there is no other.
  Entity entity(const std::string& key, std::string_view language, const IdentityVotes& statement_votes) const;

 private:
  std::string label(const std::string& key, std::string_view language) const;

  IdentityVotes mention_votes_;
  std::set<std::pair<std::string, std::string>> names_;  // language, name
  std::set<std::string> documents_, tickers_;
  std::uint64_t mentions_ = 0;
};

}  // namespace edgewise
