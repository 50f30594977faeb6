// SPDX-License-Identifier: Apache-2.0
// Follows imports and turns each file into declarations; the shapes themselves are in rule_shapes.cc.
#include "rules/rule_reader.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>

#include "rules/name_table.h"
#include "rules/rule_shapes.h"
#include "rules/yaml_tree.h"
#include "text/normalise.h"

namespace edgewise {
namespace {

constexpr std::uintmax_t kLargestFile = 64u << 20;
constexpr std::size_t kLongestScalarLine = 1u << 20;
constexpr std::size_t kDeepestImport = 256;

struct Origin {
  const Located* scalar = nullptr;  // where the file is named; null for a pack given by the user
};

class RuleReader {
 public:
  RuleReader() = default;

  void read_pack(const std::filesystem::path& pack) {
    std::error_code error;
    read_file(std::filesystem::is_directory(pack, error) ? pack / "pack.yaml" : pack, {});
  }

  void read_text(const std::string& path, const std::string& yaml) {
    if (const auto file = add_file(path, yaml, {})) read_rules_of(*file, yaml, std::nullopt);
  }

  Result<RuleSource> finish() {
    if (!has_errors(diagnostics_)) return std::move(source_);
    return tl::make_unexpected(std::move(diagnostics_));
  }

 private:
  void complain(std::string code, const std::string& path, Origin origin, std::string message, std::string help,
                std::vector<DiagnosticNote> notes = {}) {
    const Place place = origin.scalar != nullptr ? source_.place(*origin.scalar) : Place{path, 0, 0, 0, {}};
    diagnostics_.push_back({Severity::error, std::move(code), place, std::move(message), std::move(help), std::move(notes)});
  }

  std::optional<std::string> load(const std::filesystem::path& path, Origin origin) {
    std::error_code error;
    if (!std::filesystem::exists(path, error)) {
      complain("E101", path.string(), origin, fmt::format("there is no file '{}'", path.string()),
               origin.scalar != nullptr ? "paths are relative to the file that names them" : "check the path");
      return std::nullopt;
    }
    if (!std::filesystem::is_regular_file(path, error)) {
      complain("E101", path.string(), origin, fmt::format("'{}' is not a file", path.string()), "name a file");
      return std::nullopt;
    }
    if (std::filesystem::file_size(path, error) > kLargestFile) {
      complain("E111", path.string(), origin, fmt::format("'{}' has more than 64 MB", path.string()), "split it");
      return std::nullopt;
    }
    std::ifstream in(path, std::ios::binary);
    std::ostringstream bytes;
    if (!in || !(bytes << in.rdbuf() || in.peek() == std::ifstream::traits_type::eof())) {
      complain("E101", path.string(), origin, fmt::format("'{}' cannot be read", path.string()), "check its permissions");
      return std::nullopt;
    }
    return bytes.str();
  }

  // Registers the file's lines for quoting; nothing if its bytes are not text.
  std::optional<std::uint32_t> add_file(const std::string& path, const std::string& bytes, Origin origin) {
    const Mended mended = mend_utf8(bytes);
    if (!mended.bad_offsets.empty()) {
      complain("E112", path, origin,
               fmt::format("'{}' is not UTF-8 at byte {}", path, mended.bad_offsets.front()), "save it as UTF-8");
      return std::nullopt;
    }
    RuleSource::File file;
    file.path = path;
    file.digest = fmt::format("{:016x}", XXH3_64bits(bytes.data(), bytes.size()));
    std::string_view rest = bytes;
    if (rest.starts_with("\xEF\xBB\xBF")) rest.remove_prefix(3);
    while (!rest.empty()) {
      const std::size_t feed = std::min(rest.find('\n'), rest.size());
      std::string_view line = rest.substr(0, feed);
      if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
      if (line.size() > kLongestScalarLine) {
        complain("E111", path, origin, fmt::format("line {} of '{}' has more than 1 MB", file.lines.size() + 1, path),
                 "no rule is that long");
        return std::nullopt;
      }
      file.lines.emplace_back(line);
      rest.remove_prefix(std::min(feed + 1, rest.size()));
    }
    source_.files.push_back(std::move(file));
    return static_cast<std::uint32_t>(source_.files.size() - 1);
  }

  void read_file(const std::filesystem::path& path, Origin origin) {
    const std::string identity = std::filesystem::weakly_canonical(path).string();
    const auto active = std::find(open_.begin(), open_.end(), identity);
    if (active != open_.end() || open_.size() >= kDeepestImport) {
      std::vector<DiagnosticNote> notes;
      for (auto step = active; step != open_.end(); ++step)
        notes.push_back({{*step, 0, 0, 0, {}}, "is being read"});
      complain("E108", path.string(), origin, fmt::format("'{}' imports itself", path.string()),
               "take one import of the cycle away", std::move(notes));
      return;
    }
    if (std::find(done_.begin(), done_.end(), identity) != done_.end()) return;
    done_.push_back(identity);
    const auto bytes = load(path, origin);
    if (!bytes) return;
    const auto file = add_file(path.lexically_normal().string(), *bytes, origin);
    if (!file) return;
    open_.push_back(identity);
    read_rules_of(*file, *bytes, path.parent_path());
    open_.pop_back();
  }

  void read_rules_of(std::uint32_t file, const std::string& bytes, const std::optional<std::filesystem::path>& folder) {
    const auto root = read_yaml(bytes, file, source_, diagnostics_);
    if (!root) return;
    RuleShapes shapes(file, source_, diagnostics_);
    RuleFile rules = shapes.read(*root);
    const std::vector<Located> imports = rules.imports;
    for (const Located& import : imports) {
      if (!folder) {
        complain("E101", import.text, {&import}, "a text of its own cannot import files", "save it as a file");
        continue;
      }
      read_file(*folder / import.text, {&import});
    }
    std::vector<EntityDecl> entities;
    for (const RuleShapes::EntityItem& item : shapes.entities()) {
      if (item.table) read_table(*item.table, item.decl.type, folder, entities);
      else entities.push_back(item.decl);
    }
    rules.entities = std::move(entities);
    source_.rules.push_back(std::move(rules));
  }

  void read_table(const Located& name, const Located& type, const std::optional<std::filesystem::path>& folder,
                  std::vector<EntityDecl>& entities) {
    if (!folder) {
      complain("E101", name.text, {&name}, "a text of its own cannot name tables", "list the names inline");
      return;
    }
    const std::filesystem::path path = *folder / name.text;
    const auto bytes = load(path, {&name});
    if (!bytes) return;
    if (const auto file = add_file(path.lexically_normal().string(), *bytes, {&name}))
      read_name_table(*file, type, source_, entities, diagnostics_);
  }

  RuleSource source_;
  Diagnostics diagnostics_;
  std::vector<std::string> open_, done_;  // canonical paths: being read, read
};

}  // namespace

Result<RuleSource> read_rules(std::span<const std::filesystem::path> packs, Diagnostics&) {
  RuleReader reader;
  for (const std::filesystem::path& pack : packs) reader.read_pack(pack);
  return reader.finish();
}

Result<RuleSource> read_rules_text(std::string path, std::string yaml, Diagnostics&) {
  RuleReader reader;
  reader.read_text(path, yaml);
  return reader.finish();
}

}  // namespace edgewise
