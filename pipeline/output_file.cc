// SPDX-License-Identifier: Apache-2.0
// Temporary file, then rename.
#include "pipeline/output_file.h"

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

namespace edgewise {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBufferSize = std::size_t{1} << 16;
constexpr int kNameAttempts = 1000;
constexpr mode_t kPermissionBits = 07777;

std::string reason(int error) { return std::generic_category().message(error); }

Diagnostic complaint(std::string_view code, const std::string& path, std::string message, std::string help) {
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.where.file = path == "-" ? "standard output" : path;
  diagnostic.message = std::move(message);
  diagnostic.help = std::move(help);
  return diagnostic;
}

// The file that is really meant. A link to nothing means the file it names, so that the link survives.
fs::path follow_links(fs::path path) {
  constexpr int kMostLinks = 40;
  std::error_code error;
  for (int link = 0; link < kMostLinks && fs::is_symlink(path, error); ++link) {
    const fs::path next = fs::read_symlink(path, error);
    if (error) break;
    path = path.parent_path() / next;
  }
  return path;
}

fs::path folder_of(const fs::path& file) {
  const fs::path folder = file.parent_path();
  return folder.empty() ? fs::path(".") : folder;
}

// What a path means as an output.
struct Target {
  fs::path path;
  bool direct = false;  // a device or pipe: nothing to rename
  mode_t mode = 0;      // of the existing file; 0 if there is none
};

tl::expected<Target, Diagnostic> examine(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) == 0) {
    if (S_ISDIR(status.st_mode))
      return tl::unexpected(complaint("E603", path, "a folder cannot be the output", "name a file in it"));
    if (::access(path.c_str(), W_OK) != 0)
      return tl::unexpected(complaint("E602", path, fmt::format("may not be written: {}", reason(errno)),
                                      "change its permissions or choose another file"));
    if (!S_ISREG(status.st_mode)) return Target{path, true, 0};
  } else if (errno != ENOENT && errno != ENOTDIR) {
    return tl::unexpected(
        complaint("E602", path, fmt::format("may not be written: {}", reason(errno)), "choose another file"));
  }
  Target target{follow_links(path), false, static_cast<mode_t>(status.st_mode & kPermissionBits)};
  if (path.empty() || path.ends_with('/'))
    return tl::unexpected(complaint("E603", path, "an output needs the name of a file", "name a file in the folder"));
  const fs::path folder = folder_of(target.path);
  if (::stat(folder.c_str(), &status) != 0 || !S_ISDIR(status.st_mode))
    return tl::unexpected(complaint("E601", path, fmt::format("there is no folder '{}'", folder_of(path).string()),
                                    "create the folder first"));
  if (::access(folder.c_str(), W_OK | X_OK) != 0)
    return tl::unexpected(complaint("E602", path, fmt::format("the folder may not be written: {}", reason(errno)),
                                    "change its permissions or choose another folder"));
  return target;
}

Diagnostic write_failure(const std::string& path, int error) {
  if (error == EPIPE)
    return complaint("E605", path, "the reader went away before everything was written",
                     "write to a file if only a part is to be looked at");
  std::string help = "nothing was changed; choose another place";
  if (error == ENOSPC || error == EDQUOT) help = "free some space or choose another disk";
  if (error == EFBIG) help = "allow larger files with 'ulimit -f', or choose a file system that holds them";
  return complaint("E604", path, fmt::format("cannot be written: {}", reason(error)), std::move(help));
}

}  // namespace

bool is_standard_output(const std::string& path) {
  return path == "-" || path == "/dev/stdout" || path == "/dev/fd/1" || path == "/proc/self/fd/1";
}

std::optional<Diagnostic> check_output(const std::string& path) {
  if (is_standard_output(path)) return std::nullopt;
  const auto target = examine(path);
  if (target) return std::nullopt;
  return target.error();
}

Result<OutputFile> OutputFile::create(const std::string& path, TemporaryFileNotice notice) {
  OutputFile file;
  file.shown_ = path;
  if (is_standard_output(path)) {
    file.fd_ = STDOUT_FILENO;
    return file;
  }
  const auto target = examine(path);
  if (!target) return tl::unexpected(Diagnostics{target.error()});
  file.owns_fd_ = true;
  if (target->direct) {
    file.fd_ = ::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY);
    if (file.fd_ < 0) return tl::unexpected(Diagnostics{write_failure(path, errno)});
    return file;
  }
  file.target_ = target->path.string();
  file.notice_ = std::move(notice);
  for (int attempt = 0; attempt < kNameAttempts && file.fd_ < 0; ++attempt) {
    file.temporary_ = (folder_of(target->path) / fmt::format(".edgewise-{}-{}.tmp", ::getpid(), attempt)).string();
    if (file.notice_) file.notice_(file.temporary_);
    file.fd_ = ::open(file.temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file.fd_ < 0 && errno != EEXIST) break;
  }
  if (file.fd_ < 0) {
    const int error = errno;
    file.temporary_.clear();
    if (file.notice_) file.notice_({});
    return tl::unexpected(Diagnostics{write_failure(path, error)});
  }
  if (target->mode != 0 && ::fchmod(file.fd_, target->mode) != 0) file.error_ = errno;
  return file;
}

OutputFile::OutputFile(OutputFile&& other) noexcept { *this = std::move(other); }

OutputFile& OutputFile::operator=(OutputFile&& other) noexcept {
  if (this == &other) return *this;
  discard();
  shown_ = std::move(other.shown_);
  target_ = std::move(other.target_);
  temporary_ = std::exchange(other.temporary_, {});
  notice_ = std::exchange(other.notice_, nullptr);
  fd_ = std::exchange(other.fd_, -1);
  owns_fd_ = std::exchange(other.owns_fd_, false);
  error_ = other.error_;
  buffer_ = std::move(other.buffer_);
  return *this;
}

OutputFile::~OutputFile() { discard(); }

bool OutputFile::write(std::string_view bytes) {
  if (error_ != 0) return false;
  buffer_ += bytes;
  return buffer_.size() < kBufferSize || flush();
}

bool OutputFile::flush() {
  std::string_view rest = buffer_;
  while (!rest.empty() && error_ == 0) {
    const ssize_t written = ::write(fd_, rest.data(), rest.size());
    if (written >= 0) {
      rest.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno == EAGAIN) {
      // Standard output may have been made non-blocking by whoever shares it.
      pollfd writable{fd_, POLLOUT, 0};
      ::poll(&writable, 1, -1);
    } else if (errno != EINTR) {
      error_ = errno;
    }
  }
  buffer_.clear();
  return error_ == 0;
}

std::optional<Diagnostic> OutputFile::commit() {
  flush();
  // Some file systems notice a full disk only when the file is closed.
  if (owns_fd_ && ::close(std::exchange(fd_, -1)) != 0 && error_ == 0) error_ = errno;
  if (error_ == 0 && !temporary_.empty()) {
    if (std::rename(temporary_.c_str(), target_.c_str()) == 0) {
      temporary_.clear();
      if (notice_) notice_({});
    } else {
      error_ = errno;
    }
  }
  discard();
  if (error_ == 0) return std::nullopt;
  return write_failure(shown_, error_);
}

void OutputFile::discard() {
  if (owns_fd_ && fd_ >= 0) ::close(fd_);
  fd_ = -1;
  owns_fd_ = false;
  if (temporary_.empty()) return;
  ::unlink(temporary_.c_str());
  temporary_.clear();
  if (notice_) notice_({});
}

}  // namespace edgewise
