// SPDX-License-Identifier: Apache-2.0
// Reading one input file, and refusing what is no text.
#include "pipeline/document_reader.h"

#include <algorithm>
#include <cerrno>
#include <limits>
#include <optional>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pipeline/binary_check.h"
#include "pipeline/input_diagnostic.h"

namespace edgewise {
namespace {

constexpr std::uint64_t kMaxBytes = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t kChunk = std::size_t{1} << 20;

// Owns a file descriptor; standard input is lent, not owned.
class Descriptor {
 public:
  explicit Descriptor(int fd, bool owned) : fd_(fd), owned_(owned) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (owned_ && fd_ >= 0) ::close(fd_);
  }
  int get() const { return fd_; }

 private:
  int fd_;
  bool owned_;
};

tl::unexpected<Diagnostics> refuse(Diagnostic diagnostic) { return tl::unexpected(Diagnostics{std::move(diagnostic)}); }

tl::unexpected<Diagnostics> unreadable(const InputFile& file, int error) {
  return refuse(input_unreadable(file.name, std::error_code(error, std::generic_category())));
}

tl::unexpected<Diagnostics> too_large(const InputFile& file) {
  return refuse(input_diagnostic("E513", file.name, "a file of 4 GiB or more", "split it into smaller files"));
}

Result<std::string> read_all(const InputFile& file, int fd, std::uint64_t expected) {
  std::string bytes;
  // One byte more than expected: the read that finds the end then needs no growing.
  bytes.resize(static_cast<std::size_t>(expected > 0 ? expected + 1 : kChunk));
  std::size_t filled = 0;
  while (true) {
    if (filled == bytes.size()) bytes.resize(bytes.size() + std::max(kChunk, bytes.size() / 2));
    const ssize_t got = ::read(fd, bytes.data() + filled, bytes.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return unreadable(file, errno);
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
    if (filled > kMaxBytes) return too_large(file);
  }
  bytes.resize(filled);
  return bytes;
}

}  // namespace

Result<std::string> read_input(const InputFile& file) {
  const bool standard_input = file.path.empty();
  // O_NONBLOCK: opening a pipe that nobody writes to must not hang the run.
  const Descriptor descriptor(
      standard_input ? STDIN_FILENO : ::open(file.path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC), !standard_input);
  if (descriptor.get() < 0) return unreadable(file, errno);
  struct stat status {};
  if (::fstat(descriptor.get(), &status) != 0) return unreadable(file, errno);
  if (S_ISDIR(status.st_mode)) return unreadable(file, EISDIR);
  if (!standard_input && !S_ISREG(status.st_mode)) return refuse(input_not_plain(file.name));
  const auto expected = S_ISREG(status.st_mode) ? static_cast<std::uint64_t>(status.st_size) : 0;
  if (expected > kMaxBytes) return too_large(file);

  Result<std::string> bytes = read_all(file, descriptor.get(), expected);
  if (!bytes) return bytes;
  if (const std::optional<BinaryKind> kind = binary_kind(*bytes))
    return refuse(
        input_diagnostic("E514", file.name, fmt::format("{}, not UTF-8 text", kind->what), std::string(kind->help)));
  return bytes;
}

}  // namespace edgewise
