// SPDX-License-Identifier: Apache-2.0
// From the words of a command line to a command that runs.
#pragma once

#include "cli/exit_code.h"
#include "cli/terminal.h"

namespace edgewise {

// Parses the words, answers --help and --version, complains about what it does not understand, or runs the command.
ExitCode run_command_line(int argc, const char* const* argv, Terminal& terminal);

}  // namespace edgewise
