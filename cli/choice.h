// SPDX-License-Identifier: Apache-2.0
// Options that take one of a few words.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace CLI {
class App;
}

namespace edgewise {

// Adds an option whose value must be one of `words`; `value` holds the default and outlives `app`, as does `words`.
// Another value is wrong usage, and the nearest word is offered.
void add_choice(CLI::App& app, const std::string& name, std::string& value, std::span<const std::string_view> words,
                const std::string& description);

}  // namespace edgewise
