// SPDX-License-Identifier: Apache-2.0
// What a document itself teaches about names: brackets, last parts and repeated new names.
#include <algorithm>
#include <map>

#include <re2/re2.h>

#include "rules/mention_finder.h"
#include "text/normalise.h"
#include "text/utf8.h"

namespace edgewise {
namespace {

constexpr std::size_t kLongestGloss = 60;      // code points inside brackets
constexpr std::size_t kLongestShortHan = 12;   // code points of a Han short form
constexpr std::size_t kShortestFirstPart = 4;  // code points; shorter first words are mostly ordinary ones

std::string_view strip(std::string_view text, std::string_view ends) {
  for (bool again = true; again && !text.empty();) {
    again = false;
    std::size_t first = 0;
    (void)next_code_point(text, first);
    if (ends.find(text.substr(0, first)) != std::string_view::npos) text.remove_prefix(first), again = true;
    if (text.empty()) break;
    std::size_t last = text.size();
    (void)previous_code_point(text, last);
    if (ends.find(text.substr(last)) != std::string_view::npos) text.remove_suffix(text.size() - last), again = true;
  }
  return text;
}

std::string_view without_lead_in(std::string_view gloss) {
  for (const std::string_view lead : {"以下简称", "下称", "简称", "又称", "英文名称", "英文名", "英文", "原名"})
    if (gloss.substr(0, lead.size()) == lead) return strip(gloss.substr(lead.size()), " :\"“”‘’「」『』为");
  return strip(gloss, " \"“”‘’「」『』");
}

bool has_han(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (is_han(next_code_point(text, at))) return true;
  return false;
}

std::string_view last_part(std::string_view name) {
  const std::size_t dot = name.rfind("·");
  if (dot != std::string_view::npos) return name.substr(dot + std::string_view("·").size());
  const std::size_t blank = name.rfind(' ');
  return blank == std::string_view::npos || has_han(name) ? std::string_view() : name.substr(blank + 1);
}

std::string_view first_part(std::string_view name) {
  const std::size_t blank = name.find(' ');
  return blank == std::string_view::npos || has_han(name) ? std::string_view() : name.substr(0, blank);
}

// True if the letters of `letters` are the first letters of the words of `name` in that order, where words without a
// capital and the last words may be left out: European Semiconductor Alliance, ESA.
bool abbreviates(std::string_view name, std::string_view letters) {
  std::size_t next = 0;
  bool starts_word = true;
  for (const char c : name) {
    if (c == ' ' || c == '-') {
      starts_word = true;
      continue;
    }
    if (starts_word && next < letters.size() && c == letters[next]) {
      ++next;
    } else if (starts_word && c >= 'A' && c <= 'Z' && next < letters.size()) {
      return false;
    }
    starts_word = false;
  }
  return next == letters.size();
}

}  // namespace

bool may_shorten(std::string_view name, std::string_view short_form) {
  if (short_form.empty() || short_form.size() >= name.size() + 60) return false;
  if (!has_han(short_form)) {
    // A Latin gloss: starts with a letter and holds at least two, such as IMDA or GlobalFoundries.
    std::size_t letters = 0;
    for (std::size_t at = 0; at < short_form.size();) {
      const bool first = at == 0;
      const char32_t c = next_code_point(short_form, at);
      if (is_word_character(c) && !(c >= '0' && c <= '9'))
        ++letters;
      else if (first)
        return false;
      const bool joins =
          c == ' ' || c == '.' || c == '-' || c == '&' || c == '\'' || c == 0x2019 || is_word_character(c);
      if (!joins) return false;
    }
    return letters >= 2 && (has_han(name) || abbreviates(name, short_form));
  }
  if (count_code_points(short_form) < 2 || count_code_points(short_form) > kLongestShortHan) return false;
  std::size_t at = 0;
  for (std::size_t i = 0; i < short_form.size();) {
    const char32_t wanted = next_code_point(short_form, i);
    for (;;) {
      if (at >= name.size()) return false;
      if (next_code_point(name, at) == wanted) break;
    }
  }
  return true;
}

// Whether names of this type are shortened this way, and to `part` if one is given.
bool MentionFinder::shortens(TypeId type, ShortenDecl::How how, std::string_view part) const {
  return std::any_of(rules_.shorten.begin(), rules_.shorten.end(), [&](const ShortenRule& rule) {
    if (rule.how != how || !rules_.types.is_a(type, rule.type)) return false;
    const re2::StringPiece word(part.data(), part.size());
    return part.empty() || rule.except == nullptr ||
           !rule.except->Match(word, 0, word.size(), RE2::ANCHOR_START, nullptr, 0);
  });
}

void MentionFinder::learn(std::string_view name, std::uint32_t entity, Via via) {
  if (count_code_points(name) < 2 || rules_.gazetteer.find(name)) return;
  learned_.push_back({std::string(name), entity, via});
}

// Decides whether what stands in brackets behind a mention is another name of the same thing. `covered` is set to the
// number of mentions inside.
bool MentionFinder::bracket_names_it(std::uint32_t sentence, std::size_t mention, Span inside, std::size_t& covered) {
  const std::vector<FoundMention>& all = mentions_[sentence];
  const std::string_view text = document_.text();
  covered = 0;
  bool same = true;
  for (std::size_t i = mention + 1; i < all.size() && inside.contains(all[i].span); ++i) {
    ++covered;
    same = same && all[i].entity == all[mention].entity;
  }
  if (covered > 0 && same) return true;
  const std::string_view gloss = without_lead_in(inside.in(text));
  if (covered > 0) {
    // A name of its own in the brackets is another thing, unless it was found only by form.
    const FoundMention& inner = all[mention + 1];
    if (covered > 1 || inner.via != Via::pattern || inner.span.in(text) != gloss) return false;
  }
  if (!may_shorten(entities_[all[mention].entity].key, gloss)) return false;
  learn(gloss, all[mention].entity, Via::short_form);
  return true;
}

void MentionFinder::take_in_brackets(std::uint32_t sentence) {
  std::vector<FoundMention>& all = mentions_[sentence];
  const std::string_view text = document_.text();
  const Span where = document_.sentences()[sentence].span;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!shortens(all[i].type, ShortenDecl::How::brackets)) continue;
    std::uint32_t open = all[i].span.end;
    if (open < where.end && text[open] == ' ') ++open;
    if (open >= where.end || text[open] != '(') continue;
    const std::size_t close = text.substr(0, where.end).find(')', open);
    if (close == std::string_view::npos) continue;
    const Span inside{open + 1, static_cast<std::uint32_t>(close)};
    if (inside.empty() || count_code_points(inside.in(text)) > kLongestGloss) continue;
    std::size_t covered = 0;
    if (!bracket_names_it(sentence, i, inside, covered)) continue;
    all[i].span.end = inside.end + 1;
    all.erase(all.begin() + static_cast<std::ptrdiff_t>(i + 1),
              all.begin() + static_cast<std::ptrdiff_t>(i + 1 + covered));
  }
}

