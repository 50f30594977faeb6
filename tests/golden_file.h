// SPDX-License-Identifier: Apache-2.0
// Compares a result with a file beside the test, or rewrites the file when EDGEWISE_UPDATE_GOLDEN is set.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace edgewise::testing {

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

// The folders in `root`, sorted: each is one case, named by what it shows.
inline std::vector<std::string> case_names(const std::filesystem::path& root) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(root))
    if (entry.is_directory()) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

inline void expect_golden(const std::filesystem::path& file, const std::string& actual) {
  if (std::getenv("EDGEWISE_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(file, std::ios::binary) << actual;
    return;
  }
  ASSERT_TRUE(std::filesystem::exists(file)) << file << " is missing; run scripts/update-golden";
  EXPECT_EQ(read_file(file), actual) << "in " << file;
}

// A test's name from a case's: ctest accepts only letters, digits and underscores.
inline std::string test_name(const ::testing::TestParamInfo<std::string>& info) {
  std::string name = info.param;
  std::replace_if(
      name.begin(), name.end(), [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); }, '_');
  return name;
}

}  // namespace edgewise::testing
