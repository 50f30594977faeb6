// SPDX-License-Identifier: Apache-2.0
// Leaves nothing half-written behind when the user interrupts the program.
#pragma once

#include <string>

namespace edgewise {

// From now on SIGINT, SIGTERM and SIGHUP remove the temporary file of the moment before they end the program as they
// usually do, and writing to a closed pipe or beyond the allowed size of a file is an error instead of the end.
void watch_signals();

// The temporary file being written, or nothing if `path` is empty. One at a time; call from one thread.
void set_temporary_file(const std::string& path);

}  // namespace edgewise
