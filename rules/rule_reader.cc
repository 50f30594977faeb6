// SPDX-License-Identifier: Apache-2.0
// Follows imports and tables; each file is read, checked against the table of keys, and made into declarations.
#include "rules/rule_reader.h"

#include <algorithm>
#include <optional>
#include <set>
#include <system_error>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "rules/compiled_rules.h"
#include "rules/complaints.h"
#include "rules/diagnostic_order.h"
#include "rules/engine_version.h"
#include "rules/name_table.h"
#include "rules/reading_losses.h"
#include "rules/rule_compiler.h"
#include "rules/rule_sections.h"
#include "rules/rule_shapes.h"
#include "rules/source_file.h"
#include "rules/yaml_tree.h"
#include "rules/yaml_values.h"

namespace edgewise {
namespace {

using Path = std::filesystem::path;

constexpr std::size_t kDeepestImport = 256;

// One name for a file, however its path is written.
std::string identity_of(const Path& path) {
  std::error_code error;
  const Path canonical = std::filesystem::weakly_canonical(path, error);
  return error ? path.lexically_normal().string() : canonical.string();
}

// A folder means the pack in it.
Path file_of_pack(const Path& path) {
  std::error_code error;
  return std::filesystem::is_directory(path, error) ? path / "pack.yaml" : path;
}

class RuleReader {
 public:
  void read_file(const Path& path, const Located* named);
  void read_text(std::string path, std::string yaml);
  Result<RuleSource> finish(Diagnostics& warnings);

 private:
  // A file that is being read, and the import that led to it.
  struct Step {
    std::string identity, path;
    std::optional<Located> named;
  };

  void read_rules_of(std::uint32_t file, const std::optional<Path>& folder);
  void read_imports(const YamlNode& root, const std::optional<Path>& folder);
  void read_table(const Located& name, const Located& type, const std::optional<Path>& folder,
                  std::vector<EntityDecl>& entities);
  bool refuse_newer(const YamlNode& root);
  bool refuse_cycle(const std::string& identity, const Path& path, const Located& named);
  void refuse_files_of_text(const Located& name);

