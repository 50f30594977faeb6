// SPDX-License-Identifier: Apache-2.0
// "Did you mean": the candidate that takes the fewest slips of the keyboard.
#include <algorithm>

#include "text/diagnostic.h"
#include "text/utf8.h"

namespace edgewise {
namespace {

std::u32string code_points(std::string_view text) {
  std::u32string decoded;
  for (std::size_t i = 0; i < text.size();) decoded += next_code_point(text, i);
  return decoded;
}

// Insertions, deletions, replacements and swaps of neighbours that lead from `a` to `b`.
std::size_t edit_distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::size_t> before_last(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before_last.swap(last);
    last.swap(row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
  }
  return row[b.size()];
}

}  // namespace

std::string_view nearest_name(std::string_view word, const std::vector<std::string>& candidates) {
  if (word.empty()) return {};
  const std::u32string wanted = code_points(word);
  std::size_t best_distance = std::max<std::size_t>(1, wanted.size() / 3) + 1;
  std::string_view best;
  for (const std::string& candidate : candidates) {
    const std::u32string name = code_points(candidate);
    const std::size_t longer = std::max(name.size(), wanted.size()), shorter = std::min(name.size(), wanted.size());
    if (longer - shorter >= best_distance) continue;
    const std::size_t distance = edit_distance(wanted, name);
    if (distance >= best_distance) continue;
    best_distance = distance;
    best = candidate;
  }
  return best;
}

}  // namespace edgewise
