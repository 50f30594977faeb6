// SPDX-License-Identifier: Apache-2.0
// JSON by simdjson, line by line, so that one broken line does not hide the next.
#include "eval/relation_lines.h"

#include <algorithm>
#include <array>
#include <limits>
#include <span>
#include <utility>

#include <fmt/format.h>
#include <simdjson.h>

#include "text/mend_utf8.h"
#include "text/modality.h"
#include "text/source_excerpt.h"

namespace edgewise {
namespace {

namespace dom = simdjson::dom;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kBlanks = " \t\r";
// A file that is something else altogether is not complained of line by line.
constexpr std::size_t kMostComplaints = 100;

// The spellings of one key; the first is the one that messages name.
using Spellings = std::span<const std::string_view>;
constexpr std::array<std::string_view, 2> kDocument = {"doc", "id"};
constexpr std::array<std::string_view, 2> kFrom = {"from", "head"};
constexpr std::array<std::string_view, 2> kRelation = {"relation", "rel"};
constexpr std::array<std::string_view, 2> kTo = {"to", "tail"};
constexpr std::array<std::string_view, 2> kSymmetric = {"symmetric", "sym"};

class LineReader {
 public:
  LineReader(const std::string& file, RelationFile& relations, Diagnostics& errors)
      : file_(file), relations_(relations), errors_(errors) {}

  void read(std::string_view line, std::uint32_t number) {
    line_ = number;
    dom::element element;
    const simdjson::error_code error = parser_.parse(line.data(), line.size()).get(element);
    dom::object object;
    if (error != simdjson::SUCCESS) {
      complain("E701", fmt::format("no JSON: {}", printable(simdjson::error_message(error))),
               "every line is one JSON object in UTF-8");
    } else if (element.get_object().get(object) != simdjson::SUCCESS) {
      complain("E702", "not an object", R"(write {"doc": …, "from": …, "relation": …, "to": …})");
    } else {
      read_object(object);
    }
  }

 private:
  void complain(std::string_view code, std::string message, std::string help) {
    Diagnostic diagnostic;
    diagnostic.code = code;
    diagnostic.where.file = file_;
    diagnostic.where.line = line_;
    diagnostic.message = std::move(message);
    diagnostic.help = std::move(help);
    errors_.push_back(std::move(diagnostic));
    whole_ = false;
  }

  void read_object(const dom::object& object) {
    whole_ = true;
    const std::string document = required_text(object, kDocument);
    dom::element triples;
    const bool lists = object["triples"].get(triples) == simdjson::SUCCESS;
    std::optional<std::string> text = optional_text(object, "text");
    const bool has_text = text.has_value();
    if (whole_ && (lists || has_text)) relations_.documents.push_back({document, std::move(text)});
    if (!lists) {
      // A text alone is a document in which nothing is to be found.
      if (!has_text || has_any(object, kRelation)) add_relation(object, document);
      return;
    }
    dom::array list;
    if (triples.get_array().get(list) != simdjson::SUCCESS) {
      complain("E702", "'triples' is not a list", R"(write [{"head": …, "rel": …, "tail": …}])");
      return;
    }
    for (const dom::element entry : list) {
      dom::object triple;
      if (entry.get_object().get(triple) == simdjson::SUCCESS)
        add_relation(triple, document);
      else
        complain("E702", "a triple that is not an object", R"(write {"head": …, "rel": …, "tail": …})");
    }
  }

  void add_relation(const dom::object& object, const std::string& document) {
    whole_ = true;
    RelationLine relation;
    relation.document = document;
    relation.from = required_text(object, kFrom);
    relation.relation = required_text(object, kRelation);
    relation.to = required_text(object, kTo);
    relation.modality = optional_text(object, "modality").value_or("");
    relation.evidence = optional_text(object, "evidence").value_or("");
    relation.rule = optional_text(object, "rule").value_or("");
    relation.optional = truth(object, "optional");
    for (const std::string_view key : kSymmetric) relation.symmetric = relation.symmetric || truth(object, key);
    relation.line = line_number(object);
    relation.file_line = line_;
    if (!relation.modality.empty() && !parse_modality(relation.modality)) complain_of_modality(relation.modality);
    if (whole_) relations_.relations.push_back(std::move(relation));
  }

