// SPDX-License-Identifier: Apache-2.0
// Everything is kept in ordered maps, so the finished graph cannot depend on the order in which statements came.
#include "graph/graph_builder.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "graph/knowledge_graph.h"

namespace edgewise {
namespace {

struct EntityState {
  std::map<std::string, std::uint64_t> types;               // how often each was said
  std::map<std::string, std::set<std::string>> labels;      // by language
  std::set<std::string> external_ids;
  std::map<std::string, std::uint32_t> mentions;            // by document
};

using EdgeKey = std::tuple<std::string, std::string, std::string, Modality>;  // from, relation, to, modality

std::string content_id(char prefix, std::string_view content, unsigned attempt) {
  return fmt::format("{}{:016x}", prefix, XXH3_64bits_withSeed(content.data(), content.size(), attempt));
}

// Ids in the order of the contents; a collision moves the later content on to the next seed.
class IdTable {
 public:
  explicit IdTable(char prefix) : prefix_(prefix) {}
  std::string make(std::string_view content) {
    for (unsigned attempt = 0;; ++attempt) {
      std::string id = content_id(prefix_, content, attempt);
      if (taken_.insert(id).second) return id;
    }
  }

 private:
  char prefix_;
  std::set<std::string> taken_;
};

// The type said most often; of several the one that sorts first.
std::string chosen_type(const EntityState& state) {
  const auto most = std::max_element(state.types.begin(), state.types.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == state.types.end() ? std::string() : most->first;
}

Entity make_entity(const std::string& key, const EntityState& state, const std::string& language) {
  Entity entity;
  entity.key = entity.label = key;
  if (const auto label = state.labels.find(language); label != state.labels.end()) entity.label = *label->second.begin();
  std::set<std::string> others = {key};
  for (const auto& [label_language, names] : state.labels) others.insert(names.begin(), names.end());
  others.erase(entity.label);
  entity.aliases.assign(others.begin(), others.end());
  entity.type = chosen_type(state);
  if (!state.external_ids.empty()) entity.external_id = *state.external_ids.begin();
  for (const auto& [document, count] : state.mentions) {
    entity.mentions += count;
    entity.documents.push_back(document);
  }
  return entity;
}

}  // namespace

struct GraphBuilder::State {
  Schema schema;
  std::map<std::string, EntityState> entities;
  std::map<EdgeKey, std::set<Evidence>> edges;

  EntityState& note(const EntityMention& mention, std::uint64_t times) {
    EntityState& state = entities[mention.key];
    state.types[mention.type] += times;
    for (const auto& [language, name] : mention.labels) state.labels[language].insert(name);
    if (!mention.external_id.empty()) state.external_ids.insert(mention.external_id);
    return state;
  }
};

GraphBuilder::GraphBuilder(Schema schema) : state_(std::make_unique<State>()) { state_->schema = std::move(schema); }
GraphBuilder::GraphBuilder(GraphBuilder&&) noexcept = default;
GraphBuilder& GraphBuilder::operator=(GraphBuilder&&) noexcept = default;
GraphBuilder::~GraphBuilder() = default;

void GraphBuilder::add(const Statement& statement) {
  const SchemaEntry* relation = state_->schema.relation(statement.relation);
  const bool turn = relation != nullptr && relation->symmetric && statement.to.key < statement.from.key;
  Evidence evidence = statement.evidence;
  if (turn) std::swap(evidence.from, evidence.to);
  const EntityMention& from = turn ? statement.to : statement.from;
  const EntityMention& to = turn ? statement.from : statement.to;
  if (state_->edges[{from.key, statement.relation, to.key, statement.modality}].insert(std::move(evidence)).second) {
    state_->note(from, 1);
    state_->note(to, 1);
  }
}

void GraphBuilder::add_mentions(const EntityMention& entity, const std::string& document, std::uint32_t count) {
  state_->note(entity, count).mentions[document] += count;
}

KnowledgeGraph GraphBuilder::build() const {
  std::set<std::string> used;
  for (const auto& [key, evidence] : state_->edges) {
    used.insert(std::get<0>(key));
    used.insert(std::get<2>(key));
  }
  std::vector<Entity> entities;
  IdTable node_ids('n');
  for (const std::string& key : used) {
    entities.push_back(make_entity(key, state_->entities.at(key), state_->schema.language));
    entities.back().id = node_ids.make(key);
  }
  std::sort(entities.begin(), entities.end(), [](const Entity& a, const Entity& b) { return a.id < b.id; });

  KnowledgeGraph result;
  result.schema = state_->schema;
  std::map<std::string, BoostGraph::vertex_descriptor> vertices;
  for (Entity& entity : entities) {
    const std::string key = entity.key;
    vertices.emplace(key, boost::add_vertex(std::move(entity), result.graph));
  }
  struct Edge {
    BoostGraph::vertex_descriptor from, to;
    Relationship relationship;
  };
  std::vector<Edge> edges;
  IdTable edge_ids('e');
  for (const auto& [key, evidence] : state_->edges) {
    const auto& [from, relation, to, modality] = key;
    Relationship relationship;
    relationship.id = edge_ids.make(fmt::format("{}\x1f{}\x1f{}\x1f{}", from, relation, to, name(modality)));
    relationship.relation = relation;
    relationship.modality = modality;
    const SchemaEntry* entry = state_->schema.relation(relation);
    relationship.symmetric = entry != nullptr && entry->symmetric;
    relationship.evidence.assign(evidence.begin(), evidence.end());
    std::set<std::string> documents;
    for (const Evidence& item : evidence) documents.insert(item.document);
    relationship.documents.assign(documents.begin(), documents.end());
    edges.push_back({vertices.at(from), vertices.at(to), std::move(relationship)});
  }
  std::sort(edges.begin(), edges.end(),
            [](const Edge& a, const Edge& b) { return a.relationship.id < b.relationship.id; });
  for (Edge& edge : edges) boost::add_edge(edge.from, edge.to, std::move(edge.relationship), result.graph);
  return result;
}

}  // namespace edgewise
