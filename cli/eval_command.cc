// SPDX-License-Identifier: Apache-2.0
// `edgewise eval`: figures against gold.
#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/choice.h"
#include "cli/command.h"
#include "cli/fail_under.h"
#include "cli/pack_loading.h"
#include "cli/reading_options.h"
#include "eval/evaluation.h"
#include "pipeline/evaluation_run.h"

namespace edgewise {
namespace {

constexpr std::array<std::string_view, 2> kFormats = {"text", "json"};
constexpr std::size_t kMostResamples = 1'000'000;

struct EvalFlags {
  std::vector<std::string> packs, only;
  EvaluationRequest request;
  std::string fail_under;
  std::string format = "text";
  EvaluationTextOptions text;
};

ExitCode wrong_usage(Terminal& terminal, std::string_view message) {
  terminal.print_error(fmt::format("edgewise: {}\n  try 'edgewise eval --help'\n", message));
  return ExitCode::usage;
}

// The articles, or texts in the gold files, that somebody has to read.
bool wants_rules(const EvaluationRequest& request) {
  return request.inputs.empty() || std::any_of(request.inputs.begin(), request.inputs.end(), needs_rules);
}

ExitCode eval(const EvalFlags& flags, Terminal& terminal) {
  const auto thresholds = parse_thresholds(flags.fail_under);
  if (!thresholds) return wrong_usage(terminal, thresholds.error());
  if (flags.packs.empty() && wants_rules(flags.request))
    return wrong_usage(terminal, "articles are evaluated with rules; add -r PACK");
  std::optional<RuleSet> rules;
  if (!flags.packs.empty()) {
    Diagnostics warnings;
    Result<RuleSet> loaded = load_packs(flags.packs, warnings);
    terminal.report(warnings);
    if (!loaded) {
      terminal.report(loaded.error());
      return ExitCode::findings;
    }
    rules = std::move(*loaded);
  }
  EvaluationRequest request = flags.request;
  request.only = {flags.only.begin(), flags.only.end()};
  const EvaluationRun result = run_evaluation(rules ? &*rules : nullptr, request);
  terminal.report(result.diagnostics);
  if (!result.evaluation) return ExitCode::findings;
  terminal.print(flags.format == "json" ? evaluation_json(*result.evaluation)
                                        : evaluation_text(*result.evaluation, flags.text));
  const std::string missed = missed_thresholds(*thresholds, result.evaluation->score);
  terminal.print_error(missed);
  return missed.empty() && !has_errors(result.diagnostics) ? ExitCode::good : ExitCode::findings;
}

void declare_gold(CLI::App& app, EvalFlags& flags) {
  app.add_option("INPUT", flags.request.inputs,
                 "articles and folders of them, .graphml files, .jsonl files with relations; without any, the texts in "
                 "the gold files")
      ->option_text("...");
  app.add_option("-r,--rules", flags.packs, "a rule file, a folder with a pack.yaml, or the name of a shipped pack")
      ->option_text("PACK (may be repeated; required for articles)")
      ->allow_extra_args(false);
  app.add_option("-g,--gold", flags.request.files.gold, "what should be found, one JSON object a line")
      ->option_text("FILE (required, may be repeated)")
      ->allow_extra_args(false)
      ->required();
  app.add_option("--aliases", flags.request.files.aliases,
                 "names that count as the same: one group a line, between tabs")
      ->option_text("FILE (may be repeated)")
      ->allow_extra_args(false);
  app.add_option("--relation-map", flags.request.files.relation_map,
                 "the gold's names of relations and the rules', between tabs; others do not count")
      ->option_text("FILE");
  app.add_option("--only", flags.only, "count these relations alone, between commas")
      ->option_text("RELATION,...")
      ->delimiter(',')
      ->allow_extra_args(false);
}

void declare_figures(CLI::App& app, EvalFlags& flags) {
  app.add_option("--fail-under", flags.fail_under,
                 "exit with 1 if precision, recall, f1 or modality is lower, such as precision=0.9,recall=0.7")
      ->option_text("FIGURE=NUMBER,...");
  add_choice(app, "--format", flags.format, kFormats, "how to report: text, json");
  app.add_flag("--misses", flags.text.misses, "list what was not found, with its sentence");
  app.add_flag("--extras", flags.text.extras, "list what should not have been found, with its sentence");
  app.add_option("--resamples", flags.request.resamples, "draws for the intervals; 1000 by default, 0 for none")
      ->option_text("N")
      ->check([](const std::string& word) {
        std::size_t number = 0;
        const bool fits = CLI::detail::lexical_cast(word, number) && number <= kMostResamples;
        return fits ? std::string() : fmt::format("'{}' is no number from 0 to {}", word, kMostResamples);
      });
  app.add_option("--seed", flags.request.seed, "where the draws begin; 1 by default")->option_text("N");
}

}  // namespace

Action declare_eval(CLI::App& app) {
  const auto flags = std::make_shared<EvalFlags>();
  declare_gold(app, *flags);
  declare_figures(app, *flags);
  declare_articles(app, flags->request.options);
  declare_threads(app, flags->request.options);
  return [flags](Terminal& terminal) { return eval(*flags, terminal); };
}

}  // namespace edgewise
