// SPDX-License-Identifier: Apache-2.0
// Short ASCII ids that depend on what they name and on nothing else.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace edgewise {

// A 64-bit hash of `content`; different seeds give unrelated hashes.
using ContentHash = std::uint64_t (*)(std::string_view content, std::uint64_t seed);

// XXH3, the same number on every machine.
std::uint64_t hash_content(std::string_view content, std::uint64_t seed);

// One id for each of `contents`: `prefix` and 16 hex digits of the hash. Requires `contents` to be sorted and without
// duplicates. Where two contents have the same hash, the later one is hashed again with the next seed until its id is
// free, so ids are unique and depend only on the set of contents.
std::vector<std::string> content_ids(char prefix, const std::vector<std::string>& contents,
                                     ContentHash hash = hash_content);

// Strings joined so that different lists never give the same content, whatever characters they hold.
std::string joined_content(const std::vector<std::string_view>& parts);

}  // namespace edgewise
