// SPDX-License-Identifier: Apache-2.0
// `edgewise check`: all mistakes of rule packs at once.
#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/command.h"
#include "cli/diagnostic_json.h"
#include "cli/pack_loading.h"

namespace edgewise {
namespace {

struct CheckFlags {
  std::vector<std::string> packs;
  bool json = false;
};

std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string closing_line(std::size_t errors, std::size_t warnings, const Result<RuleSet>& rules) {
  if (errors + warnings > 0 || !rules)
    return fmt::format("{}, {}\n", counted(errors, "error"), counted(warnings, "warning"));
  return fmt::format("no problems in {}: {}, {}, {}\n", counted(rules->source().files.size(), "file"),
                     counted(rules->types().size(), "type"), counted(rules->relations().size(), "relation"),
                     counted(rules->patterns().size(), "pattern"));
}

ExitCode check(const CheckFlags& flags, Terminal& terminal) {
  Diagnostics found;
  const Result<RuleSet> rules = load_packs(flags.packs, found);
  if (!rules) found.insert(found.end(), rules.error().begin(), rules.error().end());
  const auto errors = static_cast<std::size_t>(
      std::count_if(found.begin(), found.end(), [](const Diagnostic& d) { return d.severity == Severity::error; }));
  if (flags.json) {
    for (const Diagnostic& diagnostic : found) terminal.print(json_line(diagnostic));
  } else {
    terminal.print(found);
    terminal.print(closing_line(errors, found.size() - errors, rules));
  }
  return rules && errors == 0 ? ExitCode::good : ExitCode::findings;
}

}  // namespace

Action declare_check(CLI::App& app) {
  const auto flags = std::make_shared<CheckFlags>();
  app.add_option("PACK", flags->packs, "rule packs, checked as one rule set: files, folders, names of shipped packs")
      ->option_text("... (required)")
      ->required();
  app.add_flag("--json", flags->json, "one JSON object a line instead of text");
  return [flags](Terminal& terminal) { return check(*flags, terminal); };
}

}  // namespace edgewise
