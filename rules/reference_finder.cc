// SPDX-License-Identifier: Apache-2.0
// Words that stand for something said before: found, and taken for what they most likely mean.
#include <algorithm>
#include <iterator>

#include "rules/mention_finder.h"

namespace edgewise {
namespace {

constexpr std::size_t kMostInSight = 100;    // mentions of a sentence that a word for two looks at
constexpr std::uint32_t kSentencesBack = 2;  // how far a reference looks within its paragraph

}  // namespace

// What the document has named most before the present sentence, by type; kept as the sentences go by, because
// counting anew for each reference would take quadratic time.
void MentionFinder::count_topics(std::uint32_t sentence) {
  for (Topic& topic : topics_) {
    for (const FoundMention& mention : mentions_[sentence]) {
      if (mention.via == Via::reference || !rules_.types.is_a(mention.type, topic.type)) continue;
      const std::uint32_t count = ++topic.counts[mention.entity];
      if (count <= topic.most) continue;
      topic.most = count;
      topic.leader = mention;
    }
  }
}

const FoundMention* MentionFinder::topic(TypeId type) const {
  for (const Topic& topic : topics_)
    if (topic.type == type && topic.leader) return &*topic.leader;
  return nullptr;
}

// The first of its kind in the sentence before the word, then in the sentences of the paragraph before that. At the
// head of a paragraph such words mean what the article is about, not what the last paragraph ended with.
const FoundMention* MentionFinder::antecedent(std::uint32_t sentence, std::uint32_t before, TypeId type) const {
  const auto first_of_type = [&](std::uint32_t where, std::uint32_t limit) -> const FoundMention* {
    for (const FoundMention& mention : mentions_[where])
      if (mention.span.end <= limit && rules_.types.is_a(mention.type, type)) return &mention;
    return nullptr;
  };
  if (const FoundMention* here = first_of_type(sentence, before)) return here;
  const auto sentences = document_.sentences();
  for (std::uint32_t back = 1; back <= kSentencesBack && back <= sentence; ++back) {
    const std::uint32_t where = sentence - back;
    if (sentences[where].paragraph != sentences[sentence].paragraph) return topic(type);
    if (const FoundMention* there = first_of_type(where, sentences[where].span.end)) return there;
  }
  return nullptr;
}

// What a word for two things means: the two different ones named before it in its sentence or else there and in the
// sentence before. Where there are more, nobody can tell which are meant.
std::vector<FoundMention> MentionFinder::pair_before(std::uint32_t sentence, std::uint32_t before, TypeId type) const {
  std::vector<FoundMention> found;
  const auto gather = [&](std::uint32_t where, std::uint32_t limit) {
    const auto& known = mentions_[where];
    const auto end = std::partition_point(known.begin(), known.end(),
                                          [&](const FoundMention& other) { return other.span.end <= limit; });
    const auto count = std::min(static_cast<std::size_t>(end - known.begin()), kMostInSight);
    for (auto mention = end - static_cast<std::ptrdiff_t>(count); mention != end && found.size() <= 2; ++mention) {
      const auto same = [&](const FoundMention& other) { return other.entity == mention->entity; };
      if (rules_.types.is_a(mention->type, type) && std::none_of(found.begin(), found.end(), same))
        found.push_back(*mention);
    }
  };
  gather(sentence, before);
  if (found.size() < 2 && sentence > 0) gather(sentence - 1, document_.sentences()[sentence - 1].span.end);
  if (found.size() != 2) found.clear();
  std::sort(found.begin(), found.end(),
            [](const FoundMention& a, const FoundMention& b) { return a.span.begin < b.span.begin; });
  return found;
}

std::vector<FoundMention> MentionFinder::meant_by(std::uint32_t sentence, const Reference& reference) const {
  if (reference.pair) return pair_before(sentence, reference.span.begin, reference.type);
  const FoundMention* one = antecedent(sentence, reference.span.begin, reference.type);
  if (one == nullptr) return {};
  return {*one};
}

// Leftmost and then longest first.
std::vector<MentionFinder::Reference> MentionFinder::references_in(std::uint32_t sentence) {
  const Sentence& where = document_.sentences()[sentence];
  typed_.build(document_.text(), where.span, mentions_[sentence], *rules_.codes);
  rules_.references.candidates(typed_.text(), language_of(where), typed_.codes(), candidates_);
  std::vector<Reference> found;
  for (const std::uint32_t pattern : candidates_) {
    std::uint32_t from = 0;
    while (const auto match = rules_.references.find(pattern, typed_.text(), from)) {
      const auto [first, last] = typed_.mentions_in(match->span);
      if (first == last)
        found.push_back(
            {typed_.to_document(match->span), rules_.reference_types[pattern], rules_.reference_pairs[pattern]});
      from = std::max(match->span.end, from + 1);
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const Reference& a, const Reference& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  return found;
}

void MentionFinder::resolve_references() {
  if (rules_.references.size() == 0) return;
  topics_.clear();
  for (const TypeId type : rules_.reference_types)
    if (std::none_of(topics_.begin(), topics_.end(), [&](const Topic& known) { return known.type == type; }))
      topics_.push_back({type, {}, 0, std::nullopt});
  for (std::uint32_t i = 0; i < mentions_.size(); ++i) {
    std::uint32_t free_from = 0;
    for (const Reference& reference : references_in(i)) {
      if (reference.span.begin < free_from) continue;
      const std::vector<FoundMention> meant = meant_by(i, reference);
      if (meant.empty()) continue;
      free_from = reference.span.end;
      auto place = std::partition_point(mentions_[i].begin(), mentions_[i].end(), [&](const FoundMention& known) {
        return known.span.begin < reference.span.begin;
      });
      for (const FoundMention& one : meant) {
        FoundMention mention = make_mention(reference.span, one.entity, one.type, Via::reference);
        mention.stands_for = one.via == Via::reference ? one.stands_for : one.span;
        // At once: a later word of the sentence may go back to this one.
        place = std::next(mentions_[i].insert(place, mention));
      }
    }
    count_topics(i);
  }
}

}  // namespace edgewise
