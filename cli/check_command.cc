// SPDX-License-Identifier: Apache-2.0
// `edgewise check`: all mistakes of rule packs at once.
#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/choice.h"
#include "cli/command.h"
#include "cli/diagnostic_github.h"
#include "cli/diagnostic_json.h"
#include "cli/diagnostic_sarif.h"
#include "cli/pack_loading.h"
#include "rules/rule_review.h"

namespace edgewise {
namespace {

constexpr std::array<std::string_view, 4> kFormats = {"text", "json", "sarif", "github"};

struct CheckFlags {
  std::vector<std::string> packs;
  std::string format = "text";
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
  if (rules) review_rules(*rules, found);
  // First what must be mended.
  if (!rules) found.insert(found.begin(), rules.error().begin(), rules.error().end());
  const auto errors = static_cast<std::size_t>(
      std::count_if(found.begin(), found.end(), [](const Diagnostic& d) { return d.severity == Severity::error; }));
  if (flags.format == "json") {
    for (const Diagnostic& diagnostic : found) terminal.print(json_line(diagnostic));
  } else if (flags.format == "sarif") {
    terminal.print(sarif_log(found));
  } else {
    if (flags.format == "github")
      for (const Diagnostic& diagnostic : found) terminal.print(github_annotation(diagnostic));
    else
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
  add_choice(app, "--format", flags->format, kFormats,
             "how to report: text, json (one object a line), sarif (2.1.0), github (annotations)");
  app.add_flag_callback(
      "--json", [flags] { flags->format = "json"; }, "the same as --format json");
  return [flags](Terminal& terminal) { return check(*flags, terminal); };
}

}  // namespace edgewise
