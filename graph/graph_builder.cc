// SPDX-License-Identifier: Apache-2.0
// Statements in, Boost graph out.
#include "graph/graph_builder.h"

#include <algorithm>
#include <array>
#include <compare>
#include <map>
#include <numeric>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/content_id.h"
#include "graph/entity_record.h"
#include "graph/knowledge_graph.h"
#include "graph/symmetry.h"
#include "graph/via_steps.h"

namespace edgewise {
namespace {

struct EdgeKey {
  std::string from, relation, to;
  Modality modality;
  friend auto operator<=>(const EdgeKey&, const EdgeKey&) = default;

  std::string content() const { return joined_content({from, relation, to, name(modality)}); }
};

// Type and external id of both ends as one statement gave them.
using Ends = std::array<std::string, 4>;

// Evidence with every reading of its two ends. A reading counts once, however often the statement is added.
using EvidenceSet = std::map<Evidence, std::set<Ends>>;

template <typename Map>
std::vector<std::size_t> order_by(const Map& ids) {
  std::vector<std::size_t> order(ids.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return ids[a] < ids[b]; });
  return order;
}

// The entity that the ledger takes `mention` for; the name it came under stays one of its names.
EntityMention judged(EntityMention mention, const IdentityLedger& ledger) {
  if (const std::string_view canonical = ledger.canonical(mention.key); canonical != mention.key) {
    mention.labels.emplace_back(std::string(), mention.key);
    mention.key = canonical;
  }
  return mention;
}

Statement judged(Statement statement, const IdentityLedger& ledger) {
  const std::string from = statement.from.key, to = statement.to.key;
  statement.from = judged(std::move(statement.from), ledger);
  statement.to = judged(std::move(statement.to), ledger);
  if (statement.from.key != from) statement.evidence.via = with_step(statement.evidence.via, End::from, "judged");
  if (statement.to.key != to) statement.evidence.via = with_step(statement.evidence.via, End::to, "judged");
  return statement;
}

Relationship make_relationship(const EdgeKey& key, const EvidenceSet& evidence, bool symmetric) {
  Relationship edge;
  edge.relation = key.relation;
  edge.modality = key.modality;
  edge.symmetric = symmetric;
  edge.evidence.reserve(evidence.size());
  for (const auto& [item, readings] : evidence) {
    edge.evidence.push_back(item);
    if (edge.documents.empty() || edge.documents.back() != item.document) edge.documents.push_back(item.document);
  }
  return edge;
}

}  // namespace

struct GraphBuilder::State {
  Schema schema;
  IdentityLedger ledger;
  std::set<std::string, std::less<>> symmetric;
  std::map<std::string, EntityRecord> entities;
  std::map<EdgeKey, EvidenceSet> edges;

  void add(const Statement& statement);
  std::map<std::string_view, IdentityVotes> statement_votes() const;
  std::map<std::string_view, BoostGraph::vertex_descriptor> add_vertices(BoostGraph& graph) const;
  void add_edges(BoostGraph& graph, const std::map<std::string_view, BoostGraph::vertex_descriptor>& vertices) const;
};

GraphBuilder::GraphBuilder(Schema schema, IdentityLedger ledger) : state_(std::make_unique<State>()) {
  state_->ledger = std::move(ledger);
  for (const SchemaEntry& relation : schema.relations)
    if (relation.symmetric) state_->symmetric.insert(relation.id);
  state_->schema = std::move(schema);
}

GraphBuilder::GraphBuilder(GraphBuilder&&) noexcept = default;
GraphBuilder& GraphBuilder::operator=(GraphBuilder&&) noexcept = default;
GraphBuilder::~GraphBuilder() = default;

void GraphBuilder::add(const Statement& statement) {
  if (state_->ledger.empty())
    state_->add(statement);
  else
    state_->add(judged(statement, state_->ledger));
}

void GraphBuilder::State::add(const Statement& statement) {
  const EntityMention* from = &statement.from;
  const EntityMention* to = &statement.to;
  Evidence evidence = statement.evidence;
  if (to->key < from->key && symmetric.contains(statement.relation)) {
    std::swap(from, to);
    evidence = seen_from_other_end(std::move(evidence));
  }
  entities[from->key].see(*from, evidence.document);
  entities[to->key].see(*to, evidence.document);
  EvidenceSet& edge = edges[{from->key, statement.relation, to->key, statement.modality}];
  edge[std::move(evidence)].insert({from->type, from->external_id, to->type, to->external_id});
}

void GraphBuilder::add_mentions(const EntityMention& entity, const std::string& document, std::uint32_t count) {
  if (count == 0) return;
  const EntityMention known = judged(entity, state_->ledger);
  EntityRecord& record = state_->entities[known.key];
  record.see(known, document);
  record.count_mentions(known, count);
}

std::map<std::string_view, IdentityVotes> GraphBuilder::State::statement_votes() const {
  std::map<std::string_view, IdentityVotes> votes;
  for (const auto& [key, evidence] : edges) {
    IdentityVotes& from = votes[key.from];
    IdentityVotes& to = votes[key.to];
    for (const auto& [item, readings] : evidence)
      for (const auto& [from_type, from_id, to_type, to_id] : readings) {
        from.add(from_type, from_id, 1);
        to.add(to_type, to_id, 1);
      }
  }
  return votes;
}

std::map<std::string_view, BoostGraph::vertex_descriptor> GraphBuilder::State::add_vertices(BoostGraph& graph) const {
  const auto votes = statement_votes();
  std::vector<std::string> keys;
  keys.reserve(votes.size());
  for (const auto& [key, unused] : votes) keys.emplace_back(key);
  const std::vector<std::string> ids = content_ids('n', keys);

  std::map<std::string_view, BoostGraph::vertex_descriptor> vertices;
  for (std::size_t i : order_by(ids)) {
    const auto record = entities.find(keys[i]);
    Entity entity = record->second.entity(keys[i], schema.language, votes.at(keys[i]));
    entity.id = ids[i];
    vertices[record->first] = boost::add_vertex(entity, graph);
  }
  return vertices;
}

void GraphBuilder::State::add_edges(BoostGraph& graph,
                                    const std::map<std::string_view, BoostGraph::vertex_descriptor>& vertices) const {
  std::vector<std::pair<std::string, const std::pair<const EdgeKey, EvidenceSet>*>> by_content;
  by_content.reserve(edges.size());
  for (const auto& edge : edges) by_content.emplace_back(edge.first.content(), &edge);
  std::sort(by_content.begin(), by_content.end());
  std::vector<std::string> contents;
  contents.reserve(by_content.size());
  for (auto& [content, unused] : by_content) contents.push_back(content);
  const std::vector<std::string> ids = content_ids('e', contents);

  for (std::size_t i : order_by(ids)) {
    const auto& [key, evidence] = *by_content[i].second;
    Relationship edge = make_relationship(key, evidence, symmetric.contains(key.relation));
    edge.id = ids[i];
    boost::add_edge(vertices.at(key.from), vertices.at(key.to), edge, graph);
  }
}

KnowledgeGraph GraphBuilder::build() const {
  KnowledgeGraph result;
  result.schema = state_->schema;
  state_->add_edges(result.graph, state_->add_vertices(result.graph));
  return result;
}

}  // namespace edgewise
