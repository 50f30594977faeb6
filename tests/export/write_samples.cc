// SPDX-License-Identifier: Apache-2.0
// Writes sample graphs in every format, each beside a list of what must be found in it, for readers that are programs
// of their own. Tells on standard output how long each file took and by how much memory grew. usage: write_samples
// FOLDER (empty|trade|torture|NODES:EDGES)...
#include <chrono>
#include <fstream>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <sys/resource.h>

#include "export/appearance.h"
#include "export/evidence_text.h"
#include "export/format.h"
#include "export/json_text.h"
#include "export/layout.h"
#include "tests/export/sample_graphs.h"

namespace {

using namespace edgewise;

KnowledgeGraph sample(const std::string& kind) {
  if (kind == "empty") return testing::empty_graph();
  if (kind == "trade") return testing::trade_graph();
  if (kind == "torture") return testing::torture_graph();
  const std::size_t colon = kind.find(':');
  return testing::random_graph(std::stoul(kind), std::stoul(kind.substr(colon + 1)));
}

long peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

bool write(const KnowledgeGraph& graph, const Format& format, bool strict, const std::string& path) {
  ExportOptions options;
  options.strict_graphml = strict;
  Diagnostics diagnostics;
  std::ofstream file(path, std::ios::binary);
  const long megabytes = peak_megabytes();
  const auto start = std::chrono::steady_clock::now();
  const bool written = format.write(
      graph, options,
      [&](std::string_view bytes) {
        return static_cast<bool>(file.write(bytes.data(), static_cast<std::streamsize>(bytes.size())));
      },
      diagnostics);
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  for (const Diagnostic& diagnostic : diagnostics) fmt::print("{}", render(diagnostic));
  fmt::print("{}: {} in {:.3f} s, {} MB more\n", path, written ? "written" : "refused", seconds.count(),
             peak_megabytes() - megabytes);
  return written && diagnostics.empty();
}

// One JSON array of strings for each node and each edge.
bool write_truth(const KnowledgeGraph& all, const std::string& path) {
  constexpr std::size_t kUnlimited = std::size_t{1} << 30, kLongestValue = 1'000'000;
  const BoostGraph& graph = all.graph;
  const Colours colours(all);
  Diagnostics diagnostics;
  const NodePlaces places = place_nodes(graph, diagnostics);
  std::ofstream file(path, std::ios::binary);
  for (auto v : boost::make_iterator_range(boost::vertices(graph))) {
    const Entity& node = graph[v];
    file << json_array({"node", node.id, node.label, node.key, node.type, node.external_id,
                        fmt::to_string(node.mentions), joined_values(node.documents, kLongestValue),
                        std::string(colours.of_type(node.type)), fmt::to_string(places.sizes[v]),
                        fmt::to_string(places.positions[v].x), fmt::to_string(places.positions[v].y)},
                       kUnlimited)
         << '\n';
  }
  for (auto e : boost::make_iterator_range(boost::edges(graph))) {
    const Relationship& edge = graph[e];
    const SchemaEntry* entry = all.schema.relation(edge.relation);
    file << json_array(
                {"edge", edge.id, graph[boost::source(e, graph)].id, graph[boost::target(e, graph)].id, edge.relation,
                 std::string(name(edge.modality)), edge.symmetric ? "yes" : "no", fmt::to_string(edge.evidence.size()),
                 std::string(entry ? all.schema.label(*entry) : std::string_view(edge.relation)),
                 std::string(colours.of_edge(edge)), joined_values(edge.documents, kLongestValue),
                 evidence_text(edge.evidence, kLongestValue), qualifiers_text(edge.evidence, kLongestValue)},
                kUnlimited)
         << '\n';
  }
  return diagnostics.empty() && file.good();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  const std::string folder = argv[1];
  bool good = true;
  for (const std::string& kind : std::vector<std::string>(argv + 2, argv + argc)) {
    const KnowledgeGraph graph = sample(kind);
    const std::string stem = fmt::format("{}/{}", folder, kind);
    fmt::print("{}: {} nodes, {} edges\n", kind, boost::num_vertices(graph.graph), boost::num_edges(graph.graph));
    good = write_truth(graph, stem + ".truth") && good;
    for (const Format& format : formats())
      good = write(graph, format, false, stem + std::string(format.ending)) && good;
    good = write(graph, *find_format("graphml"), true, stem + ".strict.graphml") && good;
  }
  return good ? 0 : 1;
}
