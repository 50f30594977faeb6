// SPDX-License-Identifier: Apache-2.0
// Statements in one line, for tests.
#pragma once

#include <string>
#include <utility>

#include "graph/knowledge_graph.h"
#include "graph/statement.h"

namespace edgewise::testing {

inline EntityMention mention(std::string key, std::string type = "Company") {
  return {std::move(key), std::move(type), {}, {}};
}

// Evidence in sentence `sentence` of `document`; different numbers are different evidence.
inline Evidence evidence(std::string document, std::uint32_t sentence) {
  Evidence result;
  result.document = std::move(document);
  result.sentence = result.line = sentence;
  result.span = {sentence * 100, sentence * 100 + 30};
  result.from = {sentence * 100, sentence * 100 + 6};
  result.to = {sentence * 100 + 12, sentence * 100 + 18};
  result.quote = "第" + std::to_string(sentence) + "句。";
  result.rule = "rule#1";
  result.via = "name";
  return result;
}

inline Statement statement(std::string from, std::string relation, std::string to, std::uint32_t sentence = 1,
                           Modality modality = Modality::asserted, std::string document = "a.txt") {
  return {mention(std::move(from)), mention(std::move(to)), std::move(relation), modality,
          evidence(std::move(document), sentence)};
}

inline Schema competition_schema() {
  Schema schema;
  schema.types = {{"Company", {{"zh", "公司"}, {"en", "Company"}}, "#4e79a7"}};
  schema.relations = {{"competes", {{"zh", "竞争"}, {"en", "competes with"}}, "", true},
                      {"acquires", {{"zh", "收购"}, {"en", "acquires"}}, "", false}};
  schema.language = "zh";
  return schema;
}

inline const Entity* find_entity(const BoostGraph& graph, const std::string& key) {
  for (auto vertex : boost::make_iterator_range(boost::vertices(graph)))
    if (graph[vertex].key == key) return &graph[vertex];
  return nullptr;
}

}  // namespace edgewise::testing
