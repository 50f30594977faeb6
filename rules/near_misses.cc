// SPDX-License-Identifier: Apache-2.0
// Looks for pairs of names around words that tell of a relation.
#include "rules/near_misses.h"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "rules/name_pair_finder.h"
#include "text/document_place.h"
#include "text/utf8.h"

namespace edgewise {

struct NearMisses::Told {
  std::map<std::uint32_t, std::vector<Span>> relations;  // where their patterns matched
  std::set<EntityPair> pairs;
};

namespace {

constexpr std::size_t kMostKept = 100'000;
constexpr std::size_t kCharactersBefore = 15, kCharactersShown = 60;
constexpr std::size_t kLongSentence = 2'000;  // bytes
// With so many characters between the names and the word a sentence counts half as much.
constexpr double kHalfDistance = 12;
// After so many sentences of one relation the next counts half as much, so that no relation fills the list.
constexpr std::size_t kFewOfOne = 3;

// The mentions of a sentence, [first, last) of the extraction.
std::vector<FoundMention> mentions_of(const RuleSet::Compiled& rules, const Extraction& extraction, std::size_t first,
                                      std::size_t last) {
  std::vector<FoundMention> mentions;
  for (std::size_t i = first; i < last; ++i) {
    const Mention& mention = extraction.mentions[i];
    const EntityRef& entity = extraction.entities[mention.entity];
    const TypeId type = rules.types.find(entity.type).value_or(0);
    const EntityId listed = rules.gazetteer.find(entity.key).value_or(NameTrie::kNone);
    mentions.push_back({mention.span, mention.entity, type, rules.codes->index(type, listed), mention.via});
  }
  return mentions;
}

bool holds(const std::vector<Span>& spans, std::string_view word, const Document& document) {
  return std::any_of(spans.begin(), spans.end(),
                     [&](Span span) { return span.in(document.text()).find(word) != std::string_view::npos; });
}

// The stretch with a little of the sentence before it, and as much behind as fits.
std::string excerpt_of(const Document& document, Span sentence, Span stretch) {
  const std::string_view text = document.text();
  std::size_t begin = stretch.begin;
  for (std::size_t i = 0; i < kCharactersBefore && begin > sentence.begin; ++i) previous_code_point(text, begin);
  std::size_t end = begin;
  for (std::size_t i = 0; i < kCharactersShown && end < sentence.end; ++i) next_code_point(text, end);
  const Span shown{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  return (begin > sentence.begin ? "…" : "") + document.quote(document.original_span(shown)) +
         (end < sentence.end ? "…" : "");
}

void sort_and_unique(std::vector<std::uint32_t>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

}  // namespace

NearMisses::NearMisses(const RuleSet::Compiled& rules) : rules_(rules), triggers_(rules) {}

void NearMisses::add(const Document& document, const Extraction& extraction) {
  std::map<std::uint32_t, Told> told;  // by sentence
  for (const Match& match : extraction.matches) {
    for (const std::uint32_t sentence : {match.sentence, match.last_sentence}) {
      told[sentence].relations[match.relation].push_back(match.span);
      told[sentence].pairs.insert(
          pair_of(extraction.mentions[match.from].entity, extraction.mentions[match.to].entity));
    }
  }
  std::size_t first = 0;
  for (std::uint32_t i = 0; i < document.sentences().size(); ++i) {
    std::size_t last = first;
    while (last < extraction.mentions.size() && extraction.mentions[last].sentence == i) ++last;
    if (last - first >= 2) look_at(document, extraction, i, mentions_of(rules_, extraction, first, last), told[i]);
    first = last;
  }
  if (kept_.size() > 2 * kMostKept) keep_nearest();
}

// The triggers in typed_ and their patterns, by relation.
std::map<std::uint32_t, NearMisses::Tried> NearMisses::tried_on(const Sentence& sentence) const {
  std::map<std::uint32_t, Tried> tried;
  for (const std::uint32_t trigger : triggers_.in(typed_.text())) {
    for (const std::uint32_t pattern : triggers_[trigger].patterns) {
      const RelationRule& rule = rules_.rules[pattern];
      const bool looks_here = rule.scope == MatchScope::sentence || rule.scope == MatchScope::clause;
      if (!looks_here || (!rule.file->language.empty() && rule.file->language != language_of(sentence))) continue;
      tried[rule.relation].triggers.push_back(trigger);
      tried[rule.relation].patterns.push_back(pattern);
    }
  }
  for (auto& [relation, by] : tried) {
    sort_and_unique(by.triggers);
    sort_and_unique(by.patterns);
  }
  return tried;
}

void NearMisses::look_at(const Document& document, const Extraction& extraction, std::uint32_t sentence,
                         const std::vector<FoundMention>& mentions, const Told& told) {
  const Sentence& here = document.sentences()[sentence];
  typed_.build(document.text(), here.span, mentions, *rules_.codes);
  NamePairFinder finder(rules_, typed_, mentions);
  for (const auto& [relation, by] : tried_on(here)) {
    std::vector<std::string_view> words;
    for (const std::uint32_t trigger : by.triggers) words.push_back(triggers_[trigger].word);
    if (const auto matches = told.relations.find(relation); matches != told.relations.end()) {
      for (std::size_t i = 0; i < words.size(); ++i)
        if (holds(matches->second, words[i], document)) ++records_[{relation, by.triggers[i]}].told;
      continue;
    }
    const auto pair = finder.find(relation, words, told.pairs);
    if (!pair || is_refused(by.patterns)) continue;
    for (const std::uint32_t trigger : by.triggers) ++records_[{relation, trigger}].missed;
    ++count_;
    const auto name = [&](std::size_t mention) { return extraction.entities[mentions[mention].entity].key; };
    const Span stretch = typed_.to_document(pair->stretch);
    std::string excerpt = excerpt_of(document, here.span, stretch);
    std::string whole = here.span.size() > kLongSentence ? excerpt : document.quote(document.original_span(here.span));
    kept_.push_back({relation, pair->apart, name(pair->from), name(pair->to), by, start_in(document, stretch),
                     std::move(excerpt), std::move(whole)});
  }
}

// Whether one of the patterns would match if it had no guards.
bool NearMisses::is_refused(const std::vector<std::uint32_t>& patterns) const {
  return std::any_of(patterns.begin(), patterns.end(), [&](std::uint32_t pattern) {
    return rules_.patterns.find_unguarded(pattern, typed_.text(), 0).has_value();
  });
}

// The share of sentences with the word that tell of the relation; a half if nothing is known.
double NearMisses::weight(std::uint32_t relation, std::uint32_t trigger) const {
  const auto record = records_.find({relation, trigger});
  const Record known = record == records_.end() ? Record() : record->second;
  return (static_cast<double>(known.told) + 0.5) / (static_cast<double>(known.told + known.missed) + 1);
}

double NearMisses::weight(const Kept& kept) const {
  double silent = 1;
  for (const std::uint32_t trigger : kept.by.triggers) silent *= 1 - weight(kept.relation, trigger);
  return (1 - silent) * kHalfDistance / (kHalfDistance + kept.apart);
}

void NearMisses::keep_nearest() {
  if (kept_.size() <= kMostKept) return;
  std::stable_sort(kept_.begin(), kept_.end(), [](const Kept& a, const Kept& b) { return a.apart < b.apart; });
  kept_.erase(kept_.begin() + static_cast<std::ptrdiff_t>(kMostKept), kept_.end());
}

NearMiss NearMisses::told(const Kept& kept) const {
  NearMiss miss{rules_.relations[kept.relation].id,
                kept.from,
                kept.to,
                {},
                {},
                kept.where,
                kept.excerpt,
                kept.sentence,
                kept.apart};
  std::vector<std::uint32_t> triggers = kept.by.triggers;
  std::stable_sort(triggers.begin(), triggers.end(), [&](std::uint32_t a, std::uint32_t b) {
    return weight(kept.relation, a) > weight(kept.relation, b);
  });
  for (const std::uint32_t trigger : triggers) {
    const Record record = records_.at({kept.relation, trigger});
    miss.triggers.push_back({miss.relation, triggers_[trigger].word, record.told, record.missed});
  }
  for (const std::uint32_t pattern : kept.by.patterns) miss.rules.push_back(rules_.infos[pattern].rule);
  return miss;
}

std::vector<NearMiss> NearMisses::ranked(std::size_t most) const {
  struct Entry {
    double weight;
    std::size_t kept;
  };
  const auto heavier = [](const Entry& a, const Entry& b) { return a.weight > b.weight; };
  std::vector<Entry> order;
  for (std::size_t i = 0; i < kept_.size(); ++i) order.push_back({weight(kept_[i]), i});
  std::stable_sort(order.begin(), order.end(), heavier);
  std::map<std::uint32_t, std::size_t> before;  // by relation
  std::set<std::pair<std::uint32_t, std::string_view>> known;
  for (Entry& entry : order) {
    const Kept& kept = kept_[entry.kept];
    // News are printed again and again.
    const bool repeated = !known.emplace(kept.relation, kept.sentence).second;
    entry.weight = repeated ? 0
                            : entry.weight * static_cast<double>(kFewOfOne) /
                                  static_cast<double>(kFewOfOne + before[kept.relation]++);
  }
  std::erase_if(order, [](const Entry& entry) { return entry.weight <= 0; });
  std::stable_sort(order.begin(), order.end(), heavier);
  std::vector<NearMiss> ranked;
  for (std::size_t i = 0; i < std::min(most, order.size()); ++i) ranked.push_back(told(kept_[order[i].kept]));
  return ranked;
}

std::vector<TriggerRecord> NearMisses::words() const {
  std::vector<std::tuple<double, TriggerRecord>> weighed;
  for (const auto& [key, record] : records_)
    if (record.missed > 0)
      weighed.emplace_back(
          weight(key.first, key.second) * static_cast<double>(record.missed),
          TriggerRecord{rules_.relations[key.first].id, triggers_[key.second].word, record.told, record.missed});
  std::stable_sort(weighed.begin(), weighed.end(),
                   [](const auto& a, const auto& b) { return std::get<0>(a) > std::get<0>(b); });
  std::vector<TriggerRecord> words;
  for (auto& [weight, record] : weighed) words.push_back(std::move(record));
  return words;
}

}  // namespace edgewise
