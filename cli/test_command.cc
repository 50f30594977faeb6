// SPDX-License-Identifier: Apache-2.0
// `edgewise test`: the examples and sample articles that rule authors wrote.
#include <array>
#include <iterator>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/choice.h"
#include "cli/command.h"
#include "cli/pack_loading.h"
#include "cli/test_report.h"
#include "pipeline/sample_test.h"
#include "rules/rule_examples.h"

namespace edgewise {
namespace {

constexpr std::array<std::string_view, 3> kFormats = {"text", "json", "junit"};

struct TestFlags {
  std::vector<std::string> packs, samples;
  std::string format = "text";
};

void print_text(const std::vector<TestResult>& results, Terminal& terminal) {
  Diagnostics failures, surprises;
  for (const TestResult& result : results) {
    if (result.outcome == TestOutcome::failed && result.diagnostic) failures.push_back(*result.diagnostic);
    if (result.outcome == TestOutcome::todo_passes && result.diagnostic) surprises.push_back(*result.diagnostic);
  }
  terminal.print(failures);
  terminal.print(render_todos(results));
  terminal.print(surprises);
  const TestCounts counts = count_results(results);
  terminal.print(fmt::format("{} passed, {} failed, {} todo\n", counts.passed, counts.failed, counts.todo));
}

ExitCode test(const TestFlags& flags, Terminal& terminal) {
  Diagnostics warnings;
  const Result<RuleSet> rules = load_packs(flags.packs, warnings);
  terminal.report(warnings);
  if (!rules) {
    terminal.report(rules.error());
    return ExitCode::findings;
  }
  std::vector<TestResult> results = run_examples(*rules).results;
  for (const std::string& folder : flags.samples) {
    Result<SampleReport> samples = run_samples(*rules, folder);
    if (!samples) {
      terminal.report(samples.error());
      return ExitCode::findings;
    }
    std::move(samples->results.begin(), samples->results.end(), std::back_inserter(results));
  }
  if (flags.format == "json")
    terminal.print(test_json(results));
  else if (flags.format == "junit")
    terminal.print(test_junit(results));
  else
    print_text(results, terminal);
  return count_results(results).failed == 0 ? ExitCode::good : ExitCode::findings;
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
  return [flags](Terminal& terminal) { return test(*flags, terminal); };
}

}  // namespace edgewise
