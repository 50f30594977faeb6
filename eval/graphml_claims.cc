// SPDX-License-Identifier: Apache-2.0
// GraphML by pugixml.
#include "eval/graphml_claims.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <map>
#include <utility>

#include <fmt/format.h>
#include <pugixml.hpp>

#include "text/mend_utf8.h"
#include "text/source_excerpt.h"

namespace edgewise {
namespace {

using Values = std::map<std::string, std::string, std::less<>>;

// Finding the line of each costs a walk through the file.
constexpr std::size_t kMostComplaints = 100;
constexpr std::string_view kQuoteBegins = " “", kQuoteEnds = "” [";

std::string_view local_name(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  return name.substr(name.rfind(':') + 1);
}

Diagnostic broken(std::string_view code, const std::string& file, std::uint32_t line, std::string message) {
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.where.file = file;
  diagnostic.where.line = line;
  diagnostic.message = std::move(message);
  return diagnostic;
}

class GraphmlReader {
 public:
  GraphmlReader(std::string_view bytes, const std::string& file, const std::string& document)
      : bytes_(bytes), file_(file), document_(document) {}

  Result<std::vector<Claim>> read() {
    pugi::xml_document xml;
    const pugi::xml_parse_result parsed =
        xml.load_buffer(bytes_.data(), bytes_.size(), pugi::parse_default, pugi::encoding_utf8);
    if (!parsed) {
      const std::uint32_t line = line_of(parsed.offset);
      return tl::unexpected(Diagnostics{broken("E706", file_, line, fmt::format("no XML: {}", parsed.description()))});
    }
    const pugi::xml_node root = xml.document_element();
    if (local_name(root) != "graphml")
      return tl::unexpected(Diagnostics{broken(
          "E706", file_, 0, fmt::format("<{}> where <graphml> should be", printable(mend_utf8(root.name()).text)))});
    for (const pugi::xml_node part : root.children())
      if (local_name(part) == "key") keys_[part.attribute("id").value()] = part.attribute("attr.name").value();
    for (const pugi::xml_node part : root.children())
      if (local_name(part) == "graph") read_graph(part);
    if (errors_.size() >= kMostComplaints)
      errors_.push_back(broken("E709", file_, 0, "too many edges are broken; the rest is not looked at"));
    if (!errors_.empty()) return tl::unexpected(std::move(errors_));
    return std::move(claims_);
  }

 private:
  std::uint32_t line_of(std::ptrdiff_t offset) const {
    const auto end = bytes_.begin() + std::clamp<std::ptrdiff_t>(offset, 0, std::ssize(bytes_));
    return static_cast<std::uint32_t>(1 + std::count(bytes_.begin(), end, '\n'));
  }

  // The texts of an element's <data>, by name.
  Values values_of(const pugi::xml_node& element) const {
    Values values;
    for (const pugi::xml_node data : element.children()) {
      if (local_name(data) != "data") continue;
      const std::string id = data.attribute("key").value();
      const auto key = keys_.find(id);
      values[key == keys_.end() ? id : key->second] = mend_utf8(data.text().get()).text;
    }
    return values;
  }

  void read_graph(const pugi::xml_node& graph) {
    for (const pugi::xml_node node : graph.children()) {
      if (local_name(node) != "node") continue;
      const std::string id = node.attribute("id").value();
      const Values values = values_of(node);
      const auto label = values.find("label");
      labels_[id] = label == values.end() ? mend_utf8(id).text : label->second;
    }
    for (const pugi::xml_node edge : graph.children())
      if (local_name(edge) == "edge" && errors_.size() < kMostComplaints) read_edge(edge);
  }

  const std::string* end_of(const pugi::xml_node& edge, const char* which) {
    const std::string id = edge.attribute(which).value();
    const auto label = labels_.find(id);
    if (label != labels_.end()) return &label->second;
    errors_.push_back(broken("E707", file_, line_of(edge.offset_debug()),
                             fmt::format("{} '{}' is no node", which, printable(mend_utf8(id).text))));
    return nullptr;
  }

  void read_edge(const pugi::xml_node& edge) {
    Values values = values_of(edge);
    if (values["relation"].empty()) return;
    const std::string* from = end_of(edge, "source");
    const std::string* to = end_of(edge, "target");
    if (!from || !to) return;
    std::vector<std::string> documents = document_.empty() ? documents_in(values["docs"]) : std::vector{document_};
    if (documents.empty()) documents.emplace_back();
    for (const std::string& document : documents)
      claims_.push_back({document, *from, values["relation"], *to, values["modality"], values["symmetric"] == "yes",
                         sources_in(values["evidence"], document)});
  }

  static std::vector<std::string> documents_in(std::string_view joined) {
    std::vector<std::string> documents;
    while (!joined.empty()) {
      const std::string_view one = joined.substr(0, joined.find(';'));
      if (!one.empty()) documents.emplace_back(one);
      joined.remove_prefix(std::min(one.size() + 1, joined.size()));
    }
    return documents;
  }

  // Evidence is one line each, `a.txt:12 “sentence” [rule]`. Lines of other documents, and other lines, are passed
  // over.
  std::vector<ClaimSource> sources_in(std::string_view evidence, std::string_view document) const {
    std::vector<ClaimSource> sources;
    while (!evidence.empty()) {
      const std::string_view line = evidence.substr(0, evidence.find('\n'));
      evidence.remove_prefix(std::min(line.size() + 1, evidence.size()));
      const std::size_t begin = line.find(kQuoteBegins), end = line.rfind(kQuoteEnds);
      if (begin == std::string_view::npos || end == std::string_view::npos || end <= begin || !line.ends_with(']'))
        continue;
      const std::size_t quote = begin + kQuoteBegins.size(), rule = end + kQuoteEnds.size();
      const std::string_view place = line.substr(0, begin);
      const std::size_t colon = place.rfind(':');
      if (document_.empty() && place.substr(0, colon) != document && place != document) continue;
      ClaimSource source;
      source.sentence = line.substr(quote, end - quote);
      source.rule = line.substr(rule, line.size() - 1 - rule);
      if (colon != std::string_view::npos)
        std::from_chars(place.data() + colon + 1, place.data() + place.size(), source.line);
      sources.push_back(std::move(source));
    }
    return sources;
  }

  std::string_view bytes_;
  const std::string& file_;
  const std::string& document_;
  std::map<std::string, std::string> keys_, labels_;
  std::vector<Claim> claims_;
  Diagnostics errors_;
};

}  // namespace

Result<std::vector<Claim>> read_graphml_claims(std::string_view bytes, const std::string& file,
                                               const std::string& document) {
  return GraphmlReader(bytes, file, document).read();
}

}  // namespace edgewise
