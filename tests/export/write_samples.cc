// SPDX-License-Identifier: Apache-2.0
// Writes a sample graph in every format, for consumers that are programs of their own.
// usage: write_samples empty|trade|torture|NODES:EDGES FOLDER
#include <chrono>
#include <cstdio>
#include <fstream>
#include <string>

#include <fmt/format.h>

#include "export/format.h"
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

bool write(const KnowledgeGraph& graph, const Format& format, bool strict, const std::string& path) {
  ExportOptions options;
  options.strict_graphml = strict;
  Diagnostics diagnostics;
  std::ofstream file(path, std::ios::binary);
  const auto start = std::chrono::steady_clock::now();
  const bool written = format.write(
      graph, options,
      [&](std::string_view bytes) {
        return static_cast<bool>(file.write(bytes.data(), static_cast<std::streamsize>(bytes.size())));
      },
      diagnostics);
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  for (const Diagnostic& diagnostic : diagnostics) fmt::print(stderr, "{}", render(diagnostic));
  fmt::print("{}: {} in {:.3f} s\n", path, written ? "written" : "refused", seconds.count());
  return written;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const KnowledgeGraph graph = sample(argv[1]);
  const std::string folder = argv[2];
  fmt::print("nodes={} edges={}\n", boost::num_vertices(graph.graph), boost::num_edges(graph.graph));
  bool good = true;
  for (const Format& format : formats())
    good = write(graph, format, false, fmt::format("{}/{}{}", folder, argv[1], format.ending)) && good;
  good = write(graph, *find_format("graphml"), true, fmt::format("{}/{}.strict.graphml", folder, argv[1])) && good;
  return good ? 0 : 1;
}
