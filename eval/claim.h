// SPDX-License-Identifier: Apache-2.0
// What somebody says stands in a document, to be compared with gold.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace edgewise {

// One place that a claim rests on.
struct ClaimSource {
  std::string rule;        // may be empty
  std::string sentence;    // may be empty
  std::uint32_t line = 0;  // 1-based, of the article; 0: not known
};

// Names as a reader of the graph sees them. The same relation may be claimed several times.
struct Claim {
  std::string document;  // id as its maker gives it, such as news/a.txt#2
  std::string from, relation, to;
  std::string modality;  // empty: not said; words that are no modality of ours are kept
  bool symmetric = false;
  std::vector<ClaimSource> sources;  // may be empty
};

}  // namespace edgewise
