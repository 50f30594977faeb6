// SPDX-License-Identifier: Apache-2.0
// Counts, relations, strongest edges.
#include "pipeline/run_summary.h"

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "graph/knowledge_graph.h"
#include "text/source_excerpt.h"
#include "text/utf8.h"

namespace edgewise {
namespace {

using Edge = boost::graph_traits<BoostGraph>::edge_descriptor;

constexpr std::size_t kQuoteColumns = 100;
constexpr std::size_t kUnresolvedShown = 10;

std::string plural(std::size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string size_in_words(std::uint64_t bytes) {
  constexpr std::uint64_t kKilo = 1000, kMega = kKilo * kKilo;
  if (bytes < kKilo) return plural(bytes, "byte", "bytes");
  if (bytes < kMega) return fmt::format("{:.1f} kB", static_cast<double>(bytes) / kKilo);
  return fmt::format("{:.1f} MB", static_cast<double>(bytes) / kMega);
}

// On one line, harmless to a terminal and at most `columns` wide, the mark of the cut not counted.
std::string shown(std::string_view text, std::size_t columns) {
  std::string line = printable(text);
  std::size_t width = 0;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t begin = at;
    next_code_point(line, at);
    width += display_width(std::string_view(line).substr(begin, at - begin));
    if (width > columns) return line.substr(0, begin) + "…";
  }
  return line;
}

std::string padded(std::string text, std::size_t columns) {
  const std::size_t width = display_width(text);
  if (width < columns) text.append(columns - width, ' ');
  return text;
}

std::string_view relation_label(const Schema& schema, const std::string& id) {
  const SchemaEntry* entry = schema.relation(id);
  return entry ? schema.label(*entry) : std::string_view(id);
}

std::string counts(const RunSummary& summary, const KnowledgeGraph& graph) {
  std::size_t statements = 0;
  for (const auto& [relation, count] : summary.statements) statements += count;
  std::string text = fmt::format("read     {}, {}, {} ({})\n", plural(summary.files, "file", "files"),
                                 plural(summary.articles, "article", "articles"),
                                 plural(summary.sentences, "sentence", "sentences"), size_in_words(summary.bytes));
  if (summary.skipped > 0) text += fmt::format("skipped  {}\n", plural(summary.skipped, "input", "inputs"));
  text += fmt::format("found    {}, {}\n", plural(summary.mentions, "mention", "mentions"),
                      plural(statements, "statement", "statements"));
  text += fmt::format("graph    {}, {}\n", plural(num_vertices(graph.graph), "entity", "entities"),
                      plural(num_edges(graph.graph), "edge", "edges"));
  return text;
}

std::string statements_by_relation(const RunSummary& summary, const Schema& schema) {
  std::vector<std::pair<std::string, std::size_t>> rows(summary.statements.begin(), summary.statements.end());
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::size_t label_columns = 0, id_columns = 0;
  for (const auto& [id, count] : rows) {
    label_columns = std::max(label_columns, display_width(relation_label(schema, id)));
    id_columns = std::max(id_columns, display_width(id));
  }
  std::string text = "\nstatements by relation\n";
  for (const auto& [id, count] : rows)
    text += fmt::format("  {}  {}  {:>6}\n", padded(std::string(relation_label(schema, id)), label_columns),
                        padded(id, id_columns), count);
  return text;
}

std::string unresolved_names(const RunSummary& summary) {
  std::vector<std::pair<std::string, UnresolvedName>> rows(summary.unresolved.begin(), summary.unresolved.end());
  std::stable_sort(rows.begin(), rows.end(),
                   [](const auto& a, const auto& b) { return a.second.places > b.second.places; });
  const std::size_t shown_rows = std::min(rows.size(), kUnresolvedShown);
  std::size_t columns = 0;
  for (std::size_t i = 0; i < shown_rows; ++i) columns = std::max(columns, display_width(rows[i].first));
  std::string text = "\nnames left unresolved\n";
  for (std::size_t i = 0; i < shown_rows; ++i) {
    const UnresolvedName& name = rows[i].second;
    text += fmt::format("  {}  {} in {}, could mean {}\n", padded(rows[i].first, columns),
                        plural(name.places, "place", "places"), plural(name.articles, "article", "articles"),
                        fmt::join(name.candidates, " or "));
  }
  if (rows.size() > shown_rows) text += fmt::format("  … {} more\n", rows.size() - shown_rows);
  return text;
}

std::vector<Edge> strongest_edges(const BoostGraph& graph, std::size_t wanted) {
  const auto [first, last] = edges(graph);
  std::vector<Edge> all(first, last);
  const auto rank = [&graph](const Edge& edge) {
    const Relationship& relationship = graph[edge];
    return std::make_tuple(~relationship.documents.size(), ~relationship.evidence.size(),
                           std::string_view(graph[source(edge, graph)].key), std::string_view(relationship.relation),
                           std::string_view(graph[target(edge, graph)].key), relationship.modality);
  };
  wanted = std::min(wanted, all.size());
  std::partial_sort(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(wanted), all.end(),
                    [&rank](const Edge& a, const Edge& b) { return rank(a) < rank(b); });
  all.resize(wanted);
  return all;
}

std::string describe(const Edge& edge, const KnowledgeGraph& graph) {
  constexpr std::size_t kNameColumns = 60;
  const Relationship& relationship = graph.graph[edge];
  const Evidence& evidence = relationship.evidence.front();
  const std::string modality =
      relationship.modality == Modality::asserted ? "" : fmt::format(" ({})", name(relationship.modality));
  return fmt::format("  {} —{}{} {}{}: {} in {}\n      {}\n      {}:{}\n",
                     shown(graph.graph[source(edge, graph.graph)].label, kNameColumns),
                     relation_label(graph.schema, relationship.relation), relationship.symmetric ? "—" : "→",
                     shown(graph.graph[target(edge, graph.graph)].label, kNameColumns), modality,
                     plural(relationship.evidence.size(), "sentence", "sentences"),
                     plural(relationship.documents.size(), "article", "articles"), shown(evidence.quote, kQuoteColumns),
                     evidence.document, evidence.line);
}

}  // namespace

std::string render_summary(const RunSummary& summary, const KnowledgeGraph& graph, std::size_t strongest) {
  std::string text = counts(summary, graph);
  if (!summary.statements.empty()) text += statements_by_relation(summary, graph.schema);
  if (!summary.unresolved.empty()) text += unresolved_names(summary);
  const std::vector<Edge> edges_to_show = strongest_edges(graph.graph, strongest);
  if (edges_to_show.empty()) return text;
  text += "\nstrongest edges\n";
  for (const Edge& edge : edges_to_show) text += describe(edge, graph);
  return text;
}

}  // namespace edgewise
