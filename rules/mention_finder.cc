// SPDX-License-Identifier: Apache-2.0
// Listed names and mention patterns; what documents themselves teach is in bracket_names.cc and document_names.cc.
#include "rules/mention_finder.h"

#include <algorithm>
#include <tuple>

#include "text/normalise.h"
#include "text/utf8.h"

namespace edgewise {
namespace {

constexpr std::size_t kLongestName = 64;  // code points; longer matches of a mention pattern are no names

Span trimmed(std::string_view text, Span span) {
  while (span.begin < span.end && text[span.begin] == ' ') ++span.begin;
  while (span.begin < span.end && text[span.end - 1] == ' ') --span.end;
  return span;
}

}  // namespace

MentionFinder::MentionFinder(const RuleSet::Compiled& rules, const Document& document)
    : rules_(rules), document_(document), mentions_(document.sentences().size()) {}

void MentionFinder::run() {
  tag_listed();
  for (std::uint32_t i = 0; i < mentions_.size(); ++i) take_in_brackets(i);
  tag_learned();
  for (const MentionStage& stage : rules_.stages) run_stage(stage);
  learn_parts(ShortenDecl::How::last_part);
  learn_parts(ShortenDecl::How::first_part);
  tag_learned();
  resolve_references();
  drop_doubts_that_forms_settled();
}

FoundMention MentionFinder::make_mention(Span span, std::uint32_t entity, TypeId type, Via via) const {
  return {span, entity, type, rules_.codes->index(type, local_[entity].listed), via};
}

std::uint32_t MentionFinder::listed_entity(EntityId id) {
  const auto [entry, fresh] = by_listed_.try_emplace(id, static_cast<std::uint32_t>(entities_.size()));
  if (fresh) {
    const ListedEntity& listed = rules_.gazetteer.entities()[id];
    entities_.push_back(listed.ref);
    local_.push_back({listed.type, id});
  }
  return entry->second;
}

std::uint32_t MentionFinder::named_entity(const std::string& key, TypeId type) {
  if (const auto listed = rules_.gazetteer.find(key)) return listed_entity(*listed);
  // A weak name that a pattern finds by its form needs no other support.
  if (const SharedName* weak = rules_.gazetteer.find_shared(key); weak != nullptr && weak->claims.size() == 1) {
    const EntityId claimant = weak->claims.front().entity;
    const TypeId listed = rules_.gazetteer.entities()[claimant].type;
    if (rules_.types.is_a(listed, type) || rules_.types.is_a(type, listed)) return listed_entity(claimant);
  }
  const auto [entry, fresh] = by_key_.try_emplace(key, static_cast<std::uint32_t>(entities_.size()));
  if (fresh) {
    entities_.push_back({key, rules_.types.infos()[type].name, {}, {}});
    local_.push_back({type, NameTrie::kNone});
  }
  return entry->second;
}

void MentionFinder::tag_listed() {
  for (std::uint32_t i = 0; i < mentions_.size(); ++i) tag_listed_in(i, nullptr);
  if (!doubtful_.empty()) settle_doubts();
}

// The names of one sentence. Until there are verdicts, names in doubt are only noted. One that stays in doubt leaves
// the text to the shorter names in it.
void MentionFinder::tag_listed_in(std::uint32_t sentence, const NameVerdicts* verdicts) {
  const std::string_view text = document_.text();
  const Span where = document_.sentences()[sentence].span;
  for (std::uint32_t at = where.begin; at < where.end;) {
    NameTrie::Hit hit = rules_.gazetteer.longest_at(text, at, where.end);
    Via via = Via::name;
    while (verdicts != nullptr && Gazetteer::is_shared(hit.value)) {
      const auto meaning = verdicts->meaning[Gazetteer::shared_index(hit.value)];
      via = meaning ? Via::context : Via::name;
      if (meaning)
        hit.value = *meaning;
      else
        hit = rules_.gazetteer.longest_at(text, at, hit.span.end - 1);
    }
    if (hit.value == NameTrie::kNone) {
      std::size_t next = at;
      (void)next_code_point(text, next);
      at = static_cast<std::uint32_t>(next);
      continue;
    }
    at = hit.span.end;
    if (Gazetteer::is_shared(hit.value)) {
      doubtful_.push_back({Gazetteer::shared_index(hit.value), sentence, hit.span});
      continue;
    }
    const std::uint32_t entity = listed_entity(hit.value);
    mentions_[sentence].push_back(make_mention(hit.span, entity, local_[entity].type, via));
  }
}

void MentionFinder::settle_doubts() {
  std::vector<bool> named(rules_.gazetteer.entities().size(), false);
  for (const LocalEntity& entity : local_) named[entity.listed] = true;
  NameVerdicts verdicts = judge_names(rules_, document_, doubtful_, named, mentions_);
  std::uint32_t done = NameTrie::kNone;
  for (const DoubtfulPlace& place : doubtful_) {
    if (place.sentence == done) continue;
    done = place.sentence;
    mentions_[done].clear();
    tag_listed_in(done, &verdicts);
  }
  choices_ = std::move(verdicts.choices);
}

// A pattern or the document itself may have said what a name means that its clues left open.
void MentionFinder::drop_doubts_that_forms_settled() {
  const auto sentence_of = [&](Span place) {
    const auto same = [&](const DoubtfulPlace& doubtful) { return doubtful.span.begin < place.begin; };
    return std::partition_point(doubtful_.begin(), doubtful_.end(), same)->sentence;
  };
  for (NameChoice& choice : choices_) {
    if (choice.resolved) continue;
    std::erase_if(choice.places, [&](Span place) {
      const std::vector<FoundMention>& found = mentions_[sentence_of(place)];
      const auto next = std::partition_point(found.begin(), found.end(),
                                             [&](const FoundMention& mention) { return mention.span.end < place.end; });
      return next != found.end() && next->span.begin <= place.begin;
    });
  }
  std::erase_if(choices_, [](const NameChoice& choice) { return choice.places.empty(); });
}

void MentionFinder::run_stage(const MentionStage& stage) {
  if (stage.patterns.size() == 0) return;
  for (std::uint32_t i = 0; i < mentions_.size(); ++i) {
    run_stage_on(stage, i);
    take_in_brackets(i);
  }
  tag_learned();
}

void MentionFinder::run_stage_on(const MentionStage& stage, std::uint32_t sentence) {
  const Sentence& where = document_.sentences()[sentence];
  typed_.build(document_.text(), where.span, mentions_[sentence], *rules_.codes);
  stage.patterns.candidates(typed_.text(), language_of(where), typed_.codes(), candidates_);
  std::vector<Candidate> found;
  for (const std::uint32_t pattern : candidates_) gather_candidates(stage, pattern, mentions_[sentence], found);
  std::sort(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) {
    if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
    if (a.span.end != b.span.end) return a.span.end > b.span.end;
    return a.pattern < b.pattern;
  });
  std::vector<Candidate> accepted;
  for (Candidate& candidate : found)
    if (accepted.empty() || candidate.span.begin >= accepted.back().span.end) accepted.push_back(std::move(candidate));
  if (!accepted.empty()) accept(stage, sentence, accepted);
}

