// SPDX-License-Identifier: Apache-2.0
// Hashing contents to ids, with a fixed way out of collisions.
#include "graph/content_id.h"

#include <unordered_set>

#include <fmt/format.h>
#include <xxhash.h>

namespace edgewise {

std::uint64_t hash_content(std::string_view content, std::uint64_t seed) {
  return XXH3_64bits_withSeed(content.data(), content.size(), seed);
}

std::vector<std::string> content_ids(char prefix, const std::vector<std::string>& contents, ContentHash hash) {
  std::vector<std::string> ids;
  ids.reserve(contents.size());
  std::unordered_set<std::uint64_t> taken;
  taken.reserve(contents.size());
  for (const std::string& content : contents) {
    std::uint64_t seed = 0;
    std::uint64_t number = hash(content, seed);
    while (!taken.insert(number).second) number = hash(content, ++seed);
    ids.push_back(fmt::format("{}{:016x}", prefix, number));
  }
  return ids;
}

std::string joined_content(const std::vector<std::string_view>& parts) {
  std::string joined;
  for (std::string_view part : parts) joined += fmt::format("{}:{}", part.size(), part);
  return joined;
}

}  // namespace edgewise
