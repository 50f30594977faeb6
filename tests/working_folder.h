// SPDX-License-Identifier: Apache-2.0
// Makes a folder the current one for as long as it lives, since paths in messages are as given.
#pragma once

#include <filesystem>

namespace edgewise::testing {

class WorkingFolder {
 public:
  explicit WorkingFolder(const std::filesystem::path& folder) : before_(std::filesystem::current_path()) {
    std::filesystem::current_path(folder);
  }
  ~WorkingFolder() { std::filesystem::current_path(before_); }
  WorkingFolder(const WorkingFolder&) = delete;
  WorkingFolder& operator=(const WorkingFolder&) = delete;

 private:
  std::filesystem::path before_;
};

}  // namespace edgewise::testing
