// SPDX-License-Identifier: Apache-2.0
// Relation map, alias tables, gold files.
#include "pipeline/gold_loading.h"

#include <iterator>
#include <utility>

#include "eval/relation_lines.h"
#include "eval/relation_map.h"
#include "pipeline/document_reader.h"
#include "pipeline/input_diagnostic.h"
#include "text/mend_utf8.h"

namespace edgewise {
namespace {

// The value, or nothing and its complaints among the others.
template <typename T>
std::optional<T> value_of(Result<T> result, Diagnostics& diagnostics) {
  if (result) return std::move(*result);
  std::move(result.error().begin(), result.error().end(), std::back_inserter(diagnostics));
  return std::nullopt;
}

std::optional<std::string> bytes_of(const std::string& path, Diagnostics& diagnostics) {
  return value_of(read_input({input_name(path), path, 0}), diagnostics);
}

RelationMap load_map(const std::string& path, Diagnostics& diagnostics) {
  if (path.empty()) return {};
  const std::optional<std::string> bytes = bytes_of(path, diagnostics);
  if (!bytes) return {};
  return value_of(RelationMap::read(mend_utf8(*bytes).text, input_name(path)), diagnostics).value_or(RelationMap());
}

}  // namespace

std::optional<LoadedGold> load_gold(const GoldFiles& files, Diagnostics& diagnostics) {
  LoadedGold loaded;
  loaded.gold = std::make_shared<GoldSet>();
  const RelationMap map = load_map(files.relation_map, diagnostics);
  loaded.mapped = map.relations();
  for (const std::string& path : files.aliases)
    if (const auto bytes = bytes_of(path, diagnostics)) loaded.names.add_table(mend_utf8(*bytes).text);
  for (const std::string& path : files.gold) {
    const auto bytes = bytes_of(path, diagnostics);
    if (!bytes) continue;
    const auto lines = value_of(read_relation_lines(*bytes, input_name(path)), diagnostics);
    if (lines) loaded.gold->add(*lines, map, input_name(path), diagnostics);
  }
  if (loaded.gold->documents().empty() && !files.gold.empty() && !has_errors(diagnostics))
    diagnostics.push_back(input_diagnostic("E708", input_name(files.gold.front()), "no gold in it",
                                           "every line is one relation, or one document with its relations"));
  if (has_errors(diagnostics)) return std::nullopt;
  return loaded;
}

}  // namespace edgewise
