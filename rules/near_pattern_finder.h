// SPDX-License-Identifier: Apache-2.0
// Which patterns come nearest to a statement that is not found.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <vector>

#include "rules/compiled_rules.h"
#include "rules/document_facts.h"
#include "rules/expectation.h"
#include "rules/mention_finder.h"
#include "rules/pattern_probe.h"
#include "rules/text_unit.h"
#include "rules/typed_text.h"

namespace edgewise {

// Refers to all it is given. For one question; not safe for concurrent use.
class NearPatternFinder {
 public:
  // Patterns are tried where they look at one of `sentences`, indexes into Document::sentences(). `extraction` is that
  // of the document, `probe` of the same rules.
  NearPatternFinder(const RuleSet& rules, const Document& document, const Extraction& extraction,
                    const std::set<std::uint32_t>& sentences, PatternProbe& probe)
      : rules_(rules),
        compiled_(rules.compiled()),
        story_(compiled_, document),
        document_(story_.document()),
        extraction_(extraction),
        sentences_(sentences),
        finder_(compiled_, document_),
        probe_(probe) {}

  // Tries every pattern that can say `relation` with any of the mentions `from` and `to` at its ends. The nearest comes
  // first; of each pattern only where it gets furthest.
  std::vector<NearPattern> find(std::uint32_t relation, const std::vector<std::uint32_t>& from,
                                const std::vector<std::uint32_t>& to);

 private:
  std::uint32_t entity(std::uint32_t mention) const { return extraction_.mentions[mention].entity; }
  bool meets(std::uint32_t first, std::uint32_t last) const {
    const auto next = sentences_.lower_bound(first);
    return next != sentences_.end() && *next <= last;
  }
  bool concerns(const RelationRule& rule) const;
  void try_unit(MatchScope scope, const TextUnit& unit);
  void try_pair(MatchScope scope, const TextUnit& unit, std::uint32_t from, std::uint32_t to, bool reversed);
  void try_pattern(std::uint32_t pattern, const TextUnit& unit, std::uint32_t from, std::uint32_t to, bool reversed);
  void tell_why_not_found(NearPattern& near, std::uint32_t from, std::uint32_t to);
  void keep(NearPattern near);

  const RuleSet& rules_;
  const RuleSet::Compiled& compiled_;
  const Story story_;
  const Document& document_;
  const Extraction& extraction_;
  const std::set<std::uint32_t>& sentences_;
  MentionFinder finder_;
  PatternProbe& probe_;
  std::uint32_t relation_ = 0;
  bool symmetric_ = false;
  std::vector<std::uint32_t> from_, to_;      // mentions
  std::vector<std::uint32_t> first_mention_;  // by sentence
  UnitMentions inside_;
  TypedText typed_;
  std::map<std::uint32_t, NearPattern> nearest_;  // by pattern
};

}  // namespace edgewise
