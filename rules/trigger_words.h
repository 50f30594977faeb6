// SPDX-License-Identifier: Apache-2.0
// The words by which relation patterns tell of their relation.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rules/compiled_rules.h"
#include "rules/name_trie.h"

namespace edgewise {

// A trigger is a run of letters that a pattern has outside its optional parts: two Han characters or more, or the first
// four letters of a word or more. Words that stand in the patterns of many relations tell of none and are left out.
// Immutable; safe to share.
class TriggerWords {
 public:
  explicit TriggerWords(const RuleSet::Compiled& rules);

  struct Trigger {
    std::string word;
    std::vector<std::uint32_t> patterns;  // ascending
  };
  const Trigger& operator[](std::uint32_t trigger) const { return triggers_[trigger]; }

  // Indexes of the triggers that occur in `typed`, ascending. Latin ones must stand at the beginning of a word;
  // those that are a part of another one that occurs are left out.
  std::vector<std::uint32_t> in(std::string_view typed) const;

 private:
  std::vector<Trigger> triggers_;
  NameTrie words_;
};

}  // namespace edgewise
