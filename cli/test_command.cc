// SPDX-License-Identifier: Apache-2.0
// `edgewise test`: the examples and sample articles that rule authors wrote.
#include <array>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/choice.h"
#include "cli/command.h"
#include "cli/pack_loading.h"
#include "cli/progress_bar.h"
#include "cli/test_report.h"
#include "pipeline/sample_test.h"
#include "rules/coverage_report.h"
#include "rules/mutation_test.h"
#include "rules/rule_examples.h"

namespace edgewise {
namespace {

constexpr std::array<std::string_view, 3> kFormats = {"text", "json", "junit"};

struct TestFlags {
  std::vector<std::string> packs, samples;
  std::string format = "text";
  bool coverage = false, mutate = false, words = false;
};

// What the examples leave out, as far as it was asked for.
struct Thoroughness {
  std::optional<CoverageReport> coverage;
  std::optional<MutationReport> mutation;

  bool clean(bool words) const {
    return (!coverage || (coverage->missing.empty() && (!words || coverage->missing_words.empty()))) &&
           (!mutation || mutation->unnoticed.empty());
  }
};

Thoroughness look_closer(const RuleSet& rules, const TestFlags& flags, Terminal& terminal) {
  Thoroughness found;
  ProgressBar bar(terminal, true);
  if (flags.coverage) {
    bar.say("looking which parts the examples exercise");
    found.coverage = report_coverage(rules);
  }
  if (flags.mutate) {
    bar.say("trying the rules without each of their parts");
    found.mutation = mutate_rules(rules, flags.words, [&bar](std::size_t done, std::size_t total) {
      bar.count("changes", done, total);
      return true;
    });
  }
  return found;
}

void print_text(const std::vector<TestResult>& results, const Thoroughness& found, const TestFlags& flags,
                Terminal& terminal) {
  Diagnostics failures, surprises;
  for (const TestResult& result : results) {
    if (result.outcome == TestOutcome::failed && result.diagnostic) failures.push_back(*result.diagnostic);
    if (result.outcome == TestOutcome::todo_passes && result.diagnostic) surprises.push_back(*result.diagnostic);
  }
  terminal.print(failures);
  terminal.print(render_todos(results));
  terminal.print(surprises);
  if (found.coverage) {
    terminal.print(found.coverage->missing);
    if (flags.words) terminal.print(found.coverage->missing_words);
  }
  if (found.mutation) terminal.print(found.mutation->unnoticed);
  const TestCounts counts = count_results(results);
  terminal.print(fmt::format("{} passed, {} failed, {} todo\n", counts.passed, counts.failed, counts.todo));
  if (found.coverage) terminal.print(coverage_line(*found.coverage, flags.words));
  if (found.mutation) terminal.print(mutation_line(*found.mutation));
}

ExitCode test(const TestFlags& flags, Terminal& terminal) {
  if (flags.format == "junit" && (flags.coverage || flags.mutate)) {
    terminal.print_error("edgewise: JUnit has no place for --coverage and --mutate; use text or json\n");
    return ExitCode::usage;
  }
  if (flags.words && !flags.coverage && !flags.mutate) {
    terminal.print_error("edgewise: --words goes with --coverage or --mutate\n  try 'edgewise test --help'\n");
    return ExitCode::usage;
  }
  const std::optional<RuleSet> rules = load_packs(flags.packs, terminal);
  if (!rules) return ExitCode::findings;
  std::vector<TestResult> results = run_examples(*rules).results;
  for (const std::string& folder : flags.samples) {
    Result<SampleReport> samples = run_samples(*rules, folder);
    if (!samples) {
      terminal.report(samples.error());
      return ExitCode::findings;
    }
    std::move(samples->results.begin(), samples->results.end(), std::back_inserter(results));
  }
  const Thoroughness found = look_closer(*rules, flags, terminal);
  if (flags.format == "json")
    terminal.print(test_json(results, found.coverage, found.mutation));
  else if (flags.format == "junit")
    terminal.print(test_junit(results));
  else
    print_text(results, found, flags, terminal);
  return count_results(results).failed == 0 && found.clean(flags.words) ? ExitCode::good : ExitCode::findings;
}

}  // namespace

Action declare_test(CLI::App& app) {
  const auto flags = std::make_shared<TestFlags>();
  app.add_option("PACK", flags->packs, "rule packs, tested as one rule set: files, folders, names of shipped packs")
      ->option_text("... (required)")
      ->required();
  app.add_option("--samples", flags->samples, "a folder of articles with an expected.tsv that says what they yield")
      ->option_text("DIR (may be repeated)")
      ->allow_extra_args(false);
  add_choice(app, "--format", flags->format, kFormats, "how to report: text, json, junit (XML for build servers)");
  app.add_flag("--coverage", flags->coverage, "show which parts of the patterns no example exercises");
  app.add_flag("--mutate", flags->mutate, "drop each part of the rules in turn; show what no example notices");
  app.add_flag("--words", flags->words, "with --coverage and --mutate: alternatives that are mere words as well");
  return [flags](Terminal& terminal) { return test(*flags, terminal); };
}

}  // namespace edgewise
