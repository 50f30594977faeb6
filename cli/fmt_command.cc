// SPDX-License-Identifier: Apache-2.0
// `edgewise fmt`: rule files in their normal form.
#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/interrupt.h"
#include "cli/workshop_commands.h"
#include "pipeline/document_reader.h"
#include "pipeline/input_diagnostic.h"
#include "pipeline/output_file.h"
#include "rules/rule_format.h"

namespace edgewise {
namespace {

namespace fs = std::filesystem;

struct FmtFlags {
  std::vector<std::string> files;
  bool check = false;
};

bool is_rule_file(const fs::path& path) { return path.extension() == ".yaml" || path.extension() == ".yml"; }

// The rule files that `words` mean, each once, by name; names that start with a dot are passed over in folders.
std::vector<std::string> rule_files(const std::vector<std::string>& words) {
  std::vector<std::string> files;
  for (const std::string& word : words) {
    std::error_code error;
    if (!fs::is_directory(word, error)) {
      files.push_back(word);
      continue;
    }
    fs::recursive_directory_iterator entry(word, fs::directory_options::skip_permission_denied, error);
    for (; !error && entry != fs::end(entry); entry.increment(error)) {
      if (entry->path().filename().string().starts_with('.'))
        entry.disable_recursion_pending();
      else if (is_rule_file(entry->path()) && entry->is_regular_file(error))
        files.push_back(entry->path().string());
    }
  }
  std::sort(files.begin(), files.end());
  files.erase(std::unique(files.begin(), files.end()), files.end());
  return files;
}

std::optional<Diagnostic> write(const std::string& path, std::string_view bytes) {
  Result<OutputFile> file = OutputFile::create(path, set_temporary_file);
  if (!file) return file.error().front();
  file->write(bytes);
  return file->commit();
}

ExitCode format_standard_input(Terminal& terminal) {
  const Result<std::string> bytes = read_input({"standard input", {}, 0});
  const Result<std::string> formatted =
      bytes ? format_rules("standard input", *bytes) : Result<std::string>(tl::make_unexpected(bytes.error()));
  if (!formatted) {
    terminal.report(formatted.error());
    return ExitCode::findings;
  }
  terminal.print(*formatted);
  return ExitCode::good;
}

ExitCode format(const FmtFlags& flags, Terminal& terminal) {
  if (flags.files == std::vector<std::string>{"-"} && !flags.check) return format_standard_input(terminal);
  const std::vector<std::string> files = rule_files(flags.files);
  std::size_t changed = 0;
  bool failed = false;
  for (const std::string& path : files) {
    const Result<std::string> bytes = read_input({path, path, 0});
    Result<std::string> formatted =
        bytes ? format_rules(path, *bytes) : Result<std::string>(tl::make_unexpected(bytes.error()));
    if (formatted && *formatted == *bytes) continue;
    if (formatted && !flags.check)
      if (std::optional<Diagnostic> problem = write(path, *formatted))
        formatted = tl::make_unexpected(Diagnostics{*problem});
    if (!formatted) {
      terminal.report(formatted.error());
      failed = true;
      continue;
    }
    ++changed;
    terminal.print(fmt::format("{} {}\n", flags.check ? "not in normal form:" : "formatted", input_name(path)));
  }
  terminal.print(fmt::format("{} of {} {} {}\n", changed, files.size(), files.size() == 1 ? "file" : "files",
                             flags.check ? "would change" : "changed"));
  return failed || (flags.check && changed > 0) ? ExitCode::findings : ExitCode::good;
}

}  // namespace

Action declare_fmt(CLI::App& app) {
  const auto flags = std::make_shared<FmtFlags>();
  app.add_option("FILE", flags->files,
                 "rule files, folders of .yaml and .yml files, or - from standard input to output")
      ->option_text("... (required)")
      ->required();
  app.add_flag("--check", flags->check, "change nothing; name the files that are not in normal form");
  return [flags](Terminal& terminal) { return format(*flags, terminal); };
}

}  // namespace edgewise
