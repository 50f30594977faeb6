// SPDX-License-Identifier: Apache-2.0
// Whatever names, quotes and relations say: GraphML stays well-formed with all nodes and edges, other formats get
// written.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <boost/graph/adjacency_list.hpp>
#include <pugixml.hpp>

#include "export/format.h"
#include "graph/graph_builder.h"
#include "graph/knowledge_graph.h"
#include "tests/fuzz/require.h"
#include "text/mend_utf8.h"

namespace edgewise {
namespace {

constexpr std::size_t kMostStatements = 12;  // a layout of more takes the fuzzer's time

// The lines of `input` as valid UTF-8; what the pipeline hands on is valid too.
std::vector<std::string> lines_of(std::string_view input) {
  std::vector<std::string> lines(1);
  for (const char c : mend_utf8(input).text)
    if (c == '\n')
      lines.emplace_back();
    else
      lines.back() += c;
  return lines;
}

// Four lines make a statement: from, relation, to, quote.
KnowledgeGraph graph_of(const std::vector<std::string>& lines) {
  Schema schema;
  schema.types.push_back({"Company", {{"zh", "公司"}, {"en", "Company"}}, "#4e79a7"});
  GraphBuilder builder(schema);
  for (std::size_t i = 0; i + 3 < std::min(lines.size(), 4 * kMostStatements); i += 4) {
    if (lines[i].empty() || lines[i + 1].empty() || lines[i + 2].empty() || lines[i] == lines[i + 2]) continue;
    Statement statement;
    statement.from = {lines[i], "Company", {{"zh", lines[i]}}, {}};
    statement.to = {lines[i + 2], "Company", {}, lines[i + 3]};
    statement.relation = lines[i + 1];
    statement.modality = static_cast<Modality>(i / 4 % kModalityNames.size());
    statement.evidence.document = lines[i + 3];
    statement.evidence.title = lines[i + 3];
    statement.evidence.sentence = 1;
    statement.evidence.quote = lines[i + 3];
    builder.add(statement);
  }
  return builder.build();
}

void check_graphml(const std::string& graphml, const KnowledgeGraph& graph) {
  pugi::xml_document parsed;
  EDGEWISE_REQUIRE(parsed.load_buffer(graphml.data(), graphml.size()));
  const pugi::xml_node root = parsed.child("graphml").child("graph");
  const auto nodes = root.children("node"), edges = root.children("edge");
  EDGEWISE_REQUIRE(std::distance(nodes.begin(), nodes.end()) == static_cast<std::ptrdiff_t>(num_vertices(graph.graph)));
  EDGEWISE_REQUIRE(std::distance(edges.begin(), edges.end()) == static_cast<std::ptrdiff_t>(num_edges(graph.graph)));
}

void check_formats(std::string_view input) {
  const KnowledgeGraph graph = graph_of(lines_of(input));
  for (const Format& format : formats()) {
    std::string written;
    Diagnostics diagnostics;
    const auto sink = [&written](std::string_view bytes) {
      written += bytes;
      return true;
    };
    EDGEWISE_REQUIRE(format.write(graph, {}, sink, diagnostics));
    EDGEWISE_REQUIRE(mend_utf8(written).bad_offsets.empty());
    if (format.name == "graphml") check_graphml(written, graph);
  }
}

}  // namespace
}  // namespace edgewise

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  edgewise::check_formats({reinterpret_cast<const char*>(data), size});
  return 0;
}
