// SPDX-License-Identifier: Apache-2.0
// Looks for words of speech around matches.
#include "rules/speaker_finder.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace edgewise {
namespace {

// Bytes; farther away nobody is still understood to speak, and looking takes bounded time in a line without end.
constexpr std::uint32_t kFarthest = 600;        // between words of speech and what is said
constexpr std::uint32_t kLongestSpeech = 2000;  // within quotation marks
constexpr std::string_view kOpen = "“", kClose = "”";
constexpr std::string_view kAround = " ,:\"";  // what may stand around words of speech

struct SpeechAct {
  Span span;                  // in the document's text, as `verb`
  std::uint32_t speaker = 0;  // index into Extraction::mentions
  Span verb;
  bool behind = false;
};

class SpeakerFinder {
 public:
  SpeakerFinder(const RuleSet::Compiled& rules, const Document& document,
                const std::vector<std::vector<FoundMention>>& mentions, const std::vector<std::uint32_t>& first_mention)
      : rules_(rules),
        document_(document),
        mentions_(mentions),
        first_mention_(first_mention),
        acts_(document.sentences().size()) {}

  // Who says what stands at `said` in `sentence`; `later` is where the later of its ends begins.
  std::optional<SpeechAct> speaker_of(std::uint32_t sentence, Span said, std::uint32_t later);

 private:
  const std::vector<SpeechAct>& acts_in(std::uint32_t sentence);
  void look_for(std::uint32_t sentence, std::vector<SpeechAct>& acts);
  Span verb_of(const PatternMatch& match, std::uint32_t mention) const;
  std::optional<SpeechAct> last_before(std::uint32_t sentence, std::uint32_t offset, std::uint32_t begins_by);
  std::optional<SpeechAct> first_behind(std::uint32_t sentence, std::uint32_t offset);
  std::optional<SpeechAct> opener_of_quotation(std::uint32_t sentence, std::uint32_t offset);
  std::string_view between(std::uint32_t begin, std::uint32_t end) const {
    return begin < end ? document_.text().substr(begin, end - begin) : std::string_view();
  }

