// SPDX-License-Identifier: Apache-2.0
// Running the program under test.
#include "tests/cli/program_run.h"

#include <chrono>
#include <cstdlib>
#include <stdexcept>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/golden_file.h"
#include "tests/scratch_folder.h"

namespace edgewise::testing {
namespace {

namespace fs = std::filesystem;

constexpr int kSecondsAllowed = 300;

const fs::path kSource = EDGEWISE_SOURCE_DIR;
const fs::path kProgram = EDGEWISE_PROGRAM;
const fs::path kPacks = kSource / "tests/cli/packs";

void redirect(int stream, const fs::path& file, int flags) {
  const int fd = ::open(file.c_str(), flags, 0600);
  if (fd < 0 || ::dup2(fd, stream) < 0) ::_exit(126);
  ::close(fd);
}

std::string quoted(const std::string& word) {
  std::string text = "'";
  for (const char c : word) text += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return text + "'";
}

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

void replace_all(std::string& text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

// What the test presets tell the sanitizers; the rest of the environment stays outside.
std::string sanitizer_settings() {
  std::string settings;
  for (const char* name : {"ASAN_OPTIONS", "LSAN_OPTIONS", "TSAN_OPTIONS", "UBSAN_OPTIONS"})
    if (const char* value = std::getenv(name)) settings += fmt::format("{}={} ", name, quoted(value));
  return settings;
}

}  // namespace

ProgramRun run_script(const std::string& script, const fs::path& folder, const std::string& settings) {
  const ScratchFolder streams("streams");
  const std::string command = fmt::format(
      "exec env -i PATH={}:/usr/sbin:/usr/bin:/sbin:/bin EDGEWISE_PACKS={} LC_ALL=C.UTF-8 {} timeout {} sh -c {}",
      quoted(kProgram.parent_path().string()), quoted(kPacks.string()), sanitizer_settings() + settings,
      kSecondsAllowed, quoted(script));
  const auto started = std::chrono::steady_clock::now();
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("cannot fork");
  if (child == 0) {
    redirect(STDIN_FILENO, "/dev/null", O_RDONLY);
    redirect(STDOUT_FILENO, streams.path() / "output", O_WRONLY | O_CREAT | O_TRUNC);
    redirect(STDERR_FILENO, streams.path() / "error", O_WRONLY | O_CREAT | O_TRUNC);
    if (::chdir(folder.c_str()) != 0) ::_exit(126);
    ::execl("/bin/sh", "sh", "-c", command.c_str(), nullptr);
    ::_exit(127);
  }
  int status = 0;
  rusage usage{};
  ::wait4(child, &status, 0, &usage);
  ProgramRun run;
  run.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  run.output = read_file(streams.path() / "output");
  run.error = read_file(streams.path() / "error");
  run.most_memory_kb = usage.ru_maxrss;
  run.cpu_seconds = seconds(usage.ru_utime) + seconds(usage.ru_stime);
  run.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
  return run;
}

std::string without_local_paths(std::string text, const fs::path& folder) {
  replace_all(text, folder.string(), "$HERE");
  replace_all(text, kPacks.string(), "$PACKS");
  replace_all(text, kProgram.parent_path().parent_path().string(), "$BUILD");
  replace_all(text, kSource.string(), "$SOURCE");
  return text;
}

}  // namespace edgewise::testing
