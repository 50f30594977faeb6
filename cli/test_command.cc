// SPDX-License-Identifier: Apache-2.0
// `edgewise test`: the examples that rule authors wrote.
#include <memory>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/command.h"
#include "cli/pack_loading.h"
#include "rules/rule_examples.h"

namespace edgewise {
namespace {

ExitCode test(const std::vector<std::string>& packs, Terminal& terminal) {
  Diagnostics warnings;
  const Result<RuleSet> rules = load_packs(packs, warnings);
  terminal.report(warnings);
  if (!rules) {
    terminal.report(rules.error());
    return ExitCode::findings;
  }
  const ExampleReport report = run_examples(*rules);
  terminal.print(report.failures);
  terminal.print(report.surprises);
  terminal.print(fmt::format("{} passed, {} failed, {} todo\n", report.passed, report.failed, report.todo));
  return report.failed == 0 && !has_errors(report.surprises) ? ExitCode::good : ExitCode::findings;
}

}  // namespace

Action declare_test(CLI::App& app) {
  const auto packs = std::make_shared<std::vector<std::string>>();
  app.add_option("PACK", *packs, "rule packs, tested as one rule set: files, folders, names of shipped packs")
      ->option_text("... (required)")
      ->required();
  return [packs](Terminal& terminal) { return test(*packs, terminal); };
}

}  // namespace edgewise
