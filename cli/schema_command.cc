// SPDX-License-Identifier: Apache-2.0
// `edgewise schema`: what editors need to help with rule files.
#include <CLI/CLI.hpp>

#include "cli/workshop_commands.h"
#include "rules/rule_json_schema.h"

namespace edgewise {

Action declare_schema(CLI::App&) {
  return [](Terminal& terminal) {
    terminal.print(rule_json_schema());
    return ExitCode::good;
  };
}

}  // namespace edgewise
