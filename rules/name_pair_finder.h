// SPDX-License-Identifier: Apache-2.0
// The two names that stand most closely around a word.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "rules/compiled_rules.h"
#include "rules/typed_text.h"
#include "text/span.h"

namespace edgewise {

using EntityPair = std::pair<std::uint32_t, std::uint32_t>;  // the smaller index first
EntityPair pair_of(std::uint32_t a, std::uint32_t b);

// Two mentions that fit a relation, and one of its words.
struct NamePair {
  std::size_t from, to;  // indexes of the mentions
  Span stretch;          // of the typed text, with all three
  std::uint32_t apart;   // characters of the stretch besides the three; a mention is one
};

// For one typed text, which `mentions` belong to; both must outlive the finder.
class NamePairFinder {
 public:
  NamePairFinder(const RuleSet::Compiled& rules, const TypedText& typed, const std::vector<FoundMention>& mentions)
      : rules_(rules), typed_(typed), mentions_(mentions) {}

  // The pair that fits the ends of the relation, stands most closely around or beside one of `words`, and is not among
  // `related`. Looks at the first few places of a word and the nearest few mentions there, whatever the text.
  std::optional<NamePair> find(std::uint32_t relation, const std::vector<std::string_view>& words,
                               const std::set<EntityPair>& related);

 private:
  bool fits(std::size_t mention, const std::vector<TypeId>& end) const;
  void look_around(Span word, std::uint32_t relation, const std::set<EntityPair>& related);
  void consider(std::size_t from, std::size_t to, Span word);

  const RuleSet::Compiled& rules_;
  const TypedText& typed_;
  const std::vector<FoundMention>& mentions_;
  std::optional<NamePair> best_;
};

}  // namespace edgewise
