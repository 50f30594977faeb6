// SPDX-License-Identifier: Apache-2.0
// What a document itself teaches about names: last and first parts of full names, and new names found again.
#include <algorithm>
#include <map>

#include <re2/re2.h>

#include "rules/mention_finder.h"
#include "text/normalise.h"
#include "text/utf8.h"

namespace edgewise {
namespace {

constexpr std::size_t kShortestFirstPart = 4;  // code points; shorter first words are mostly ordinary ones

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

}  // namespace

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
  if (applied_ != declared_.size()) apply_declared();
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
