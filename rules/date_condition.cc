// SPDX-License-Identifier: Apache-2.0
// Dates are compared as texts, which ISO 8601 is made for.
#include "rules/date_condition.h"

#include <algorithm>
#include <utility>

#include "text/quantity.h"

namespace edgewise {
namespace {

using Comparison = DateCondition::Comparison;

// The first and the last day; the last of every month may be written 31.
std::string first_day(std::string_view date) {
  return std::string(date) + std::string(std::string_view("0000-01-01").substr(date.size()));
}
std::string last_day(std::string_view date) {
  return std::string(date) + std::string(std::string_view("0000-12-31").substr(date.size()));
}

bool is_iso(std::string_view text) {
  constexpr std::string_view kShape = "0000-00-00";
  if (text.size() != 4 && text.size() != 7 && text.size() != kShape.size()) return false;
  return std::equal(text.begin(), text.end(), kShape.begin(),
                    [](char c, char shape) { return shape == '-' ? c == '-' : c >= '0' && c <= '9'; });
}

// As the quantities of an article are read, so that both know the same days.
bool exists(std::string_view date) {
  if (date.size() == 4) return true;
  const std::string day = date.size() == 7 ? std::string(date) + "-01" : std::string(date);
  return normal_quantity(QuantityKind::date, day) == day;
}

}  // namespace

bool DateCondition::holds_for(std::string_view iso_date) const {
  if (iso_date.empty()) return false;
  const std::string first = first_day(iso_date), last = last_day(iso_date);
  switch (comparison) {
    case Comparison::equal:
      return first >= first_day(date) && last <= last_day(date);
    case Comparison::before:
      return last < first_day(date);
    case Comparison::until:
      return last <= last_day(date);
    case Comparison::from:
      return first >= first_day(date);
    case Comparison::behind:
      return first > last_day(date);
  }
  return false;
}

std::optional<DateCondition> parse_date_condition(std::string_view text) {
  constexpr std::pair<std::string_view, Comparison> kSigns[] = {
      {"<=", Comparison::until}, {">=", Comparison::from}, {"<", Comparison::before},
      {">", Comparison::behind}, {"=", Comparison::equal},
  };
  DateCondition condition;
  for (const auto& [sign, comparison] : kSigns) {
    if (!text.starts_with(sign)) continue;
    condition.comparison = comparison;
    text.remove_prefix(sign.size());
    break;
  }
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  if (!is_iso(text) || !exists(text)) return std::nullopt;
  condition.date = text;
  return condition;
}

}  // namespace edgewise
