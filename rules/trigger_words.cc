// SPDX-License-Identifier: Apache-2.0
// Gathers runs of letters from parsed patterns.
#include "rules/trigger_words.h"

#include <algorithm>
#include <map>
#include <set>

#include "rules/pattern_parts.h"
#include "text/utf8.h"

namespace edgewise {
namespace {

constexpr std::size_t kShortestHan = 2;    // characters
constexpr std::size_t kShortestLatin = 4;  // letters
constexpr std::size_t kMostRelations = 3;  // that may have the word in a pattern

// The letter that a piece stands for, or nothing.
std::string_view letter_of(const PatternPiece& piece) {
  if (piece.kind != PatternPiece::Kind::regex || piece.regex.empty()) return {};
  std::size_t end = 0;
  const char32_t letter = next_code_point(piece.regex, end);
  const bool latin = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
  return end == piece.regex.size() && (latin || is_han(letter)) ? std::string_view(piece.regex) : std::string_view();
}

bool is_latin(std::string_view word) { return static_cast<unsigned char>(word.front()) < 0x80; }

bool is_long_enough(const std::string& word) {
  return !word.empty() && count_code_points(word) >= (is_latin(word) ? kShortestLatin : kShortestHan);
}

// Whether `word` stands somewhere in `text` without a letter before it; Han characters have no such bounds.
bool begins_a_word(std::string_view word, std::string_view text) {
  if (!is_latin(word)) return true;
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    std::size_t before = at;
    if (at == 0 || !is_word_character(previous_code_point(text, before))) return true;
  }
  return false;
}

std::set<std::string> words_of(const ParsedPattern& pattern) {
  std::vector<bool> optional(pattern.pieces.size(), false);
  for (const PatternPart& part : parts_of(pattern))
    if (part.kind == PatternPart::Kind::optional)
      std::fill(optional.begin() + static_cast<std::ptrdiff_t>(part.begin),
                optional.begin() + static_cast<std::ptrdiff_t>(part.end), true);
  std::set<std::string> words;
  std::string run;
  bool in_class = false;
  for (std::size_t i = 0; i <= pattern.pieces.size(); ++i) {
    const bool inside = i < pattern.pieces.size();
    const std::string_view regex = inside ? std::string_view(pattern.pieces[i].regex) : std::string_view();
    std::string_view letter = inside && !optional[i] && !in_class ? letter_of(pattern.pieces[i]) : std::string_view();
    // A letter with a quantifier of its own may be absent.
    const bool quantified =
        i + 1 < pattern.pieces.size() && (pattern.pieces[i + 1].regex == "?" || pattern.pieces[i + 1].regex == "*");
    if (quantified) letter = {};
    run += letter;
    if (letter.empty()) {
      if (is_long_enough(run)) words.insert(run);
      run.clear();
    }
    if (regex == "[") in_class = true;
    if (regex == "]") in_class = false;
  }
  return words;
}

}  // namespace

TriggerWords::TriggerWords(const RuleSet::Compiled& rules) {
  std::map<std::string, Trigger> found;
  for (std::uint32_t pattern = 0; pattern < rules.rules.size(); ++pattern) {
    const RelationRule& rule = rules.rules[pattern];
    Diagnostics ignored;
    const auto parsed =
        parse_pattern(rule.decl->match, PatternUse::relation, rules.scope(*rule.file, rule.declared), ignored);
    if (!parsed) continue;
    for (const std::string& word : words_of(*parsed)) found[word].patterns.push_back(pattern);
  }
  for (auto& [word, trigger] : found) {
    std::set<std::uint32_t> relations;
    for (const std::uint32_t pattern : trigger.patterns) relations.insert(rules.rules[pattern].relation);
    if (relations.size() > kMostRelations) continue;
    trigger.word = word;
    words_.add(word, static_cast<std::uint32_t>(triggers_.size()));
    triggers_.push_back(std::move(trigger));
  }
}

std::vector<std::uint32_t> TriggerWords::in(std::string_view typed) const {
  std::vector<std::uint32_t> found;
  words_.occurrences(typed, found);
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  std::erase_if(found, [&](std::uint32_t trigger) { return !begins_a_word(triggers_[trigger].word, typed); });
  const std::vector<std::uint32_t> all = found;
  std::erase_if(found, [&](std::uint32_t trigger) {
    return std::any_of(all.begin(), all.end(), [&](std::uint32_t longer) {
      return longer != trigger && triggers_[longer].word.find(triggers_[trigger].word) != std::string::npos;
    });
  });
  return found;
}

}  // namespace edgewise
