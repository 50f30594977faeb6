// SPDX-License-Identifier: Apache-2.0
// The table of commands: parsing, help and the offer of the nearest name all read it.
#pragma once

#include <functional>
#include <span>
#include <string_view>

#include "cli/exit_code.h"
#include "cli/terminal.h"

namespace CLI {
class App;
}

namespace edgewise {

// What a command does once its options have been parsed.
using Action = std::function<ExitCode(Terminal&)>;

struct Command {
  std::string_view name;
  std::string_view summary;      // one phrase for --help
  std::string_view examples;     // shown under its own --help, indented lines
  Action (*declare)(CLI::App&);  // adds the options; the action owns their values
};

Action declare_run(CLI::App& app);
Action declare_check(CLI::App& app);
Action declare_test(CLI::App& app);
Action declare_eval(CLI::App& app);
Action declare_explain(CLI::App& app);

// All commands, in the order of the help.
std::span<const Command> commands();

}  // namespace edgewise
