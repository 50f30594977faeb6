// SPDX-License-Identifier: Apache-2.0
// Points for each candidate, and a winner only where it is clearly ahead.
#include "rules/name_judge.h"

#include <algorithm>
#include <map>
#include <tuple>

#include <re2/re2.h>

#include "text/utf8.h"

namespace edgewise {
namespace {

// What each clue is worth. The figures are few and small so that a reader of a report can add them up.
constexpr std::uint32_t kFullName = 4;  // another name of it, which is in no doubt
constexpr std::uint32_t kUsual = 3;     // it is called so anyway
constexpr std::uint32_t kOnce = 2;      // one of its words, or one place that fits its type
constexpr std::uint32_t kOften = 3;     // several of them
constexpr std::uint32_t kLeast = 2;     // what a winner needs, and by how much it must be ahead

constexpr std::size_t kMostPlaces = 64;      // of a name that are looked at for fits
constexpr std::uint32_t kContextBytes = 96;  // around a place

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

std::uint32_t worth(std::uint32_t count) { return count == 0 ? 0 : count == 1 ? kOnce : kOften; }

class NameJudge {
 public:
  NameJudge(const RuleSet::Compiled& rules, const Document& document, const std::vector<bool>& named,
            const std::vector<std::vector<FoundMention>>& mentions)
      : rules_(rules), document_(document), named_(named), mentions_(mentions) {
    note_near_words();
  }

  NameChoice judge(const SharedName& name, const std::vector<const DoubtfulPlace*>& places,
                   std::optional<EntityId>& meaning);

 private:
  void note_near_words();
  NameCandidate candidate(const NameClaim& claim, const std::vector<const DoubtfulPlace*>& places);
  std::string context(const DoubtfulPlace& place, bool before);
  bool fits(const DoubtfulPlace& place, TypeId type);

