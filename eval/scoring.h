// SPDX-License-Identifier: Apache-2.0
// Claims against gold: what is right, what is missed, what is too much.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "eval/claim.h"
#include "eval/confusion.h"
#include "eval/gold_set.h"
#include "eval/name_comparison.h"
#include "eval/tally.h"

namespace edgewise {

struct ScoringRules {
  NameRule names = NameRule::lenient;
  std::set<std::string> symmetric;  // relations that match either way round
  // The relations that count; claims of others are left out. Empty: every relation counts.
  std::set<std::string> relations;
};

// A gold relation that nobody claimed. Points into the GoldSet.
struct Miss {
  std::string document;
  const GoldRelation* gold = nullptr;
};

// A claim that no gold relation supports. Claims that differ only in the writing of names are one.
struct Extra {
  std::string document;
  std::string from, relation, to;  // as written first
  std::set<std::string> modalities;
  std::vector<ClaimSource> sources;
};

// How one rule did. `right` counts gold relations it found, `alone` those that no other rule found.
struct RuleScore {
  std::string relation;
  std::size_t right = 0, alone = 0, wrong = 0;

  // As figures: its recall is its share of all gold relations of its kind, which `relations` knows.
  Tally tally(const std::map<std::string, Tally>& relations) const;
};

struct DocumentScore {
  std::string document;
  Tally tally;
  ModalityTally modality;
  bool empty = false;  // gold says that there is nothing to be found, not even optionally
};

struct Score {
  Tally overall;
  std::map<std::string, Tally> relations;  // those with a gold relation that counts or an extra
  std::map<std::string, RuleScore> rules;  // those that found or claimed anything that counts
  ModalityTally modality;
  std::map<std::pair<std::string, std::string>, std::size_t> modalities;  // (gold, claimed): right relations
  Confusion confusion;
  std::size_t optional_gold = 0, optional_found = 0;
  std::map<std::string, std::size_t> left_out;  // claims of relations that do not count
  std::vector<DocumentScore> documents;         // all of gold, by id
  std::vector<Miss> misses;                     // by document, then in the order of the gold file
  std::vector<Extra> extras;                    // by document, then by name
};

// Compares the claims about each document with its gold. `claims` are by gold document; documents without gold are
// passed over. A claim is right if a gold relation of its document has the same relation and ends; claims made of
// optional gold only are neither right nor wrong. What is only ever denied is compared with denied gold, and is never
// wrong. Modality is right if one of the modalities claimed under the same names is the gold's; where a relation is
// claimed under several names, the first in their order decides. Linear in gold and claims, up to a logarithm and the
// number of alias groups of a name.
Score score_claims(const GoldSet& gold, const std::map<std::string, std::vector<Claim>>& claims,
                   const NameGroups& groups, const ScoringRules& rules);

}  // namespace edgewise