// The last part of a name that two of them share means neither. A first part means the one that came first: articles
// name the firm they are about before its subsidiaries.
void MentionFinder::learn_parts(ShortenDecl::How how) {
  const bool last = how == ShortenDecl::How::last_part;
  std::map<std::string, std::uint32_t, std::less<>> parts;  // ordered, so that learning does not depend on hashes
  constexpr std::uint32_t kAmbiguous = NameTrie::kNone;
  for (const auto& sentence : mentions_) {
    for (const FoundMention& mention : sentence) {
      if (!shortens(mention.type, how)) continue;
      if (!last && (mention.via == Via::name || mention.via == Via::short_form)) continue;
      std::string_view full = mention.span.in(document_.text());
      full = full.substr(0, full.find('('));
      const std::string_view part = last ? last_part(full) : first_part(full);
      if (count_code_points(part) < (last ? 2 : kShortestFirstPart) || !shortens(mention.type, how, part)) continue;
      const auto [entry, fresh] = parts.try_emplace(std::string(part), mention.entity);
      if (last && !fresh && entry->second != mention.entity) entry->second = kAmbiguous;
    }
  }
  std::erase_if(parts, [](const auto& entry) { return entry.second == kAmbiguous; });
  join_parts(parts);
  for (const auto& [part, entity] : parts) learn(part, entity, Via::short_form);
}

// A pattern may have taken the short form for a name of its own: "Halden, a maker of chips" after Halden Robotics.
void MentionFinder::join_parts(const std::map<std::string, std::uint32_t, std::less<>>& parts) {
  std::map<std::uint32_t, std::uint32_t> whole_of;
  for (const auto& [part, whole] : parts) {
    const auto own = by_key_.find(part);
    if (own == by_key_.end() || own->second == whole) continue;
    const TypeId type = local_[whole].type;
    const TypeId own_type = local_[own->second].type;
    if (rules_.types.is_a(type, own_type) || rules_.types.is_a(own_type, type)) whole_of.emplace(own->second, whole);
  }
  if (whole_of.empty()) return;
  for (auto& sentence : mentions_) {
    for (FoundMention& mention : sentence) {
      const auto found = whole_of.find(mention.entity);
      if (found != whole_of.end())
        mention = make_mention(mention.span, found->second, local_[found->second].type, Via::short_form);
    }
  }
}

void MentionFinder::tag_learned() {
  if (tagged_ == learned_.size()) return;
  NameTrie names;
  for (std::size_t i = tagged_; i < learned_.size(); ++i) names.add(learned_[i].name, static_cast<std::uint32_t>(i));
  tagged_ = learned_.size();
  const std::string_view text = document_.text();
  for (std::uint32_t i = 0; i < mentions_.size(); ++i) {
    const std::vector<FoundMention>& known = mentions_[i];
    std::vector<FoundMention> all;
    std::size_t next = 0;
    const Span where = document_.sentences()[i].span;
    for (std::uint32_t at = where.begin; at < where.end;) {
      const std::uint32_t stop = next < known.size() ? known[next].span.begin : where.end;
      if (at >= stop) {
        at = known[next].span.end;
        all.push_back(known[next++]);
        continue;
      }
      const NameTrie::Hit hit = names.longest_at(text, at, stop);
      if (hit.value == NameTrie::kNone) {
        std::size_t behind = at;
        (void)next_code_point(text, behind);
        at = static_cast<std::uint32_t>(behind);
        continue;
      }
      const Learned& learned = learned_[hit.value];
      all.push_back(make_mention(hit.span, learned.entity, local_[learned.entity].type, learned.via));
      at = hit.span.end;
    }
    for (; next < known.size(); ++next) all.push_back(known[next]);
    mentions_[i] = std::move(all);
  }
}

}  // namespace edgewise
