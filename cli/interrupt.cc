// SPDX-License-Identifier: Apache-2.0
// A signal handler that may only do what is allowed in one: unlink a file whose name stands ready.
#include "cli/interrupt.h"

#include <atomic>
#include <climits>
#include <cstring>

#include <signal.h>
#include <unistd.h>

namespace edgewise {
namespace {

// Two buffers, so that the handler never sees a name half-copied.
char temporary_names[2][PATH_MAX];
std::atomic<const char*> temporary_name{nullptr};
static_assert(std::atomic<const char*>::is_always_lock_free, "the handler must not wait for a lock");

extern "C" void remove_temporary_file(int signal_number) {
  if (const char* name = temporary_name.load()) ::unlink(name);
  // The handler was reset by SA_RESETHAND: now the signal does what it does by default.
  ::raise(signal_number);
}

}  // namespace

void watch_signals() {
  struct sigaction ignore {};
  ignore.sa_handler = SIG_IGN;
  ::sigaction(SIGPIPE, &ignore, nullptr);
  ::sigaction(SIGXFSZ, &ignore, nullptr);
  for (const int signal_number : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction before {};
    // A program started with nohup or in the background ignores these; it shall go on ignoring them.
    if (::sigaction(signal_number, nullptr, &before) == 0 && before.sa_handler == SIG_IGN) continue;
    struct sigaction action {};
    action.sa_handler = remove_temporary_file;
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    ::sigaction(signal_number, &action, nullptr);
  }
}

void set_temporary_file(const std::string& path) {
  static std::size_t next = 0;
  if (path.empty() || path.size() >= PATH_MAX) {
    temporary_name.store(nullptr);
    return;
  }
  char* name = temporary_names[next];
  next = 1 - next;
  std::memcpy(name, path.c_str(), path.size() + 1);
  temporary_name.store(name);
}

}  // namespace edgewise
