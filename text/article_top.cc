// SPDX-License-Identifier: Apache-2.0
// Word lists and date forms of datelines and bylines.
#include "text/article_top.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace edgewise {
namespace {

constexpr std::size_t kDateReach = 160;  // bytes within which a lede gives its date

template <typename List>
bool starts_with_any(std::string_view text, const List& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.starts_with(word); });
}

template <typename List>
bool holds_any(std::string_view text, const List& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

constexpr auto kBylines = std::to_array<std::string_view>(
    {"作者", "记者", "编辑", "责任编辑", "来源", "文/", "文:", "By ", "Author:", "Source:", "Published", "Updated"});
constexpr auto kDayWords = std::to_array<std::string_view>({"近日", "日前", "今日", "昨日", "今天", "昨天", "当地时间",
                                                            "北京时间", "本周", "上周", "本月", "Today", "Yesterday"});
constexpr auto kDays = std::to_array<std::string_view>(
    {" Monday", " Tuesday", " Wednesday", " Thursday", " Friday", " Saturday", " Sunday"});
constexpr auto kMonths = std::to_array<std::string_view>(
    {"January",  "February", "March", "April", "May",  "June", "July",  "August", "September", "October", "November",
     "December", "Jan.",     "Feb.",  "Mar.",  "Apr.", "Aug.", "Sept.", "Oct.",   "Nov.",      "Dec."});

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

// 8月9日, also with blanks as in `8 月 9 日`.
bool has_chinese_date(std::string_view text) {
  constexpr std::string_view kMonth = "月", kDay = "日";
  for (std::size_t at = text.find(kMonth); at != std::string_view::npos; at = text.find(kMonth, at + kMonth.size())) {
    const std::size_t before = text.find_last_not_of(' ', at == 0 ? 0 : at - 1);
    if (at == 0 || before == std::string_view::npos || !is_digit(text[before])) continue;
    std::size_t i = at + kMonth.size();
    while (i < text.size() && (is_digit(text[i]) || text[i] == ' ')) ++i;
    if (text.substr(i).starts_with(kDay)) return true;
  }
  return false;
}

// March 3, or 3 March.
bool has_english_date(std::string_view text) {
  for (const std::string_view month : kMonths) {
    const std::size_t at = text.find(month);
    if (at == std::string_view::npos) continue;
    const std::size_t behind = at + month.size();
    if (behind + 1 < text.size() && text[behind] == ' ' && is_digit(text[behind + 1])) return true;
    if (at >= 2 && text[at - 1] == ' ' && is_digit(text[at - 2])) return true;
  }
  return false;
}

}  // namespace

bool is_byline(std::string_view paragraph) { return starts_with_any(paragraph, kBylines); }

bool gives_date(std::string_view paragraph) {
  const std::string_view start = paragraph.substr(0, kDateReach);
  return starts_with_any(start, kDayWords) || has_chinese_date(start) || holds_any(start, kDays) ||
         has_english_date(start);
}

}  // namespace edgewise