  const RuleSet::Compiled& rules_;
  const Document& document_;
  const std::vector<bool>& named_;
  const std::vector<std::vector<FoundMention>>& mentions_;
  std::vector<bool> near_;  // which of the gazetteer's words occur
  TypedText typed_;
};

void NameJudge::note_near_words() {
  const NameTrie& words = rules_.gazetteer.near_words();
  near_.assign(words.size(), false);
  if (words.size() == 0) return;
  const std::string_view text = document_.text();
  const auto size = static_cast<std::uint32_t>(text.size());
  for (std::size_t at = 0; at < text.size(); (void)next_code_point(text, at)) {
    const NameTrie::Hit hit = words.longest_at(text, static_cast<std::uint32_t>(at), size);
    if (hit.value != NameTrie::kNone) near_[hit.value] = true;
  }
}

// The end of up to kContextBytes behind `at`, on a whole character.
std::uint32_t window_end(std::string_view text, std::uint32_t at, std::uint32_t end) {
  if (end - at <= kContextBytes) return end;
  std::uint32_t cut = at + kContextBytes;
  while (continues_character(text[cut])) --cut;
  return cut;
}

std::uint32_t window_begin(std::string_view text, std::uint32_t begin, std::uint32_t at) {
  if (at - begin <= kContextBytes) return begin;
  std::uint32_t cut = at - kContextBytes;
  while (continues_character(text[cut])) ++cut;
  return cut;
}

// What stands before a place (or behind it) as typed text, a bounded stretch of it.
std::string NameJudge::context(const DoubtfulPlace& place, bool before) {
  const std::string_view text = document_.text();
  const Span sentence = document_.sentences()[place.sentence].span;
  Span window = before ? Span{window_begin(text, sentence.begin, place.span.begin), place.span.begin}
                       : Span{place.span.end, window_end(text, place.span.end, sentence.end)};
  std::vector<FoundMention> inside;
  const auto& all = mentions_[place.sentence];
  const auto first = std::partition_point(all.begin(), all.end(),
                                          [&](const FoundMention& known) { return known.span.end <= window.begin; });
  for (auto next = first; next != all.end() && next->span.begin < window.end; ++next) {
    const FoundMention& known = *next;
    if (known.span.begin < window.begin)
      window.begin = known.span.end;
    else if (known.span.end > window.end)
      window.end = known.span.begin;
    else
      inside.push_back(known);
  }
  typed_.build(text, window, inside, *rules_.codes);
  return std::string(typed_.text());
}

bool holds(const re2::RE2& regex, std::string_view text, re2::RE2::Anchor anchor) {
  return regex.Match(re2::StringPiece(text.data(), text.size()), 0, text.size(), anchor, nullptr, 0);
}

bool NameJudge::fits(const DoubtfulPlace& place, TypeId type) {
  const std::string_view language = language_of(document_.sentences()[place.sentence]);
  std::optional<std::string> ahead, behind;
  return std::any_of(rules_.fits.begin(), rules_.fits.end(), [&](const FitRule& rule) {
    if (!rules_.types.is_a(type, rule.type) || !(rule.language.empty() || rule.language == language)) return false;
    if (!ahead) ahead = context(place, false);
    if (!behind) behind = context(place, true);
    return (rule.before == nullptr || holds(*rule.before, *ahead, re2::RE2::ANCHOR_START)) &&
           (rule.after == nullptr || holds(*rule.after, *behind, re2::RE2::UNANCHORED));
  });
}

NameCandidate NameJudge::candidate(const NameClaim& claim, const std::vector<const DoubtfulPlace*>& places) {
  const ListedEntity& entity = rules_.gazetteer.entities()[claim.entity];
  NameCandidate candidate{entity.ref.key, entity.ref.type};
  candidate.usual = !claim.weak;
  candidate.full_name = named_[claim.entity];
  candidate.near = static_cast<std::uint32_t>(
      std::count_if(entity.near.begin(), entity.near.end(), [&](std::uint32_t word) { return near_[word]; }));
  for (std::size_t i = 0; i < places.size() && i < kMostPlaces; ++i) candidate.fits += fits(*places[i], entity.type);
  candidate.points = (candidate.usual ? kUsual : 0) + (candidate.full_name ? kFullName : 0) + worth(candidate.near) +
                     worth(candidate.fits);
  return candidate;
}

NameChoice NameJudge::judge(const SharedName& name, const std::vector<const DoubtfulPlace*>& places,
                            std::optional<EntityId>& meaning) {
  NameChoice choice;
  choice.name = name.name;
  for (const DoubtfulPlace* place : places) choice.places.push_back(place->span);
  std::vector<std::pair<NameCandidate, EntityId>> ranked;
  for (const NameClaim& claim : name.claims) ranked.emplace_back(candidate(claim, places), claim.entity);
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& a, const auto& b) { return a.first.points > b.first.points; });
  const std::uint32_t second = ranked.size() > 1 ? ranked[1].first.points : 0;
  choice.resolved = ranked.front().first.points >= second + kLeast;
  if (choice.resolved) meaning = ranked.front().second;
  for (auto& [candidate, entity] : ranked) choice.candidates.push_back(std::move(candidate));
  return choice;
}

}  // namespace

NameVerdicts judge_names(const RuleSet::Compiled& rules, const Document& document,
                         const std::vector<DoubtfulPlace>& places, const std::vector<bool>& named,
                         const std::vector<std::vector<FoundMention>>& mentions) {
  const std::vector<SharedName>& names = rules.gazetteer.shared();
  std::map<std::uint32_t, std::vector<const DoubtfulPlace*>> by_name;
  for (const DoubtfulPlace& place : places) by_name[place.name].push_back(&place);
  NameVerdicts verdicts;
  verdicts.meaning.resize(names.size());
  NameJudge judge(rules, document, named, mentions);
  for (const auto& [name, where] : by_name)
    verdicts.choices.push_back(judge.judge(names[name], where, verdicts.meaning[name]));
  std::sort(verdicts.choices.begin(), verdicts.choices.end(), [](const NameChoice& a, const NameChoice& b) {
    return std::tie(a.name, a.places.front().begin) < std::tie(b.name, b.places.front().begin);
  });
  return verdicts;
}

}  // namespace edgewise