  const RuleSet::Compiled& rules_;
  const Document& document_;
  const std::vector<std::vector<FoundMention>>& mentions_;
  const std::vector<std::uint32_t>& first_mention_;
  std::vector<std::optional<std::vector<SpeechAct>>> acts_;  // by sentence, once they have been looked for
  TypedText typed_;
  std::vector<std::uint32_t> candidates_;
};

const std::vector<SpeechAct>& SpeakerFinder::acts_in(std::uint32_t sentence) {
  auto& acts = acts_[sentence];
  if (!acts) look_for(sentence, acts.emplace());
  return *acts;
}

void SpeakerFinder::look_for(std::uint32_t sentence, std::vector<SpeechAct>& acts) {
  const Sentence& where = document_.sentences()[sentence];
  typed_.build(document_.text(), where.span, mentions_[sentence], *rules_.codes);
  rules_.speakers.candidates(typed_.text(), language_of(where), typed_.codes(), candidates_);
  for (const std::uint32_t pattern : candidates_) {
    std::uint32_t from = 0;
    while (const auto match = rules_.speakers.find(pattern, typed_.text(), from)) {
      from = std::max(match->span.end, from + 1);
      const auto [first, last] = typed_.mentions_in(match->span);
      if (first == last) continue;
      acts.push_back({typed_.to_document(match->span), first_mention_[sentence] + first,
                      typed_.to_document(verb_of(*match, first)), rules_.speaks_behind[pattern]});
    }
  }
  std::stable_sort(acts.begin(), acts.end(),
                   [](const SpeechAct& a, const SpeechAct& b) { return a.span.begin < b.span.begin; });
}

// The author's first group, or else what stands beside the speaker.
Span SpeakerFinder::verb_of(const PatternMatch& match, std::uint32_t mention) const {
  if (!match.groups.empty() && match.groups.front()) return *match.groups.front();
  const Span speaker = typed_.sign(mention);
  Span verb = speaker.end < match.span.end ? Span{speaker.end, match.span.end} : Span{match.span.begin, speaker.begin};
  const auto is_word = [&](std::uint32_t at) { return kAround.find(typed_.text()[at]) == std::string_view::npos; };
  while (verb.begin < verb.end && !is_word(verb.begin)) ++verb.begin;
  while (verb.begin < verb.end && !is_word(verb.end - 1)) --verb.end;
  return verb;
}

std::optional<SpeechAct> SpeakerFinder::last_before(std::uint32_t sentence, std::uint32_t offset,
                                                    std::uint32_t begins_by) {
  const std::vector<SpeechAct>& acts = acts_in(sentence);
  auto act = std::partition_point(acts.begin(), acts.end(),
                                  [&](const SpeechAct& other) { return other.span.begin <= begins_by; });
  std::optional<SpeechAct> nearest;
  while (act != acts.begin() && begins_by - (--act)->span.begin <= kFarthest)
    if (!act->behind && act->span.end <= offset && (!nearest || act->span.end > nearest->span.end)) nearest = *act;
  if (nearest && between(nearest->span.end, begins_by).find(';') != std::string_view::npos) return std::nullopt;
  return nearest;
}

std::optional<SpeechAct> SpeakerFinder::first_behind(std::uint32_t sentence, std::uint32_t offset) {
  const std::vector<SpeechAct>& acts = acts_in(sentence);
  auto act =
      std::partition_point(acts.begin(), acts.end(), [&](const SpeechAct& other) { return other.span.begin < offset; });
  for (; act != acts.end() && act->span.begin - offset <= kFarthest; ++act)
    if (act->behind && between(offset, act->span.begin).find(';') == std::string_view::npos) return *act;
  return std::nullopt;
}

// Whoever opened quotation marks that are still open at `offset`, in an earlier sentence of the paragraph.
std::optional<SpeechAct> SpeakerFinder::opener_of_quotation(std::uint32_t sentence, std::uint32_t offset) {
  const auto sentences = document_.sentences();
  std::uint32_t end = offset;
  for (std::uint32_t where = sentence;; --where) {
    if (sentences[where].paragraph != sentences[sentence].paragraph) return std::nullopt;
    const std::uint32_t reach = offset - std::min(offset, kLongestSpeech);
    const std::uint32_t begin = std::max(sentences[where].span.begin, reach);
    const std::string_view text = between(begin, end);
    const std::size_t open = text.rfind(kOpen), close = text.rfind(kClose);
    if (close != std::string_view::npos && (open == std::string_view::npos || close > open)) return std::nullopt;
    if (open != std::string_view::npos) {
      const auto at = begin + static_cast<std::uint32_t>(open);
      return where == sentence ? std::nullopt : last_before(where, at, at);
    }
    if (where == 0 || begin == reach) return std::nullopt;
    end = sentences[where - 1].span.end;
  }
}

std::optional<SpeechAct> SpeakerFinder::speaker_of(std::uint32_t sentence, Span said, std::uint32_t later) {
  if (auto before = last_before(sentence, later, said.begin)) return before;
  if (auto behind = first_behind(sentence, said.end)) return behind;
  return opener_of_quotation(sentence, said.begin);
}

}  // namespace

void attribute_matches(const RuleSet::Compiled& rules, const Document& document,
                       const std::vector<std::vector<FoundMention>>& mentions,
                       const std::vector<std::uint32_t>& first_mention, Extraction& extraction) {
  if (rules.speakers.size() == 0) return;
  SpeakerFinder finder(rules, document, mentions, first_mention);
  for (Match& match : extraction.matches) {
    const Span from = extraction.mentions[match.from].span, to = extraction.mentions[match.to].span;
    const Span said = {std::min({match.span.begin, from.begin, to.begin}),
                       std::max({match.span.end, from.end, to.end})};
    const auto act = finder.speaker_of(match.sentence, said, std::max(from.begin, to.begin));
    if (!act) continue;
    match.speaker = act->speaker;
    match.speech = act->verb;
  }
}

}  // namespace edgewise
