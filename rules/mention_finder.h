// SPDX-License-Identifier: Apache-2.0
// Finds everything a document talks about: listed names, names by form, short forms, words that stand for names.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rules/compiled_rules.h"
#include "rules/name_judge.h"
#include "rules/name_trie.h"
#include "rules/typed_text.h"
#include "text/document.h"

namespace edgewise {

// Works on one document, once. Overlaps are settled by one order everywhere: the earlier beginning, then the longer,
// then the pattern declared first. What an earlier step found stays, unless a pattern takes it in as a slot.
class MentionFinder {
 public:
  MentionFinder(const RuleSet::Compiled& rules, const Document& document);

  void run();

  // By sentence: ordered and disjoint.
  std::vector<std::vector<FoundMention>>& mentions() { return mentions_; }
  std::vector<EntityRef>& entities() { return entities_; }
  // What became of names in doubt, by name.
  std::vector<NameChoice>& choices() { return choices_; }

 private:
  struct LocalEntity {
    TypeId type = 0;
    EntityId listed = NameTrie::kNone;
  };
  struct Candidate {
    Span span;  // in the document's text
    std::uint32_t pattern = 0;
    std::uint32_t first = 0, last = 0;  // mentions taken in
    std::string key;                    // canonical name; empty = that of the one mention it covers
  };

  struct Reference {
    Span span;  // in the document's text
    TypeId type = 0;
    bool pair = false;
  };
  struct Topic {
    TypeId type = 0;
    std::unordered_map<std::uint32_t, std::uint32_t> counts;  // by entity; looked up, never walked
    std::uint32_t most = 0;
    std::optional<FoundMention> leader;
  };

  void tag_listed();
  void tag_listed_in(std::uint32_t sentence, const NameVerdicts* verdicts);
  void settle_doubts();
  void drop_doubts_that_forms_settled();
  void run_stage(const MentionStage& stage);
  void run_stage_on(const MentionStage& stage, std::uint32_t sentence);
  void gather_candidates(const MentionStage& stage, std::uint32_t pattern, const std::vector<FoundMention>& mentions,
                         std::vector<Candidate>& candidates);
  void accept(const MentionStage& stage, std::uint32_t sentence, const std::vector<Candidate>& accepted);
  std::string canonical_name(const MentionRule& rule, const PatternMatch& match,
                             const std::vector<FoundMention>& mentions) const;
  std::string name_in_group(Span group, const std::vector<FoundMention>& mentions) const;
  void take_in_brackets(std::uint32_t sentence);
  bool bracket_names_it(std::uint32_t sentence, std::size_t mention, Span inside, std::size_t& covered);
  bool takes_over(const FoundMention& full, const FoundMention& listed, std::string_view name, bool declared) const;
  void apply_declared();
  void learn_parts(ShortenDecl::How how);
  void join_parts(const std::map<std::string, std::uint32_t, std::less<>>& parts);
  void tag_learned();
  std::vector<Reference> references_in(std::uint32_t sentence);
  void resolve_references();
  void count_topics(std::uint32_t sentence);
  const FoundMention* topic(TypeId type) const;
  std::vector<FoundMention> meant_by(std::uint32_t sentence, const Reference& reference) const;
  std::vector<FoundMention> pair_before(std::uint32_t sentence, std::uint32_t before, TypeId type) const;
  const FoundMention* antecedent(std::uint32_t sentence, std::uint32_t before, TypeId type) const;

  void learn(std::string_view name, std::uint32_t entity, Via via);
  FoundMention make_mention(Span span, std::uint32_t entity, TypeId type, Via via) const;
  std::uint32_t listed_entity(EntityId id);
  std::uint32_t named_entity(const std::string& key, TypeId type);
  bool shortens(TypeId type, ShortenDecl::How how, std::string_view part = {}) const;

  const RuleSet::Compiled& rules_;
  const Document& document_;
  std::vector<std::vector<FoundMention>> mentions_;
  std::vector<EntityRef> entities_;
  std::vector<LocalEntity> local_;
  std::unordered_map<EntityId, std::uint32_t> by_listed_;
  std::unordered_map<std::string, std::uint32_t> by_key_;
  struct Learned {
    std::string name;
    std::uint32_t entity = 0;
    Via via = Via::learned;
  };
  std::vector<Learned> learned_;
  struct Declared {
    std::uint32_t entity = 0;
    bool over_tables = false;  // although the name is listed for another thing
  };
  std::map<std::string, Declared, std::less<>> declared_;  // names that the document gives to something in brackets
  std::size_t applied_ = 0;                                // how many of declared_ the mentions show
  std::vector<DoubtfulPlace> doubtful_;                    // by position
  std::vector<NameChoice> choices_;
  std::size_t tagged_ = 0;  // how many of learned_ have been looked for
  TypedText typed_;
  std::vector<std::uint32_t> candidates_;
  std::vector<Topic> topics_;
};

// True if `short_form` can be a short form of `name`: any Latin gloss of a Chinese name, the first letters of the words
// of a Latin one, or Han characters that occur in the name in that order.
bool may_shorten(std::string_view name, std::string_view short_form);

// True if a Han character occurs in `text`.
bool has_han(std::string_view text);

}  // namespace edgewise
