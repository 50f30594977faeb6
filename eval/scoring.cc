// SPDX-License-Identifier: Apache-2.0
// Comparing document by document.
#include "eval/scoring.h"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace edgewise {
namespace {

using Marks = std::vector<std::string>;

// All that is claimed under one spelling of a relation and its ends.
struct Triple {
  const Claim* first = nullptr;
  std::set<std::string> modalities;
  std::vector<const ClaimSource*> sources;
  bool symmetric = false;

  bool denied() const { return modalities.size() == 1 && *modalities.begin() == name(Modality::negated); }
  bool says_modality() const { return modalities.size() > 1 || !modalities.begin()->empty(); }
};

// What is registered under two ends, found by any mark of each.
template <typename Value>
class ByEnds {
 public:
  void add(const std::string& relation, const Marks& from, const Marks& to, Value value) {
    for (const std::string& f : from)
      for (const std::string& t : to) values_[{relation, f, t}].push_back(value);
  }
  std::set<Value> find(const std::string& relation, const Marks& from, const Marks& to) const {
    std::set<Value> found;
    for (const std::string& f : from)
      for (const std::string& t : to)
        if (const auto at = values_.find({relation, f, t}); at != values_.end())
          found.insert(at->second.begin(), at->second.end());
    return found;
  }

 private:
  std::map<std::tuple<std::string, std::string, std::string>, std::vector<Value>> values_;
};

// One document at a time; what it finds goes into the score.
class DocumentScorer {
 public:
  DocumentScorer(const std::string& document, const std::vector<GoldRelation>& gold, const NameGroups& groups,
                 const ScoringRules& rules, Score& score)
      : document_(document), gold_(gold), groups_(groups), rules_(rules), score_(score), found_by_(gold.size()) {
    for (std::size_t i = 0; i < gold.size(); ++i)
      gold_by_ends_.add(gold[i].relation, marks(gold[i].from), marks(gold[i].to), i);
    here_.document = document;
    here_.empty = gold.empty();
  }

  void compare(const std::vector<Claim>& claims) {
    for (const auto& [spelling, triple] : triples_in(claims)) compare(triple);
    count_gold();
    count_confusion();
    count_extras();
    score_.overall += here_.tally;
    score_.modality += here_.modality;
    score_.documents.push_back(std::move(here_));
  }

 private:
  struct FoundBy {
    bool found = false;
    std::set<std::string> rules;
  };

  Marks marks(const std::string& name) const { return groups_.marks(name, rules_.names); }
  std::string extra_name(const std::string& name) const {
    return rules_.names == NameRule::strict ? name : fold_name(name);
  }

  // In the order of the names as they would stand between single quotes.
  std::map<std::string, Triple> triples_in(const std::vector<Claim>& claims) const {
    std::map<std::string, Triple> triples;
    for (const Claim& claim : claims) {
      Triple& triple = triples[fmt::format("'{}', '{}', '{}'", claim.from, claim.relation, claim.to)];
      if (!triple.first) triple.first = &claim;
      triple.modalities.insert(claim.modality);
      triple.symmetric = rules_.symmetric.contains(claim.relation);
      for (const ClaimSource& source : claim.sources) triple.sources.push_back(&source);
    }
    return triples;
  }

  std::set<std::size_t> gold_for(const Triple& triple) const {
    const Claim& claim = *triple.first;
    const Marks from = marks(claim.from), to = marks(claim.to);
    std::set<std::size_t> found = gold_by_ends_.find(claim.relation, from, to);
    if (triple.symmetric) found.merge(gold_by_ends_.find(claim.relation, to, from));
    std::erase_if(found, [&](std::size_t i) { return (gold_[i].modality == Modality::negated) != triple.denied(); });
    return found;
  }

  void compare(const Triple& triple) {
    if (!rules_.relations.empty() && !rules_.relations.contains(triple.first->relation)) {
      ++score_.left_out[triple.first->relation];
      return;
    }
    const std::set<std::size_t> found = gold_for(triple);
    for (const std::size_t i : found) {
      if (!gold_[i].optional && !found_by_[i].found && triple.says_modality()) judge_modality(gold_[i], triple);
      found_by_[i].found = true;
      for (const ClaimSource* source : triple.sources) found_by_[i].rules.insert(source->rule);
    }
    if (found.empty() && !triple.denied()) add_extra(triple);
  }

  void judge_modality(const GoldRelation& gold, const Triple& triple) {
    const std::string wanted(name(gold.modality));
    const bool right = triple.modalities.contains(wanted);
    ++here_.modality.judged;
    here_.modality.right += right ? 1 : 0;
    ++score_.modalities[{wanted, right ? wanted : fmt::format("{}", fmt::join(triple.modalities, "+"))}];
  }

