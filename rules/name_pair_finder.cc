// SPDX-License-Identifier: Apache-2.0
// Looks at the mentions next to each place of a word.
#include "rules/name_pair_finder.h"

#include <algorithm>

#include "text/utf8.h"

namespace edgewise {
namespace {

// A sentence may hold thousands of names; those far from the word do not matter.
constexpr std::size_t kMostTurns = 8, kMostBeside = 4;

}  // namespace

EntityPair pair_of(std::uint32_t a, std::uint32_t b) { return {std::min(a, b), std::max(a, b)}; }

std::optional<NamePair> NamePairFinder::find(std::uint32_t relation, const std::vector<std::string_view>& words,
                                             const std::set<EntityPair>& related) {
  best_.reset();
  for (const std::string_view word : words) {
    std::size_t at = typed_.text().find(word);
    for (std::size_t turn = 0; turn < kMostTurns && at != std::string_view::npos; ++turn) {
      const auto begin = static_cast<std::uint32_t>(at);
      look_around({begin, begin + static_cast<std::uint32_t>(word.size())}, relation, related);
      at = typed_.text().find(word, at + 1);
    }
  }
  return best_;
}

bool NamePairFinder::fits(std::size_t mention, const std::vector<TypeId>& end) const {
  return std::any_of(end.begin(), end.end(),
                     [&](TypeId type) { return rules_.types.is_a(mentions_[mention].type, type); });
}

void NamePairFinder::look_around(Span word, std::uint32_t relation, const std::set<EntityPair>& related) {
  const std::size_t middle = typed_.mentions_in({0, word.begin}).second;
  const std::size_t first = middle - std::min(middle, kMostBeside);
  const std::size_t last = std::min(middle + kMostBeside, mentions_.size());
  for (std::size_t a = first; a < last; ++a) {
    if (!fits(a, rules_.ends[relation].from)) continue;
    for (std::size_t b = first; b < last; ++b) {
      if (mentions_[a].entity == mentions_[b].entity || !fits(b, rules_.ends[relation].to)) continue;
      if (related.count(pair_of(mentions_[a].entity, mentions_[b].entity)) > 0) continue;
      consider(a, b, word);
    }
  }
}

void NamePairFinder::consider(std::size_t from, std::size_t to, Span word) {
  const Span a = typed_.sign(static_cast<std::uint32_t>(from)), b = typed_.sign(static_cast<std::uint32_t>(to));
  const Span stretch{std::min({a.begin, b.begin, word.begin}), std::max({a.end, b.end, word.end})};
  const std::size_t taken = 2 + count_code_points(word.in(typed_.text()));
  const auto apart = static_cast<std::uint32_t>(count_code_points(stretch.in(typed_.text())) - taken);
  if (!best_ || apart < best_->apart) best_ = NamePair{from, to, stretch, apart};
}

}  // namespace edgewise