  RuleSource source_;
  Complaints complaints_{source_};
  ReadingLosses losses_;
  std::vector<Step> open_;
  std::set<std::string> read_;                                            // identities of rule files
  std::unordered_map<std::string, std::optional<std::uint32_t>> tables_;  // by identity; none if unreadable
};

bool RuleReader::refuse_cycle(const std::string& identity, const Path& path, const Located& named) {
  const auto first =
      std::find_if(open_.begin(), open_.end(), [&](const Step& step) { return step.identity == identity; });
  if (first != open_.end()) {
    std::string round = fmt::format("'{}'", first->path);
    std::vector<DiagnosticNote> notes;
    for (auto step = first + 1; step != open_.end(); ++step) {
      round += fmt::format(" → '{}'", step->path);
      notes.push_back(complaints_.note(*step->named, fmt::format("'{}' is imported here", step->path)));
    }
    complaints_.error("E108", named, fmt::format("import cycle: {} → '{}'", round, first->path),
                      "take one of the imports away", std::move(notes));
    return true;
  }
  if (open_.size() < kDeepestImport) return false;
  complaints_.error("E122", named,
                    fmt::format("'{}' would be import number {} in a row", path.string(), kDeepestImport + 1),
                    "import files side by side instead of one through the other");
  return true;
}

void RuleReader::read_file(const Path& path, const Located* named) {
  const Path file_path = file_of_pack(path).lexically_normal();
  const std::string identity = identity_of(file_path);
  if (named != nullptr && refuse_cycle(identity, file_path, *named)) return;
  if (!read_.insert(identity).second) return;
  auto bytes = load_bytes(file_path, named, complaints_);
  if (!bytes) return losses_.lose_file();
  const auto file = add_text(file_path.string(), *std::move(bytes), source_, complaints_);
  if (named != nullptr) source_.files.back().named = *named;
  if (!file) return losses_.lose_file();
  open_.push_back({identity, file_path.string(), named != nullptr ? std::optional(*named) : std::nullopt});
  read_rules_of(*file, file_path.parent_path());
  open_.pop_back();
}

void RuleReader::read_text(std::string path, std::string yaml) {
  if (const auto file = add_text(std::move(path), std::move(yaml), source_, complaints_))
    read_rules_of(*file, std::nullopt);
  else
    losses_.lose_file();
}

void RuleReader::read_rules_of(std::uint32_t file, const std::optional<Path>& folder) {
  const YamlNode root = read_yaml(file, complaints_);
  if (refuse_newer(root)) {
    // What a newer language may say is not for this program to judge.
    losses_.lose_file();
    source_.rules.emplace_back().file = file;
    return;
  }
  check_shapes(root, complaints_);
  losses_.note(root);
  read_imports(root, folder);
  source_.rules.push_back(read_sections(
      root, complaints_, [&](const Located& name, const Located& type, std::vector<EntityDecl>& entities) {
        read_table(name, type, folder, entities);
      }));
}

// A pack that says it needs a newer program than this one.
bool RuleReader::refuse_newer(const YamlNode& root) {
  const auto needed = text_of(root, "requires");
  const auto version = needed ? parse_engine_version(needed->text) : std::nullopt;
  if (!version || *version <= engine_version()) return false;
  complaints_.error("E134", *needed,
                    fmt::format("the pack requires Edgewise {} or newer, and this is {}", to_string(*version),
                                to_string(engine_version())),
                    "install a newer version, or take an older version of the pack");
  return true;
}

void RuleReader::read_imports(const YamlNode& root, const std::optional<Path>& folder) {
  std::unordered_map<std::string, Located> seen;
  for (const Located& import : imports_of(root)) {
    if (!folder) {
      losses_.lose_file();
      refuse_files_of_text(import);
      continue;
    }
    const Path path = *folder / import.text;
    const auto [first, fresh] = seen.try_emplace(identity_of(file_of_pack(path)), import);
    if (fresh) {
      read_file(path, &import);
    } else {
      complaints_.warn("W101", import, fmt::format("'{}' is imported twice", import.text), "take one of the two away",
                       {complaints_.note(first->second, "imported first here")});
    }
  }
}

void RuleReader::refuse_files_of_text(const Located& name) {
  complaints_.error("E121", name, fmt::format("'{}' cannot be found from a text that is not a file", name.text),
                    "save the rules as a file; paths are relative to it");
}

void RuleReader::read_table(const Located& name, const Located& type, const std::optional<Path>& folder,
                            std::vector<EntityDecl>& entities) {
  if (!folder) {
    losses_.lose_names();
    return refuse_files_of_text(name);
  }
  const Path path = (*folder / name.text).lexically_normal();
  const auto [table, fresh] = tables_.try_emplace(identity_of(path), std::nullopt);
  if (fresh)
    if (auto bytes = load_bytes(path, &name, complaints_)) {
      table->second = add_text(path.string(), *std::move(bytes), source_, complaints_);
      source_.files.back().named = name;
    }
  if (table->second)
    read_name_table(*table->second, type, complaints_, entities);
  else
    losses_.lose_names();
}

Result<RuleSource> RuleReader::finish(Diagnostics& warnings) {
  for (Diagnostic& warning : complaints_.take_warnings()) warnings.push_back(std::move(warning));
  Diagnostics errors = complaints_.take_errors();
  if (errors.empty()) {
    arrange(source_, warnings);
    return std::move(source_);
  }
  // What could be read is compiled all the same, so that its mistakes are shown in the same run.
  if (std::any_of(errors.begin(), errors.end(), [](const Diagnostic& d) { return d.code.starts_with("E3"); }))
    losses_.lose_names();
  RuleSet::Compiled rules;
  rules.source = std::move(source_);
  Diagnostics more_errors, more_warnings;
  compile_rules(rules, more_errors, more_warnings);
  arrange(rules.source, more_errors);
  shorten(more_errors);
  const auto keep = [&](Diagnostics& from, Diagnostics& to) {
    for (Diagnostic& diagnostic : from)
      if (losses_.leaves_standing(diagnostic)) to.push_back(std::move(diagnostic));
  };
  keep(more_errors, errors);
  keep(more_warnings, warnings);
  arrange(rules.source, errors);
  arrange(rules.source, warnings);
  return tl::make_unexpected(std::move(errors));
}

}  // namespace

Result<RuleSource> read_rules(std::span<const std::filesystem::path> packs, Diagnostics& warnings) {
  RuleReader reader;
  for (const Path& pack : packs) reader.read_file(pack, nullptr);
  return reader.finish(warnings);
}

Result<RuleSource> read_rules_text(std::string path, std::string yaml, Diagnostics& warnings) {
  RuleReader reader;
  reader.read_text(std::move(path), std::move(yaml));
  return reader.finish(warnings);
}

}  // namespace edgewise