void MentionFinder::gather_candidates(const MentionStage& stage, std::uint32_t pattern,
                                      const std::vector<FoundMention>& mentions, std::vector<Candidate>& candidates) {
  const std::string_view text = document_.text();
  std::uint32_t from = 0;
  while (const auto match = stage.patterns.find(pattern, typed_.text(), from)) {
    Candidate candidate;
    candidate.pattern = pattern;
    candidate.span = trimmed(text, typed_.to_document(match->span));
    std::tie(candidate.first, candidate.last) = typed_.mentions_in(match->span);
    const std::string_view surface = candidate.span.in(text);
    if (!surface.empty() && count_code_points(surface) <= kLongestName) {
      const bool one_sign =
          candidate.last == candidate.first + 1 && count_code_points(match->span.in(typed_.text())) == 1;
      if (!one_sign) candidate.key = canonical_name(stage.rules[pattern], *match, mentions);
      if (one_sign || !candidate.key.empty()) candidates.push_back(std::move(candidate));
    }
    std::size_t next = match->span.begin;
    if (next >= typed_.text().size()) break;
    (void)next_code_point(typed_.text(), next);
    from = std::max(static_cast<std::uint32_t>(next), from + 1);
    // A context before the match may reach back over what has been taken; only the matches themselves must not overlap.
    if (match->span.end > from) from = match->span.end;
  }
}

// A group that is one mention gives the name of what it stands for, if that was found by a pattern: it may be spelled
// with quotes or a noun around it. A listed name stays as it is written, for the table may know it in another language.
std::string MentionFinder::name_in_group(Span group, const std::vector<FoundMention>& mentions) const {
  const auto [first, last] = typed_.mentions_in(group);
  if (last == first + 1 && count_code_points(group.in(typed_.text())) == 1) {
    const std::uint32_t entity = mentions[first].entity;
    if (local_[entity].listed == NameTrie::kNone) return entities_[entity].key;
  }
  return std::string(typed_.to_document(group).in(document_.text()));
}

std::string MentionFinder::canonical_name(const MentionRule& rule, const PatternMatch& match,
                                          const std::vector<FoundMention>& mentions) const {
  const std::string_view text = document_.text();
  if (!rule.name) return normalise_name(trimmed(text, typed_.to_document(match.span)).in(text));
  std::string name;
  for (std::size_t i = 0; i < rule.name->size(); ++i) {
    const char c = (*rule.name)[i];
    if (c != '\\' || i + 1 >= rule.name->size()) {
      name += c;
      continue;
    }
    const auto group = static_cast<std::size_t>((*rule.name)[++i] - '1');
    if (group < match.groups.size() && match.groups[group]) name += name_in_group(*match.groups[group], mentions);
  }
  return normalise_name(name);
}

void MentionFinder::accept(const MentionStage& stage, std::uint32_t sentence, const std::vector<Candidate>& accepted) {
  const std::vector<FoundMention> before = std::move(mentions_[sentence]);
  std::vector<FoundMention> after;
  std::size_t next = 0;
  for (const Candidate& candidate : accepted) {
    const MentionRule& rule = stage.rules[candidate.pattern];
    for (; next < candidate.first; ++next) after.push_back(before[next]);
    if (candidate.key.empty()) {
      FoundMention retyped = before[candidate.first];
      retyped.type = rule.type;
      retyped.code = rules_.codes->index(rule.type, NameTrie::kNone);
      after.push_back(retyped);
    } else {
      const std::uint32_t entity = named_entity(candidate.key, rule.type);
      after.push_back(make_mention(candidate.span, entity,
                                   local_[entity].listed == NameTrie::kNone ? rule.type : local_[entity].type,
                                   Via::pattern));
      if (rule.learn) learn(candidate.span.in(document_.text()), entity, Via::learned);
    }
    next = std::max<std::size_t>(next, candidate.last);
  }
  for (; next < before.size(); ++next) after.push_back(before[next]);
  mentions_[sentence] = std::move(after);
}

}  // namespace edgewise
