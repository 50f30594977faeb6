// SPDX-License-Identifier: Apache-2.0
// What the program tells its caller by ending.
#pragma once

namespace edgewise {

enum class ExitCode : int {
  good = 0,
  findings = 1,  // something was wrong with rules, inputs or outputs; said on standard error
  usage = 2,     // the command line made no sense; nothing was done
};

}  // namespace edgewise