  void complain_of_modality(const std::string& word) {
    const std::vector<std::string> known(kModalityNames.begin(), kModalityNames.end());
    const std::string_view nearest = nearest_name(word, known);
    complain("E703", fmt::format("unknown modality '{}'", printable(word)),
             nearest.empty() ? "one of asserted, planned, possible, reported, past, negated"
                             : fmt::format("did you mean '{}'?", nearest));
  }

  static bool has_any(const dom::object& object, Spellings keys) {
    return std::any_of(keys.begin(), keys.end(),
                       [&](std::string_view key) { return object[key].error() == simdjson::SUCCESS; });
  }

  std::string required_text(const dom::object& object, Spellings keys) {
    for (const std::string_view key : keys) {
      if (std::optional<std::string> text = optional_text(object, key)) {
        if (text->find_first_not_of(kBlanks) != std::string::npos) return *text;
        complain("E702", fmt::format("'{}' is empty", key), "");
        return {};
      }
      if (!whole_) return {};
    }
    complain("E702", fmt::format("'{}' is missing", keys.front()),
             fmt::format("'{}' and '{}' mean the same", keys[0], keys[1]));
    return {};
  }

  // Nothing if the key is not there or null.
  std::optional<std::string> optional_text(const dom::object& object, std::string_view key) {
    dom::element value;
    if (object[key].get(value) != simdjson::SUCCESS || value.is_null()) return std::nullopt;
    std::string_view text;
    // Escapes can spell halves of surrogate pairs.
    if (value.get_string().get(text) == simdjson::SUCCESS) return mend_utf8(text).text;
    complain("E702", fmt::format("'{}' is not a text", key), "put it between double quotes");
    return std::nullopt;
  }

  bool truth(const dom::object& object, std::string_view key) {
    dom::element value;
    if (object[key].get(value) != simdjson::SUCCESS || value.is_null()) return false;
    bool is_true = false;
    if (value.get_bool().get(is_true) != simdjson::SUCCESS)
      complain("E702", fmt::format("'{}' is not true or false", key), "");
    return is_true;
  }

  std::uint32_t line_number(const dom::object& object) {
    dom::element value;
    if (object["line"].get(value) != simdjson::SUCCESS || value.is_null()) return 0;
    std::uint64_t number = 0;
    if (value.get_uint64().get(number) != simdjson::SUCCESS || number > std::numeric_limits<std::uint32_t>::max())
      complain("E702", "'line' is not a line number", "lines count from 1");
    return static_cast<std::uint32_t>(number);
  }

  const std::string& file_;
  RelationFile& relations_;
  Diagnostics& errors_;
  dom::parser parser_;
  std::uint32_t line_ = 0;
  bool whole_ = true;  // nothing was wrong so far with the relation at hand
};

}  // namespace

Result<RelationFile> read_relation_lines(std::string_view bytes, const std::string& file) {
  RelationFile relations;
  Diagnostics errors;
  LineReader reader(file, relations, errors);
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  for (std::uint32_t number = 1; !bytes.empty(); ++number) {
    const std::string_view line = bytes.substr(0, bytes.find('\n'));
    if (errors.size() >= kMostComplaints) {
      errors.push_back({Severity::error,
                        "E709",
                        {file, number, 0, 0, {}},
                        "too many lines are broken; the rest is not looked at",
                        "",
                        {}});
      break;
    }
    if (line.find_first_not_of(kBlanks) != std::string_view::npos) reader.read(line, number);
    bytes.remove_prefix(std::min(line.size() + 1, bytes.size()));
  }
  if (!errors.empty()) return tl::unexpected(std::move(errors));
  return relations;
}

}  // namespace edgewise
