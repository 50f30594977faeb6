// SPDX-License-Identifier: Apache-2.0
// Which packs, where files are divided, and how many workers read them.
#include "cli/reading_options.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace edgewise {
namespace {

constexpr unsigned kMostThreads = 1024;

struct NamedSplit {
  std::string_view name;
  ArticleSplit split;
};

constexpr std::array kSplits = {NamedSplit{"auto", ArticleSplit::automatic},
                                NamedSplit{"separator", ArticleSplit::separator},
                                NamedSplit{"none", ArticleSplit::none}};

const NamedSplit* split_called(std::string_view word) {
  const auto* found =
      std::find_if(kSplits.begin(), kSplits.end(), [&](const NamedSplit& known) { return known.name == word; });
  return found == kSplits.end() ? nullptr : found;
}

}  // namespace

void declare_packs(CLI::App& app, std::vector<std::string>& packs) {
  app.add_option("-r,--rules", packs, "a rule file, a folder with a pack.yaml, or the name of a shipped pack")
      ->option_text("PACK (required, may be repeated)")
      ->allow_extra_args(false)
      ->required();
}

void declare_articles(CLI::App& app, RunOptions& options) {
  app.add_option_function<std::string>(
         "--articles", [&options](const std::string& word) { options.articles = split_called(word)->split; },
         "where a file is divided: auto (headlines or ---), separator (only ---), none")
      ->option_text("HOW")
      ->check([](const std::string& word) {
        return split_called(word) ? std::string() : fmt::format("'{}' is none of auto, separator, none", word);
      });
}

void declare_threads(CLI::App& app, RunOptions& options) {
  app.add_option("--threads", options.threads, "workers; 0, the default, takes as many as the machine has")
      ->option_text("N")
      ->check([](const std::string& word) {
        unsigned threads = 0;
        const bool fits = CLI::detail::lexical_cast(word, threads) && threads <= kMostThreads;
        return fits ? std::string() : fmt::format("'{}' is no number from 0 to {}", word, kMostThreads);
      });
}

}  // namespace edgewise
