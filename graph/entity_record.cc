// SPDX-License-Identifier: Apache-2.0
// Turning what many mentions say of an entity into one vertex.
#include "graph/entity_record.h"

#include <algorithm>
#include <limits>

namespace edgewise {
namespace {

std::string winner(const std::map<std::string, std::uint64_t>& votes) {
  const std::string* best = nullptr;
  std::uint64_t most = 0;
  for (const auto& [candidate, count] : votes) {
    if (candidate.empty() || (best && count <= most)) continue;
    best = &candidate;
    most = count;
  }
  return best ? *best : std::string();
}

}  // namespace

void IdentityVotes::add(const std::string& type, const std::string& external_id, std::uint64_t count) {
  types[type] += count;
  external_ids[external_id] += count;
}

void IdentityVotes::add(const IdentityVotes& other) {
  for (const auto& [type, count] : other.types) types[type] += count;
  for (const auto& [external_id, count] : other.external_ids) external_ids[external_id] += count;
}

void EntityRecord::see(const EntityMention& mention, const std::string& document) {
  names_.insert(mention.labels.begin(), mention.labels.end());
  documents_.insert(document);
  if (!mention.ticker.empty()) tickers_.insert(mention.ticker);
}

void EntityRecord::count_mentions(const EntityMention& mention, std::uint32_t count) {
  mention_votes_.add(mention.type, mention.external_id, count);
  mentions_ += count;
}

Entity EntityRecord::entity(const std::string& key, std::string_view language,
                            const IdentityVotes& statement_votes) const {
  IdentityVotes votes = mention_votes_;
  votes.add(statement_votes);

  Entity entity;
  entity.key = key;
  entity.label = label(key, language);
  entity.type = winner(votes.types);
  entity.external_id = winner(votes.external_ids);
  if (!tickers_.empty()) entity.ticker = *tickers_.begin();
  std::set<std::string> aliases{key};
  for (const auto& [of, text] : names_) aliases.insert(text);
  aliases.erase(entity.label);
  aliases.erase(std::string());
  entity.aliases.assign(aliases.begin(), aliases.end());
  entity.mentions =
      static_cast<std::uint32_t>(std::min<std::uint64_t>(mentions_, std::numeric_limits<std::uint32_t>::max()));
  entity.documents.assign(documents_.begin(), documents_.end());
  return entity;
}

std::string EntityRecord::label(const std::string& key, std::string_view language) const {
  if (language.empty() || names_.count({std::string(language), key})) return key;
  const auto first = names_.lower_bound({std::string(language), std::string()});
  const bool has_one = first != names_.end() && first->first == language && !first->second.empty();
  return has_one ? first->second : key;
}

}  // namespace edgewise