  void add_extra(const Triple& triple) {
    const Claim& claim = *triple.first;
    std::string from = extra_name(claim.from), to = extra_name(claim.to);
    if (triple.symmetric && to < from) std::swap(from, to);
    Extra& extra = extras_[{claim.relation, from, to}];
    if (extra.document.empty()) {
      extra = {document_, claim.from, claim.relation, claim.to, {}, {}};
      extra_order_.push_back(&extra);
    }
    extra.modalities.insert(triple.modalities.begin(), triple.modalities.end());
    for (const ClaimSource* source : triple.sources) extra.sources.push_back(*source);
  }

  void count_gold() {
    for (std::size_t i = 0; i < gold_.size(); ++i) {
      const GoldRelation& gold = gold_[i];
      if (gold.optional) {
        ++score_.optional_gold;
        score_.optional_found += found_by_[i].found ? 1 : 0;
        continue;
      }
      const std::size_t right = found_by_[i].found ? 1 : 0;
      count(gold.relation, {right, right, 1});
      if (right == 0) score_.misses.push_back({document_, &gold});
      count_rules(gold.relation, found_by_[i].rules);
    }
  }

  void count(const std::string& relation, const Tally& tally) {
    here_.tally += tally;
    score_.relations[relation] += tally;
  }

  void count_rules(const std::string& relation, std::set<std::string> rules) {
    rules.erase(std::string());
    for (const std::string& rule : rules) {
      RuleScore& score = score_.rules[rule];
      score.relation = relation;
      ++score.right;
      score.alone += rules.size() == 1 ? 1 : 0;
    }
  }

  void count_extras() {
    for (Extra* extra : extra_order_) {
      count(extra->relation, {0, 1, 0});
      std::set<std::string> rules;
      for (const ClaimSource& source : extra->sources)
        if (!source.rule.empty()) rules.insert(source.rule);
      for (const std::string& rule : rules) {
        score_.rules[rule].relation = extra->relation;
        ++score_.rules[rule].wrong;
      }
      score_.extras.push_back(std::move(*extra));
    }
  }

  void count_confusion() {
    ByEnds<std::size_t> extras;
    for (std::size_t i = 0; i < extra_order_.size(); ++i)
      extras.add({}, marks(extra_order_[i]->from), marks(extra_order_[i]->to), i);
    std::vector<bool> explained(extra_order_.size());
    for (std::size_t i = 0; i < gold_.size(); ++i) {
      const GoldRelation& gold = gold_[i];
      if (gold.optional) continue;
      const bool denied = gold.modality == Modality::negated;
      std::set<ConfusedPair> pairs;
      if (found_by_[i].found) {
        pairs.insert({gold.relation, gold.relation, false, false});
      } else {
        for (const bool reversed : {false, true})
          for (const std::size_t e : reversed ? extras.find({}, marks(gold.to), marks(gold.from))
                                              : extras.find({}, marks(gold.from), marks(gold.to))) {
            const std::string& claimed = extra_order_[e]->relation;
            pairs.insert({gold.relation, claimed, denied, reversed && !rules_.symmetric.contains(claimed)});
            explained[e] = true;
          }
        if (pairs.empty()) pairs.insert({gold.relation, {}, denied, false});
      }
      for (const ConfusedPair& pair : pairs) ++score_.confusion[pair];
    }
    for (std::size_t e = 0; e < explained.size(); ++e)
      if (!explained[e]) ++score_.confusion[{{}, extra_order_[e]->relation, false, false}];
  }

  const std::string& document_;
  const std::vector<GoldRelation>& gold_;
  const NameGroups& groups_;
  const ScoringRules& rules_;
  Score& score_;
  DocumentScore here_;
  ByEnds<std::size_t> gold_by_ends_;
  std::vector<FoundBy> found_by_;
  std::map<std::tuple<std::string, std::string, std::string>, Extra> extras_;
  std::vector<Extra*> extra_order_;
};

}  // namespace

Tally RuleScore::tally(const std::map<std::string, Tally>& relations) const {
  const auto of_kind = relations.find(relation);
  return {right, right + wrong, of_kind == relations.end() ? 0 : of_kind->second.wanted};
}

Score score_claims(const GoldSet& gold, const std::map<std::string, std::vector<Claim>>& claims,
                   const NameGroups& groups, const ScoringRules& rules) {
  Score score;
  const std::vector<Claim> none;
  for (const auto& [id, document] : gold.documents()) {
    const auto claimed = claims.find(id);
    DocumentScorer(id, document.relations, groups, rules, score)
        .compare(claimed == claims.end() ? none : claimed->second);
  }
  return score;
}

}  // namespace edgewise
