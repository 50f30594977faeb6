// SPDX-License-Identifier: Apache-2.0
// Sentences that could tell of a relation but gave nothing: where the next pattern should go.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "rules/compiled_rules.h"
#include "rules/corpus_coverage.h"
#include "rules/trigger_words.h"
#include "rules/typed_text.h"
#include "text/diagnostic.h"
#include "text/document.h"

namespace edgewise {

// Add documents one after the other. Not safe for concurrent use; `rules` must outlive it. Keeps at most a hundred
// thousand sentences, those whose names stand nearest to the word; the counts of words are exact.
class NearMisses {
 public:
  explicit NearMisses(const RuleSet::Compiled& rules);

  // `extraction` is that of `document` with the same rules.
  void add(const Document& document, const Extraction& extraction);

  std::uint64_t count() const { return count_; }
  // First those with words that usually stand in a match and with names close to them, of each relation some; at most
  // `most`, each sentence once.
  std::vector<NearMiss> ranked(std::size_t most) const;
  // The words with most misses first, each miss weighed by how often the word tells of its relation.
  std::vector<TriggerRecord> words() const;

 private:
  struct Record {
    std::uint64_t told = 0, missed = 0;
  };
  struct Tried {
    std::vector<std::uint32_t> triggers, patterns;  // ascending
  };
  struct Kept {
    std::uint32_t relation = 0, apart = 0;
    std::string from, to;
    Tried by;
    Place where;
    std::string excerpt, sentence;
  };

  struct Told;  // what the engine found in a sentence

  std::map<std::uint32_t, Tried> tried_on(const Sentence& sentence) const;
  void look_at(const Document& document, const Extraction& extraction, std::uint32_t sentence,
               const std::vector<FoundMention>& mentions, const Told& told);
  bool is_refused(const std::vector<std::uint32_t>& patterns) const;
  double weight(std::uint32_t relation, std::uint32_t trigger) const;
  double weight(const Kept& kept) const;
  NearMiss told(const Kept& kept) const;
  void keep_nearest();

  const RuleSet::Compiled& rules_;
  TriggerWords triggers_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, Record> records_;  // by relation and trigger
  std::vector<Kept> kept_;
  std::uint64_t count_ = 0;
  TypedText typed_;  // of the sentence that is looked at
};

}  // namespace edgewise
