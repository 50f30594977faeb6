// SPDX-License-Identifier: Apache-2.0
// Finds and reads quantities.
#include "text/quantity.h"

#include <algorithm>
#include <charconv>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "text/decimal.h"

namespace edgewise {
namespace {

// By kind.
std::array<std::string, kQuantityKindNames.size()> make_expressions() {
  const std::string digits = R"(\d+(?:,\d{3})*(?:\.\d+)?)";
  const std::string scale = R"((?:万亿|百万|千万|亿|万|千|百| ?(?:trillion|billion|million|thousand|bn|mn)\b)?)";
  const std::string han = "[零〇一二两三四五六七八九十百千]";
  const std::string number = fmt::format("(?:{0} ?{1}|{2}+[万亿]+(?:{2}+[万亿]?)*)", digits, scale, han);
  const std::string percent =
      fmt::format(R"((?:{} ?(?:%|个百分点|percent|per cent)|百分之[零〇一二两三四五六七八九十百点\d.]+))", digits);
  const std::string money = fmt::format(
      R"((?:(?:(?:US|HK|NT|CA|C|A|S)?\$|[€£¥]|人民币|美元|(?:USD|EUR|GBP|CNY|RMB|JPY|HKD|TWD|KRW) ?) ?{0}|{0} ?(?:{1}|{2})))",
      number, "元人民币|人民币|美元|美金|欧元|英镑|日元|韩元|港元|港币|新台币|新元|卢布|卢比|元",
      "US dollars|dollars|euros|pounds|yuan|yen|won|rupees|roubles");
  const std::string month =
      "(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|"
      "Jul|Aug|Sept|Sep|Oct|Nov|Dec)\\.?";
  const std::string date = fmt::format(
      R"((?:\d{{4}} ?年(?: ?\d{{1,2}} ?月(?: ?\d{{1,2}} ?日)?)?|\d{{1,2}} ?月 ?\d{{1,2}} ?日|\d{{4}}-\d{{1,2}}-\d{{1,2}}|)"
      R"({0} \d{{1,2}}(?:, ?| )\d{{4}}|\d{{1,2}} {0} \d{{4}}|{0} \d{{4}}|{0} \d{{1,2}}\b))",
      month);
  return {number, percent, money, date, "[^,;:。!?]{1,24}?"};
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

bool take_front(std::string_view& text, std::string_view word) {
  if (!text.starts_with(word)) return false;
  text = trim(text.substr(word.size()));
  return true;
}

bool take_back(std::string_view& text, std::string_view word) {
  if (!text.ends_with(word)) return false;
  text = trim(text.substr(0, text.size() - word.size()));
  return true;
}

struct Currency {
  std::string_view written, code;
};

// Longer words first where one ends in another. A bare ¥ may be yuan or yen, so it has no code.
constexpr Currency kBefore[] = {
    {"US$", "USD"}, {"HK$", "HKD"}, {"NT$", "TWD"}, {"CA$", "CAD"},    {"C$", "CAD"},   {"A$", "AUD"},  {"S$", "SGD"},
    {"$", "USD"},   {"€", "EUR"},   {"£", "GBP"},   {"人民币", "CNY"}, {"美元", "USD"}, {"USD", "USD"}, {"EUR", "EUR"},
    {"GBP", "GBP"}, {"CNY", "CNY"}, {"RMB", "CNY"}, {"JPY", "JPY"},    {"HKD", "HKD"},  {"TWD", "TWD"}, {"KRW", "KRW"},
};
constexpr Currency kBehind[] = {
    {"元人民币", "CNY"},   {"人民币", "CNY"},  {"美元", "USD"},   {"美金", "USD"},    {"欧元", "EUR"},
    {"英镑", "GBP"},       {"日元", "JPY"},    {"韩元", "KRW"},   {"港元", "HKD"},    {"港币", "HKD"},
    {"新台币", "TWD"},     {"新元", "SGD"},    {"卢布", "RUB"},   {"卢比", "INR"},    {"元", "CNY"},
    {"US dollars", "USD"}, {"dollars", "USD"}, {"euros", "EUR"},  {"pounds", "GBP"},  {"yuan", "CNY"},
    {"yen", "JPY"},        {"won", "KRW"},     {"rupees", "INR"}, {"roubles", "RUB"},
};

std::optional<std::string> money(std::string_view text) {
  std::string_view code;
  for (const Currency& currency : kBefore)
    if (code.empty() && take_front(text, currency.written)) code = currency.code;
  for (const Currency& currency : kBehind)
    if (take_back(text, currency.written)) {
      if (!code.empty() && code != currency.code) return std::nullopt;
      code = currency.code;
      break;
    }
  const auto amount = normal_decimal(text);
  if (code.empty() || !amount) return std::nullopt;
  return fmt::format("{} {}", code, *amount);
}

std::optional<std::string> percent(std::string_view text) {
  if (take_front(text, "百分之")) return normal_decimal(text);
  for (const std::string_view word : {"%", "个百分点", "percent", "per cent"})
    if (take_back(text, word)) return normal_decimal(text);
  return std::nullopt;
}

std::optional<unsigned> month_of(std::string_view word) {
  static constexpr std::string_view kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                 "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  for (unsigned month = 0; month < std::size(kMonths); ++month)
    if (word.starts_with(kMonths[month])) return month + 1;
  return std::nullopt;
}

// Year, month, day; 0 is left open.
std::optional<std::string> iso_date(unsigned year, unsigned month, unsigned day) {
  if (month > 12 || day > 31 || (day > 0 && month == 0)) return std::nullopt;
  if (year == 0) return month > 0 && day > 0 ? std::optional(fmt::format("--{:02}-{:02}", month, day)) : std::nullopt;
  if (month == 0) return fmt::format("{:04}", year);
  return day == 0 ? fmt::format("{:04}-{:02}", year, month) : fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

std::optional<std::string> date(std::string_view text) {
  std::vector<unsigned> numbers;
  std::optional<unsigned> named_month;
  for (std::size_t at = 0; at < text.size();) {
    unsigned value = 0;
    const auto [end, wrong] = std::from_chars(text.data() + at, text.data() + text.size(), value);
    if (wrong == std::errc()) {
      numbers.push_back(value);
      at = static_cast<std::size_t>(end - text.data());
      continue;
    }
    if (!named_month) named_month = month_of(text.substr(at));
    ++at;
  }
  if (numbers.empty() || numbers.size() > 3) return std::nullopt;
  constexpr unsigned kFirstYear = 1000;
  if (named_month) {
    unsigned year = 0, day = 0;
    for (const unsigned number : numbers) (number >= kFirstYear ? year : day) = number;
    return iso_date(year, *named_month, day);
  }
  if (numbers.front() < kFirstYear) return numbers.size() == 2 ? iso_date(0, numbers[0], numbers[1]) : std::nullopt;
  numbers.resize(3);
  return iso_date(numbers[0], numbers[1], numbers[2]);
}

}  // namespace

std::string_view name(QuantityKind kind) { return kQuantityKindNames[static_cast<std::size_t>(kind)]; }

std::optional<QuantityKind> parse_quantity_kind(std::string_view name) {
  const auto found = std::find(kQuantityKindNames.begin(), kQuantityKindNames.end(), name);
  if (found == kQuantityKindNames.end()) return std::nullopt;
  return static_cast<QuantityKind>(found - kQuantityKindNames.begin());
}

std::string_view quantity_expression(QuantityKind kind) {
  static const auto kExpressions = make_expressions();
  return kExpressions[static_cast<std::size_t>(kind)];
}

std::optional<std::string> normal_quantity(QuantityKind kind, std::string_view text) {
  text = trim(text);
  switch (kind) {
    case QuantityKind::number:
      return normal_decimal(text);
    case QuantityKind::percent:
      return percent(text);
    case QuantityKind::money:
      return money(text);
    case QuantityKind::date:
      return date(text);
    case QuantityKind::text:
      break;
  }
  return text.empty() ? std::nullopt : std::optional(std::string(text));
}

}  // namespace edgewise
