// SPDX-License-Identifier: Apache-2.0
// Output that appears whole or not at all.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "text/result.h"

namespace edgewise {

// Why `path` cannot become an output, before any work is done: its folder is missing (E601), it or its folder may not
// be written (E602), it is a folder (E603). Nothing is created. `-` is standard output.
std::optional<Diagnostic> check_output(const std::string& path);

// True for `-` and the names that systems give to standard output.
bool is_standard_output(const std::string& path);

// Where a temporary file lies while it is being written; the empty string once it is gone. For programs that tidy up
// when they are interrupted. Called just before the file is created.
using TemporaryFileNotice = std::function<void(const std::string& path)>;

// A file being written. Bytes go to a temporary file in the same folder, which commit() renames; until then whatever
// was at `path` stays as it is. Links are followed, the permissions of an existing file are kept (its hard links are
// not). Standard output (`-`), devices and pipes are written directly. Movable; not safe for concurrent use.
class OutputFile {
 public:
  // Errors: as check_output(), and E604 when the temporary file cannot be made.
  static Result<OutputFile> create(const std::string& path, TemporaryFileNotice notice = {});

  OutputFile(OutputFile&& other) noexcept;
  OutputFile& operator=(OutputFile&& other) noexcept;
  // Gives up what was not committed and removes the temporary file.
  ~OutputFile();

  // False if the bytes could not be written; from then on nothing is written and commit() says why.
  bool write(std::string_view bytes);

  // True once bytes could not be written.
  bool failed() const { return error_ != 0; }

  // Makes the output appear under its name. Returns the diagnostic if it, or an earlier write, failed: E604, or E605 if
  // the reader of a pipe has gone. The temporary file is then removed and the old file is untouched.
  [[nodiscard]] std::optional<Diagnostic> commit();

 private:
  OutputFile() = default;
  bool flush();
  void discard();

  std::string shown_;      // as the user wrote it
  std::string target_;     // with links resolved; empty when written directly
  std::string temporary_;  // empty when written directly
  TemporaryFileNotice notice_;
  int fd_ = -1;
  bool owns_fd_ = false;
  int error_ = 0;  // errno of the first failure
  std::string buffer_;
};

}  // namespace edgewise
