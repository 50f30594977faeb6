// SPDX-License-Identifier: Apache-2.0
// What a corpus says about rules: which are used, which are not, and where the next one should go.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "rules/rule_profile.h"
#include "rules/rule_set.h"
#include "rules/unknown_names.h"
#include "text/diagnostic.h"
#include "text/document.h"

namespace edgewise {

// How a trigger word fared.
struct TriggerRecord {
  std::string relation, word;
  std::uint64_t told = 0;    // sentences in which it stands in a match of the relation
  std::uint64_t missed = 0;  // sentences with two fitting names beside it, but no match
};

// A sentence with two mentions that fit a relation and a trigger word of its patterns, but without a match. Pairs of
// which anything else is told, and sentences in which a guard refuses the match, are left out.
struct NearMiss {
  std::string relation, from, to;
  std::vector<TriggerRecord> triggers;  // those that tell best first
  std::vector<std::string> rules;       // the patterns with these words, such as "company-supplies#2"
  Place where;                          // where the stretch with both mentions and a word begins
  std::string excerpt;                  // that stretch and what stands around it, cut off with `…` where it is long
  std::string sentence;     // as the document has it; the excerpt if it is longer than a few hundred characters
  std::uint32_t apart = 0;  // characters of that stretch besides those three; a mention is one
};

// The listed names of one type.
struct TypeCoverage {
  std::string type;
  std::uint64_t listed = 0;
  std::vector<std::string> unseen;  // in the order of the packs
};

struct CorpusReport {
  RuleProfile profile;
  std::uint64_t statements = 0;
  std::vector<TypeCoverage> names;  // by type
  std::vector<UnknownName> unknown_names;
  std::uint64_t near_miss_count = 0;
  std::vector<NearMiss> near_misses;        // words that usually tell and names close together first; at most 10,000
  std::vector<TriggerRecord> missed_words;  // most misses first, each weighed by how often the word tells
};

// Add documents one after the other. Not safe for concurrent use; `rules` must outlive it.
class CorpusCoverage {
 public:
  explicit CorpusCoverage(const RuleSet& rules);
  ~CorpusCoverage();

  void add(const Document& document);
  CorpusReport report() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace edgewise
