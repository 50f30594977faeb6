// SPDX-License-Identifier: Apache-2.0
// Locate, read, compile.
#include "cli/pack_loading.h"

#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <utility>

#include "pipeline/pack_locator.h"
#include "rules/rule_reader.h"

namespace edgewise {

Result<RuleSet> load_packs(const std::vector<std::string>& packs, Diagnostics& warnings) {
  const char* extra = std::getenv("EDGEWISE_PACKS");
  const std::vector<std::filesystem::path> folders = pack_folders(extra ? extra : "");
  std::vector<std::filesystem::path> files;
  Diagnostics errors;
  for (const std::string& pack : packs) {
    Result<std::filesystem::path> file = locate_pack(pack, folders);
    if (file)
      files.push_back(std::move(*file));
    else
      std::move(file.error().begin(), file.error().end(), std::back_inserter(errors));
  }
  if (!errors.empty()) return tl::unexpected(std::move(errors));
  Result<RuleSource> source = read_rules(files, warnings);
  if (!source) return tl::unexpected(std::move(source.error()));
  Result<RuleSet> rules = RuleSet::compile(std::move(*source), warnings);
  if (!rules || !rules->patterns().empty()) return rules;
  return tl::unexpected(Diagnostics{{Severity::error,
                                     "E231",
                                     {files.empty() ? std::string() : files.front().string(), 0, 0, 0, {}},
                                     "there is no pattern of a relation, so nothing would be found",
                                     "name the pack that has the patterns as well, or write some",
                                     {}}});
}

std::optional<RuleSet> load_packs(const std::vector<std::string>& packs, Terminal& terminal) {
  Diagnostics warnings;
  Result<RuleSet> rules = load_packs(packs, warnings);
  terminal.report(warnings);
  if (rules) return std::move(*rules);
  terminal.report(rules.error());
  return std::nullopt;
}

}  // namespace edgewise
