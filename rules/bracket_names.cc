// SPDX-License-Identifier: Apache-2.0
// Names in brackets behind a name: 全称(简称), and what an article declares in them.
#include <algorithm>

#include "rules/mention_finder.h"
#include "text/normalise.h"
#include "text/utf8.h"

namespace edgewise {
namespace {

constexpr std::size_t kLongestGloss = 60;     // code points inside brackets
constexpr std::size_t kLongestShortHan = 12;  // code points of a Han short form

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

// What brackets behind a name say.
struct Gloss {
  std::string_view name;
  bool declared = false;  // in words: 以下简称
};

Gloss read_gloss(std::string_view inside) {
  for (const std::string_view lead : {"以下简称", "下称", "简称", "又称", "英文名称", "英文名", "英文", "原名"})
    if (inside.starts_with(lead)) return {strip(inside.substr(lead.size()), " :\"“”‘’「」『』为"), true};
  return {strip(inside, " \"“”‘’「」『』"), false};
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

bool has_han(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (is_han(next_code_point(text, at))) return true;
  return false;
}

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
  const Gloss gloss = read_gloss(inside.in(text));
  if (!may_shorten(entities_[all[mention].entity].key, gloss.name) ||
      !shortens(all[mention].type, ShortenDecl::How::brackets, gloss.name))
    return false;
  bool over_tables = false;
  if (covered > 0) {
    // A name of its own in the brackets is another thing, unless it was found only by form or the article says
    // otherwise.
    const FoundMention& inner = all[mention + 1];
    if (covered > 1 || inner.span.in(text) != gloss.name) return false;
    over_tables = inner.via != Via::pattern;
    if (over_tables && !takes_over(all[mention], inner, gloss.name, gloss.declared)) return false;
  }
  declared_.try_emplace(std::string(gloss.name), Declared{all[mention].entity, over_tables});
  learn(gloss.name, all[mention].entity, Via::short_form);
  return true;
}

// Whether the article gives `full` a name that is listed for another thing: in so many words, or by brackets around a
// part of the full name that is listed for something of another kind. A firm whose full name only goes on behind the
// listed name of a firm is that firm.
bool MentionFinder::takes_over(const FoundMention& full, const FoundMention& listed, std::string_view name,
                               bool declared) const {
  const bool alike = rules_.types.is_a(full.type, listed.type) || rules_.types.is_a(listed.type, full.type);
  if (alike) return declared && !std::string_view(entities_[full.entity].key).starts_with(name);
  return declared || has_han(name);
}

// Elsewhere the tables may know the name as another thing, and a pattern may have taken it for a thing of its own.
void MentionFinder::apply_declared() {
  for (auto& sentence : mentions_) {
    for (FoundMention& mention : sentence) {
      const auto found = declared_.find(mention.span.in(document_.text()));
      if (found == declared_.end()) continue;
      const auto& [entity, over_tables] = found->second;
      const TypeId type = local_[entity].type;
      const bool by_form = mention.via == Via::pattern || mention.via == Via::learned;
      const bool by_table = mention.via == Via::name || mention.via == Via::context;
      const bool alike = rules_.types.is_a(type, mention.type) || rules_.types.is_a(mention.type, type);
      if ((by_table && over_tables) || (by_form && alike && mention.entity != entity))
        mention = make_mention(mention.span, entity, type, Via::short_form);
    }
  }
  applied_ = declared_.size();
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

}  // namespace edgewise
