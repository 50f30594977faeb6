// SPDX-License-Identifier: Apache-2.0
// `edgewise coverage` and `edgewise profile`: rules looked at over a corpus.
#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/choice.h"
#include "cli/corpus_report.h"
#include "cli/pack_loading.h"
#include "cli/profile_report.h"
#include "cli/progress_bar.h"
#include "cli/reading_options.h"
#include "cli/workshop_commands.h"
#include "pipeline/article_walk.h"

namespace edgewise {
namespace {

constexpr std::array<std::string_view, 2> kFormats = {"text", "json"};
constexpr std::size_t kUsualLimit = 20;

struct CorpusFlags {
  std::vector<std::string> packs, inputs;
  RunOptions options;
  std::string format = "text";
  std::size_t limit = kUsualLimit;
};

// Loads the packs, gives every article to what prepare(rules) makes, and prints what that then has to say.
template <typename Prepare>
ExitCode over_corpus(const CorpusFlags& flags, Terminal& terminal, Prepare prepare) {
  const std::optional<RuleSet> rules = load_packs(flags.packs, terminal);
  if (!rules) return ExitCode::findings;
  const auto work = prepare(*rules);
  ArticleWalk walk;
  {
    ProgressBar bar(terminal, true);
    walk = walk_articles(
        find_inputs(flags.inputs), flags.options.articles, [&](const Document& document) { work->add(document); },
        [&bar](const RunProgress& progress) { bar.update(progress); });
  }
  terminal.report(walk.diagnostics);
  if (walk.articles == 0) {
    terminal.print_error("edgewise: there was no article to read\n");
    return ExitCode::findings;
  }
  terminal.print(work->print(flags));
  return walk.skipped == 0 && !has_errors(walk.diagnostics) ? ExitCode::good : ExitCode::findings;
}

struct Coverage {
  explicit Coverage(const RuleSet& loaded) : rules(loaded), coverage(loaded) {}
  void add(const Document& document) { coverage.add(document); }
  std::string print(const CorpusFlags& flags) {
    const CorpusReport report = coverage.report();
    return flags.format == "json" ? coverage_json(rules, report) : coverage_text(rules, report, flags.limit);
  }
  const RuleSet& rules;
  CorpusCoverage coverage;
};

struct Profile {
  explicit Profile(const RuleSet& loaded) : rules(loaded) { profile.patterns.resize(loaded.patterns().size()); }
  void add(const Document& document) { extract_profiled(rules, document, profile); }
  std::string print(const CorpusFlags& flags) const {
    return flags.format == "json" ? profile_json(rules, profile) : profile_text(rules, profile, flags.limit);
  }
  const RuleSet& rules;
  RuleProfile profile;
};

template <typename Work>
Action declare(CLI::App& app) {
  const auto flags = std::make_shared<CorpusFlags>();
  app.add_option("INPUT", flags->inputs, "a text file, a folder of .txt and .md files, or - for standard input")
      ->option_text("... (required)")
      ->required();
  declare_packs(app, flags->packs);
  declare_articles(app, flags->options);
  add_choice(app, "--format", flags->format, kFormats, "how to report: text or json (everything, without a limit)");
  app.add_option("--limit", flags->limit, fmt::format("entries of each list; 0 shows all; {} without it", kUsualLimit))
      ->option_text("N");
  return [flags](Terminal& terminal) {
    return over_corpus(*flags, terminal, [](const RuleSet& rules) { return std::make_unique<Work>(rules); });
  };
}

}  // namespace

Action declare_coverage(CLI::App& app) { return declare<Coverage>(app); }
Action declare_profile(CLI::App& app) { return declare<Profile>(app); }

}  // namespace edgewise
