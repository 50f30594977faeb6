// SPDX-License-Identifier: Apache-2.0
// A program outside the project: rules from a shipped pack, a text, the graph, a Boost algorithm, a file.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include <boost/graph/connected_components.hpp>
#include <boost/graph/copy.hpp>
#include <edgewise/export/format.h>
#include <edgewise/graph/graph_builder.h>
#include <edgewise/graph/knowledge_graph.h>
#include <edgewise/pipeline/rule_schema.h>
#include <edgewise/pipeline/statement_maker.h>
#include <edgewise/rules/rule_reader.h>
#include <edgewise/rules/rule_set.h>

namespace {

int fail(const edgewise::Diagnostics& diagnostics) {
  for (const edgewise::Diagnostic& diagnostic : diagnostics) std::fputs(edgewise::render(diagnostic).c_str(), stderr);
  return 1;
}

edgewise::Result<edgewise::RuleSet> load_rules(const std::filesystem::path& pack) {
  edgewise::Diagnostics warnings;
  auto source = edgewise::read_rules({&pack, 1}, warnings);
  if (!source) return tl::unexpected(source.error());
  return edgewise::RuleSet::compile(*std::move(source), warnings);
}

edgewise::KnowledgeGraph extract_graph(const edgewise::RuleSet& rules, const edgewise::Document& document) {
  edgewise::GraphBuilder builder(edgewise::make_schema(rules.types(), rules.relations(), "zh"));
  const auto found = edgewise::make_statements(rules.relations(), rules.patterns(), document, rules.extract(document));
  for (const edgewise::Statement& statement : found.statements) builder.add(statement);
  return builder.build();
}

// The knowledge graph is a Boost graph, so Boost's algorithms take it as it is.
std::size_t largest_component(const edgewise::BoostGraph& graph) {
  boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS> undirected;
  boost::copy_graph(graph, undirected, boost::vertex_copy([](auto, auto) {}).edge_copy([](auto, auto) {}));
  std::vector<int> component(num_vertices(undirected));
  boost::connected_components(undirected, component.data());
  std::map<int, std::size_t> sizes;
  std::size_t largest = 0;
  for (const int number : component) largest = std::max(largest, ++sizes[number]);
  return largest;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const std::filesystem::path pack = std::filesystem::path(PACKS) / "zh-business" / "pack.yaml";
  const auto rules = load_rules(pack);
  if (!rules) return fail(rules.error());
  std::printf("rules from %s\n", pack.c_str());

  const auto document = edgewise::Document::make("note", "英特尔和高通是英伟达的竞争对手。");
  const auto graph = extract_graph(*rules, document);
  std::printf("largest component: %zu\n", largest_component(graph.graph));

  std::ofstream out(argv[1], std::ios::binary);
  edgewise::Diagnostics diagnostics;
  const auto sink = [&out](std::string_view bytes) { return static_cast<bool>(out << bytes); };
  return edgewise::find_format(argv[1])->write(graph, {}, sink, diagnostics) ? 0 : fail(diagnostics);
}
