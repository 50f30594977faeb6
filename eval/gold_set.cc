// SPDX-License-Identifier: Apache-2.0
// Gathering gold lines by document, each relation once.
#include "eval/gold_set.h"

#include <utility>

#include <fmt/format.h>

#include "eval/name_comparison.h"
#include "text/source_excerpt.h"

namespace edgewise {
namespace {

Diagnostic about(std::string_view code, const std::string& file, std::uint32_t line, std::string message) {
  Diagnostic diagnostic;
  diagnostic.severity = code.starts_with('E') ? Severity::error : Severity::warning;
  diagnostic.code = code;
  diagnostic.where.file = file;
  diagnostic.where.line = line;
  diagnostic.message = std::move(message);
  return diagnostic;
}

std::string in_words(const RelationLine& line) {
  return printable(fmt::format("{}: {} {} {}", line.document, line.from, line.relation, line.to));
}

// The number behind the last `#`, with the sign; empty if there is none.
std::string_view part_number(std::string_view id) {
  const std::size_t sign = id.rfind('#');
  if (sign == std::string_view::npos || sign + 1 == id.size()) return {};
  const std::string_view digits = id.substr(sign + 1);
  return digits.find_first_not_of("0123456789") == std::string_view::npos ? id.substr(sign) : std::string_view();
}

}  // namespace

void GoldSet::add(const RelationFile& lines, const RelationMap& map, const std::string& file,
                  Diagnostics& diagnostics) {
  for (const DocumentLine& document : lines.documents) {
    std::optional<std::string>& text = documents_[document.id].text;
    if (text && document.text && *text != *document.text)
      diagnostics.push_back(
          about("E704", file, 0, fmt::format("two texts for the document '{}'", printable(document.id))));
    if (!text) text = document.text;
  }
  for (const RelationLine& line : lines.relations) {
    GoldDocument& document = documents_[line.document];
    const std::optional<MappedRelation> mapped = map.apply(line.relation);
    if (!mapped) continue;
    GoldRelation relation;
    relation.relation = mapped->relation;
    relation.from = mapped->reversed ? line.to : line.from;
    relation.to = mapped->reversed ? line.from : line.to;
    relation.modality = parse_modality(line.modality).value_or(Modality::asserted);
    relation.optional = line.optional;
    relation.line = line.line;
    relation.evidence = line.evidence;
    if (line.symmetric) symmetric_.insert(relation.relation);
    const bool denied = relation.modality == Modality::negated;
    const auto [first, is_new] = first_places_.try_emplace({line.document, relation.relation, fold_name(relation.from),
                                                            fold_name(relation.to), denied ? "denied" : "said"},
                                                           Place{file, line.file_line});
    if (is_new) {
      document.relations.push_back(std::move(relation));
      continue;
    }
    Diagnostic repeated = about("W701", file, line.file_line, fmt::format("said before: {}", in_words(line)));
    repeated.help = "it counts once, as it is written first";
    DiagnosticNote note;
    note.where.file = first->second.file;
    note.where.line = first->second.line;
    note.message = "first said here";
    repeated.notes.push_back(std::move(note));
    diagnostics.push_back(std::move(repeated));
  }
}

void GoldSet::keep_only(const std::set<std::string>& relations) {
  for (auto& [id, document] : documents_)
    std::erase_if(document.relations, [&](const GoldRelation& gold) { return !relations.contains(gold.relation); });
}

std::string_view GoldSet::find(std::string_view article_id) const {
  const auto known = [this](const std::string& id) -> std::string_view {
    const auto found = documents_.find(id);
    return found == documents_.end() ? std::string_view() : std::string_view(found->first);
  };
  const std::string_view number = part_number(article_id);
  const std::string_view path = article_id.substr(0, article_id.size() - number.size());
  const std::string_view name = path.substr(path.rfind('/') + 1);
  const std::size_t dot = name.rfind('.');
  const std::string_view stem = dot == 0 || dot == std::string_view::npos ? name : name.substr(0, dot);
  if (const std::string_view exact = known(std::string(article_id)); !exact.empty()) return exact;
  for (const std::string_view without : {path, name, stem}) {
    const std::string numbered = fmt::format("{}{}", without, number.empty() ? "#1" : number);
    if (const std::string_view found = known(numbered); !found.empty()) return found;
    // The file as a whole, unless its articles are known one by one.
    if (const std::string_view found = known(std::string(without)); !found.empty()) return found;
  }
  return {};
}

}  // namespace edgewise
