// SPDX-License-Identifier: Apache-2.0
// From witnesses to what the rules find in them.
#include "rules/witness_reader.h"

#include <algorithm>

#include "rules/match_ends.h"
#include "rules/mention_finder.h"
#include "text/document.h"
#include "text/utf8.h"

namespace edgewise {
namespace {

constexpr std::size_t kMostNames = 7;  // of one type and script

bool holds_han(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (is_han(next_code_point(text, at))) return true;
  return false;
}

}  // namespace

WitnessReader::WitnessReader(const RuleSet::Compiled& rules)
    : rules_(rules), han_(borne_signs(rules), true), latin_(borne_signs(rules), false) {
  gather_names();
}

// The signs of listed names first: only with those can a whole sentence be made.
std::vector<char32_t> WitnessReader::borne_signs(const RuleSet::Compiled& rules) {
  const TypeCodes& codes = *rules.codes;
  std::vector<bool> listed(codes.size(), false), formed(codes.size(), false);
  for (EntityId id = 0; id < rules.gazetteer.entities().size(); ++id)
    listed[codes.index(rules.gazetteer.entities()[id].type, id)] = true;
  for (const MentionStage& stage : rules.stages)
    for (const MentionRule& rule : stage.rules) formed[codes.index(rule.type, NameTrie::kNone)] = true;
  std::vector<char32_t> signs;
  for (std::uint32_t code = 0; code < codes.size(); ++code)
    if (listed[code]) signs.push_back(codes.code_point(code));
  for (std::uint32_t code = 0; code < codes.size(); ++code)
    if (formed[code] && !listed[code]) signs.push_back(codes.code_point(code));
  return signs;
}

void WitnessReader::gather_names() {
  names_.resize(rules_.codes->size());
  for (EntityId id = 0; id < rules_.gazetteer.entities().size(); ++id) {
    const ListedEntity& entity = rules_.gazetteer.entities()[id];
    Names& names = names_[rules_.codes->index(entity.type, id)];
    const auto offer = [&](const std::string& name) {
      std::vector<std::string>& list = holds_han(name) ? names.han : names.other;
      if (list.size() < kMostNames && rules_.gazetteer.find(name) == id) list.push_back(name);
    };
    offer(entity.ref.key);
    for (const Label& label : entity.ref.labels)
      if (label.text != entity.ref.key) offer(label.text);
  }
}

std::optional<std::string> WitnessReader::with_names(std::string_view typed, std::uint32_t round,
                                                     std::string_view language) const {
  const char32_t first_sign = rules_.codes->code_point(0);
  std::string text;
  std::uint32_t turn = round;
  for (std::size_t at = 0; at < typed.size();) {
    const std::size_t begin = at;
    const char32_t code_point = next_code_point(typed, at);
    if (code_point < first_sign || code_point - first_sign >= names_.size()) {
      text += typed.substr(begin, at - begin);
      continue;
    }
    const Names& names = names_[code_point - first_sign];
    const bool other_first = language == "en" || (language.empty() && names.han.empty());
    const std::vector<std::string>& wanted = other_first ? names.other : names.han;
    const std::vector<std::string>& list = wanted.empty() && language != "en" ? names.other : wanted;
    if (list.empty()) return std::nullopt;
    text += list[turn++ % list.size()];
  }
  return text;
}

std::size_t WitnessReader::read(const std::string& text) {
  sentences_.clear();
  std::size_t candidates = 0;
  const Document document = Document::make("witness", text);
  MentionFinder finder(rules_, document);
  finder.run();
  for (std::size_t i = 0; i < document.sentences().size(); ++i) {
    Sentence sentence;
    const std::vector<FoundMention>& mentions = finder.mentions()[i];
    sentence.typed.build(document.text(), document.sentences()[i].span, mentions, *rules_.codes);
    sentence.language = language_of(document.sentences()[i]);
    for (const FoundMention& mention : mentions) sentence.entities.push_back(mention.entity);
    rules_.patterns.candidates(sentence.typed.text(), sentence.language, sentence.typed.codes(), sentence.candidates);
    candidates += sentence.candidates.size();
    sentences_.push_back(std::move(sentence));
  }
  return candidates;
}

bool WitnessReader::may_match(std::uint32_t pattern) const {
  return std::any_of(sentences_.begin(), sentences_.end(), [&](const Sentence& sentence) {
    return std::binary_search(sentence.candidates.begin(), sentence.candidates.end(), pattern);
  });
}

WitnessReader::Pairs WitnessReader::pairs(std::uint32_t pattern) const {
  Pairs pairs;
  for (const Sentence& sentence : sentences_) {
    if (!std::binary_search(sentence.candidates.begin(), sentence.candidates.end(), pattern)) continue;
    for (std::uint32_t from = 0; from <= sentence.typed.text().size();) {
      const auto found = rules_.patterns.find(pattern, sentence.typed.text(), from);
      if (!found) break;
      const MatchEnds ends = ends_of(*found, rules_.patterns.slots(pattern), rules_.rules[pattern], sentence.typed);
      for (const std::uint32_t a : ends.from)
        for (const std::uint32_t b : ends.to)
          if (sentence.entities[a] != sentence.entities[b]) pairs.emplace(a, b);
      from = behind_first_slot(*found);
    }
  }
  return pairs;
}

}  // namespace edgewise
