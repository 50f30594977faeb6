// SPDX-License-Identifier: Apache-2.0
// `edgewise run`: articles in, graph out.
#include <algorithm>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/command.h"
#include "cli/interrupt.h"
#include "cli/output_plan.h"
#include "cli/pack_loading.h"
#include "cli/progress_bar.h"
#include "cli/reading_options.h"
#include "pipeline/document_reader.h"
#include "pipeline/ledger_loading.h"
#include "pipeline/output_file.h"
#include "pipeline/pipeline.h"
#include "pipeline/run_summary.h"
#include "text/source_excerpt.h"

namespace edgewise {
namespace {

struct RunFlags {
  std::vector<std::string> packs, inputs, outputs, ledgers;
  std::string format;
  RunOptions options;
  bool quiet = false, strict_graphml = false;
};

// The languages that labels of types and relations are written in, sorted.
std::vector<std::string> label_languages(const RuleSet& rules) {
  std::set<std::string> languages;
  for (const TypeInfo& type : rules.types())
    for (const Label& label : type.labels) languages.insert(label.language);
  for (const RelationInfo& relation : rules.relations())
    for (const Label& label : relation.labels) languages.insert(label.language);
  return {languages.begin(), languages.end()};
}

ExitCode wrong_usage(Terminal& terminal, std::string_view message) {
  terminal.print_error(fmt::format("edgewise: {}\n  try 'edgewise run --help'\n", message));
  return ExitCode::usage;
}

std::optional<IdentityLedger> read_ledgers(const std::vector<std::string>& paths, Terminal& terminal) {
  Diagnostics warnings;
  Result<IdentityLedger> ledger = load_ledgers(paths, warnings);
  terminal.report(warnings);
  if (ledger) return std::move(*ledger);
  terminal.report(ledger.error());
  return std::nullopt;
}

// What would make the long work vain.
Diagnostics check_outputs(const std::vector<PlannedOutput>& outputs) {
  Diagnostics found;
  for (const PlannedOutput& output : outputs)
    if (std::optional<Diagnostic> problem = check_output(output.path)) found.push_back(std::move(*problem));
  return found;
}

bool write_output(const PlannedOutput& output, const KnowledgeGraph& graph, const ExportOptions& options,
                  Diagnostics& diagnostics) {
  Result<OutputFile> file = OutputFile::create(output.path, set_temporary_file);
  if (!file) {
    diagnostics.insert(diagnostics.end(), file.error().begin(), file.error().end());
    return false;
  }
  const auto sink = [&file](std::string_view bytes) { return file->write(bytes); };
  const bool made = output.format->write(graph, options, sink, diagnostics);
  // A writer that gave up for a reason of its own has said so, and its half a file is dropped.
  if (!made && !file->failed()) return false;
  if (std::optional<Diagnostic> problem = file->commit()) {
    diagnostics.push_back(std::move(*problem));
    return false;
  }
  return true;
}

// One output that fails does not keep the others from being written.
bool write_outputs(const std::vector<PlannedOutput>& outputs, const RunFlags& flags, const KnowledgeGraph& graph,
                   Terminal& terminal) {
  ExportOptions options;
  options.generator = fmt::format("edgewise {}", EDGEWISE_VERSION);
  options.strict_graphml = flags.strict_graphml;
  bool all_written = true;
  Diagnostics diagnostics;
  {
    ProgressBar bar(terminal, !flags.quiet);
    for (const PlannedOutput& output : outputs) {
      bar.say(fmt::format("writing {}", output.format->name));
      all_written = write_output(output, graph, options, diagnostics) && all_written;
    }
  }
  terminal.report(diagnostics);
  return all_written;
}

RunResult read_and_extract(const RuleSet& rules, const RunFlags& flags, const RunOptions& options, Terminal& terminal) {
  const InputList inputs = find_inputs(flags.inputs);
  ProgressBar bar(terminal, !flags.quiet);
  return run_pipeline(rules, inputs, options, [&bar](const RunProgress& progress) {
    bar.update(progress);
    return true;
  });
}

void print_summary(const RunResult& result, const std::vector<PlannedOutput>& outputs, Terminal& terminal) {
  const std::string summary = render_summary(result.summary, *result.graph);
  const bool output_is_taken = std::any_of(outputs.begin(), outputs.end(),
                                           [](const PlannedOutput& output) { return is_standard_output(output.path); });
  if (output_is_taken)
    terminal.print_error(summary);
  else
    terminal.print(summary);
}

ExitCode run(const RunFlags& flags, Terminal& terminal) {
  const auto outputs = plan_outputs(flags.outputs, flags.format);
  if (!outputs) return wrong_usage(terminal, outputs.error());
  if (const Diagnostics problems = check_outputs(*outputs); !problems.empty()) {
    terminal.report(problems);
    return ExitCode::findings;
  }
  const std::optional<RuleSet> rules = load_packs(flags.packs, terminal);
  std::optional<IdentityLedger> ledger = read_ledgers(flags.ledgers, terminal);
  if (!rules || !ledger) return ExitCode::findings;
  const std::vector<std::string> languages = label_languages(*rules);
  const std::string& wanted = flags.options.label_language;
  if (!wanted.empty() && std::find(languages.begin(), languages.end(), wanted) == languages.end())
    return wrong_usage(terminal, fmt::format("no label of these packs is in the language '{}'; languages: {}",
                                             printable(wanted), fmt::join(languages, ", ")));

  RunOptions options = flags.options;
  options.ledger = std::move(*ledger);
  const RunResult result = read_and_extract(*rules, flags, options, terminal);
  terminal.report(result.diagnostics);
  if (result.summary.articles == 0) {
    terminal.print_error("edgewise: there was no article to read; nothing is written\n");
    return ExitCode::findings;
  }
  const bool all_written = write_outputs(*outputs, flags, *result.graph, terminal);
  if (!flags.quiet) print_summary(result, *outputs, terminal);
  const bool clean = all_written && result.summary.skipped == 0 && !has_errors(result.diagnostics);
  return clean ? ExitCode::good : ExitCode::findings;
}

}  // namespace

Action declare_run(CLI::App& app) {
  const auto flags = std::make_shared<RunFlags>();
  app.add_option("INPUT", flags->inputs, "a text file, a folder of .txt and .md files, or - for standard input")
      ->option_text("... (required)")
      ->required();
  declare_packs(app, flags->packs);
  app.add_option("-o,--output", flags->outputs, "what to write; the ending tells the format; - is standard output")
      ->option_text("FILE (required, may be repeated)")
      ->allow_extra_args(false)
      ->required();
  app.add_option("--format", flags->format, "format of outputs without an ending, such as -")->option_text("NAME");
  declare_articles(app, flags->options);
  app.add_option("--labels", flags->options.label_language, "language of labels, such as zh or en; else the rules' own")
      ->option_text("LANG");
  app.add_option("--ledger", flags->ledgers, "a table of names judged to mean the same, or not to")
      ->option_text("FILE (may be repeated)")
      ->allow_extra_args(false);
  declare_threads(app, flags->options);
  app.add_flag("--strict-graphml", flags->strict_graphml, "keep GraphML to what its official schema knows");
  app.add_flag("-q,--quiet", flags->quiet, "no progress and no summary");
  return [flags](Terminal& terminal) { return run(*flags, terminal); };
}

}  // namespace edgewise
