// SPDX-License-Identifier: Apache-2.0
// A date that the date of a document is compared with.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace edgewise {

// Either date may be a day, a month or a year, which stand for all their days. A comparison holds if it does for every
// day that is meant: `>= 2023-08` for 2023-08-01, 2023-09 and 2024; `= 2023` for each day of that year and for itself.
struct DateCondition {
  enum class Comparison : std::uint8_t { equal, before, until, from, behind } comparison = Comparison::equal;
  std::string date;  // ISO 8601

  // False for an empty date.
  bool holds_for(std::string_view iso_date) const;
};

// `2023`, `>= 2020-01-01`, `< 2021-06`; nothing if it is none of these.
std::optional<DateCondition> parse_date_condition(std::string_view text);

}  // namespace edgewise
