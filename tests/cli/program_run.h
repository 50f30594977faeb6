// SPDX-License-Identifier: Apache-2.0
// Runs shell commands in a scratch folder with the built program on the path, and keeps what came out.
#pragma once

#include <filesystem>
#include <string>

namespace edgewise::testing {

struct ProgramRun {
  int exit_code = -1;  // of the shell; 128 + n when a signal ended it
  std::string output, error;
  long most_memory_kb = 0;  // largest resident size of any process of the run
  double seconds = 0;
  double cpu_seconds = 0;  // of all processes of the run
};

// `script` is what sh runs, with `folder` as the current one, no standard input and an environment of its own: only
// PATH, EDGEWISE_PACKS (tests/cli/packs), LC_ALL=C.UTF-8, and `settings`, such as "TZ=Asia/Kathmandu".
ProgramRun run_script(const std::string& script, const std::filesystem::path& folder, const std::string& settings = "");

// `text` with the paths of this machine replaced by $PACKS, $SOURCE, $BUILD and $HERE (the scratch folder).
std::string without_local_paths(std::string text, const std::filesystem::path& folder);

}  // namespace edgewise::testing
