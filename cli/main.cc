// SPDX-License-Identifier: Apache-2.0
// Parse, run, tell how it ended.
#include <cstdlib>
#include <exception>
#include <new>

#include "cli/command_line.h"
#include "cli/interrupt.h"
#include "cli/terminal.h"

int main(int argc, char** argv) {
  using edgewise::ExitCode;
  edgewise::watch_signals();
  edgewise::Terminal terminal = edgewise::Terminal::open();
  ExitCode code = ExitCode::findings;
  try {
    code = edgewise::run_command_line(argc, argv, terminal);
  } catch (const std::bad_alloc&) {
    terminal.print_error("edgewise: out of memory; try fewer inputs at a time or --threads 1\n");
  } catch (const std::exception& error) {
    terminal.print_error("edgewise: this should not happen: ");
    terminal.print_error(error.what());
    terminal.print_error("\n");
  }
  if (!terminal.finish()) {
    terminal.print_error("edgewise: standard output could not be written\n");
    if (code == ExitCode::good) code = ExitCode::findings;
  }
  return static_cast<int>(code);
}
