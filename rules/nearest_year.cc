// SPDX-License-Identifier: Apache-2.0
// Tries the years around the document's.
#include "rules/nearest_year.h"

#include <charconv>
#include <chrono>
#include <cstdlib>
#include <optional>

#include <fmt/format.h>

namespace edgewise {
namespace {

constexpr std::string_view kYearless = "--08-16";
constexpr int kFarthest = 92;  // days; further off, the year before and the next are as likely

std::optional<int> number(std::string_view digits) {
  int value = 0;
  const auto [end, wrong] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (wrong != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

// Nothing for a day that does not exist, such as February 29 of most years.
std::optional<std::chrono::sys_days> day(int year, std::string_view month_and_day) {
  const auto month = number(month_and_day.substr(0, 2)), of_month = number(month_and_day.substr(3));
  if (!month || !of_month) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*of_month))};
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_days(date);
}

}  // namespace

std::string with_nearest_year(std::string date, std::string_view document_date) {
  if (date.size() != kYearless.size() || !date.starts_with("--") || document_date.size() != 10) return date;
  const auto year = number(document_date.substr(0, 4));
  const auto today = year ? day(*year, document_date.substr(5)) : std::nullopt;
  if (!today) return date;
  for (const int nearby : {*year, *year - 1, *year + 1}) {
    const auto meant = day(nearby, std::string_view(date).substr(2));
    if (meant && std::abs((*meant - *today).count()) <= kFarthest)
      return fmt::format("{:04}-{}", nearby, date.substr(2));
  }
  return date;
}

}  // namespace edgewise
