// SPDX-License-Identifier: Apache-2.0
// Checks a word against the words that are allowed.
#include "cli/choice.h"

#include <algorithm>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "text/diagnostic.h"
#include "text/source_excerpt.h"

namespace edgewise {

void add_choice(CLI::App& app, const std::string& name, std::string& value, std::span<const std::string_view> words,
                const std::string& description) {
  app.add_option(name, value, description)->option_text("HOW")->check([words](const std::string& word) {
    if (std::find(words.begin(), words.end(), word) != words.end()) return std::string();
    const std::vector<std::string> known(words.begin(), words.end());
    const std::string_view near = nearest_name(word, known);
    return fmt::format("'{}' is none of {}{}", printable(word), fmt::join(words, ", "),
                       near.empty() ? "" : fmt::format("; did you mean '{}'?", near));
  });
}

}  // namespace edgewise
