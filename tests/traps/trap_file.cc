// SPDX-License-Identifier: Apache-2.0
// Reading traps from YAML.
#include "tests/traps/trap_file.h"

#include <algorithm>
#include <regex>
#include <stdexcept>

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

namespace edgewise::testing {
namespace {

// What relations are called: `company-acquires`, `actor-issues`.
const std::regex kRelation(" ((?:actor|company|government|organization|person)-[a-z-]+) ");

std::set<Modality> read_modalities(std::string_view words) {
  std::set<Modality> modalities;
  for (std::size_t begin = 0; begin <= words.size();) {
    const std::size_t end = std::min(words.find('|', begin), words.size());
    const auto modality = parse_modality(words.substr(begin, end - begin));
    if (!modality) throw std::runtime_error(fmt::format("no modality '{}'", words.substr(begin, end - begin)));
    modalities.insert(*modality);
    begin = end + 1;
  }
  return modalities;
}

WantedEdge read_edge(const std::string& written) {
  WantedEdge edge{{}, {}, {}, {Modality::asserted}, written};
  std::string_view rest = written;
  if (rest.ends_with(')')) {
    const std::size_t open = rest.rfind(" (");
    if (open == std::string_view::npos) throw std::runtime_error("no ' (' before the modality");
    edge.modalities = read_modalities(rest.substr(open + 2, rest.size() - open - 3));
    rest = rest.substr(0, open);
  }
  const std::string words(rest);
  std::smatch found;
  if (!std::regex_search(words, found, kRelation))
    throw std::runtime_error(fmt::format("no relation in '{}'", written));
  edge.from = found.prefix();
  edge.relation = found[1];
  edge.to = found.suffix();
  return edge;
}

std::vector<WantedEdge> read_edges(const YAML::Node& list) {
  std::vector<WantedEdge> edges;
  for (const YAML::Node& item : list) edges.push_back(read_edge(item.as<std::string>()));
  return edges;
}

Trap read_trap(const YAML::Node& node) {
  Trap trap;
  trap.line = node.Mark().line + 1;
  for (const auto& entry : node) {
    const auto key = entry.first.as<std::string>();
    if (key == "kind") {
      trap.kind = entry.second.as<std::string>();
    } else if (key == "text") {
      trap.text = entry.second.as<std::string>();
    } else if (key == "must") {
      trap.must = read_edges(entry.second);
    } else if (key == "may") {
      trap.may = read_edges(entry.second);
    } else if (key == "must_not") {
      trap.must_not = read_edges(entry.second);
    } else {
      throw std::runtime_error(fmt::format("unknown key '{}'", key));
    }
  }
  return trap;
}

}  // namespace

std::vector<Trap> read_traps(const std::filesystem::path& file) {
  std::vector<Trap> traps;
  for (const YAML::Node& node : YAML::LoadFile(file.string())) {
    try {
      traps.push_back(read_trap(node));
    } catch (const std::exception& error) {
      throw std::runtime_error(fmt::format("{}:{}: {}", file.string(), node.Mark().line + 1, error.what()));
    }
  }
  return traps;
}

}  // namespace edgewise::testing
