// SPDX-License-Identifier: Apache-2.0
// Constraints of `where` and `when`.
#include "rules/pair_check.h"

#include <algorithm>
#include <string_view>

#include "text/utf8.h"

namespace edgewise {
namespace {

bool holds_clause_end(std::string_view text) {
  return text.find_first_of(",;:!?") != std::string_view::npos || text.find("。") != std::string_view::npos;
}

bool occurs(const RE2* regex, std::string_view text, bool if_null) {
  return regex == nullptr ? if_null : RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), *regex);
}

}  // namespace

bool may_be_a_pair(const PairCheck& check, const TypedText& typed, const std::vector<FoundMention>& mentions,
                   std::uint32_t from, std::uint32_t to) {
  const auto is_barred = [&](const CodeSet& barred, std::uint32_t mention) {
    return !barred.empty() && barred[mentions[mention].code];
  };
  if (is_barred(check.from_not, from) || is_barred(check.to_not, to)) return false;
  if (check.order == PairConstraints::Order::from_first && from > to) return false;
  if (check.order == PairConstraints::Order::to_first && to > from) return false;
  if (!check.same_clause && !check.apart) return true;
  const auto [left, right] = std::minmax(from, to);
  const Span between{typed.sign(left).end, typed.sign(right).begin};
  const std::string_view text = between.in(typed.text());
  return (!check.same_clause || !holds_clause_end(text)) && (!check.apart || count_code_points(text) <= *check.apart);
}

std::vector<bool> documents_suit(const RuleSet::Compiled& rules, const Story& story) {
  const Document& document = story.document();
  const DocumentFacts& facts = story.facts();
  std::vector<bool> suits;
  suits.reserve(rules.document_checks.size());
  for (const DocumentCheck& check : rules.document_checks)
    suits.push_back(
        occurs(check.title.get(), facts.title, true) && !occurs(check.not_title.get(), facts.title, false) &&
        occurs(check.body.get(), document.text(), true) && !occurs(check.not_body.get(), document.text(), false) &&
        occurs(check.source.get(), facts.source, true) && !occurs(check.not_source.get(), facts.source, false) &&
        std::all_of(check.dates.begin(), check.dates.end(),
                    [&](const DateCondition& date) { return date.holds_for(facts.date); }));
  return suits;
}

}  // namespace edgewise
