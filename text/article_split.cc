// SPDX-License-Identifier: Apache-2.0
// Separators where there are any, else headlines.
#include "text/article_split.h"

#include <algorithm>

#include "text/normalise.h"
#include "text/utf8.h"

namespace edgewise {
namespace {

constexpr std::size_t kShortestHeadline = 12, kLongestHeadline = 64;  // code points
constexpr std::size_t kShortestLede = 20;

struct Line {
  std::string_view bytes;  // without its end
  std::size_t offset = 0;
  std::uint32_t number = 1;
};

std::vector<Line> lines_of(std::string_view bytes) {
  std::vector<Line> lines;
  std::uint32_t number = 1;
  for (std::size_t at = 0; at < bytes.size(); ++number) {
    const std::size_t feed = std::min(bytes.find('\n', at), bytes.size());
    std::string_view line = bytes.substr(at, feed - at);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    lines.push_back({line, at, number});
    at = feed + 1;
  }
  return lines;
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r\xE3\x80") == std::string_view::npos; }

bool is_separator(std::string_view line) {
  const std::size_t end = line.find_last_not_of(" \t");
  return end != std::string_view::npos && end >= 2 && line.find_first_not_of('-') > end;
}

std::string normal(std::string_view line) { return normalise_name(mend_utf8(line).text); }

bool is_finished(const std::string& line) {
  std::size_t at = line.size();
  while (at > 0) {
    const char32_t c = previous_code_point(line, at);
    if (c == U'”' || c == U'’' || c == '"' || c == ')' || c == U'」') continue;
    return c == U'。' || c == '!' || c == '?' || c == '.';
  }
  return false;
}

// A headline has an inner structure (a colon, a comma, a blank between Chinese words) and no mark at its end.
bool is_headline(const std::string& line) {
  const std::size_t size = count_code_points(line);
  if (size < kShortestHeadline || size > kLongestHeadline || is_finished(line)) return false;
  if (line.back() == ':' || line.back() == ',' || line.back() == ';' || line.find("。") != std::string::npos) return false;
  std::size_t at = 0;
  const char32_t first = next_code_point(line, at);
  if (first == U'·' || first == U'▲' || first == '-' || first == '*') return false;
  // A caption credits its picture after a full stop or colon: no headline says where it comes from.
  if (line.find("来源:") != std::string::npos || line.find("图源") != std::string::npos) return false;
  return line.find(':') != std::string::npos || line.find(',') != std::string::npos || line.find(' ') != std::string::npos;
}

// A lede is a full paragraph or a bullet.
bool is_lede(const std::string& line) {
  std::size_t at = 0;
  if (line.empty()) return false;
  return next_code_point(line, at) == U'·' || (count_code_points(line) >= kShortestLede && (is_finished(line) || line.find("。") != std::string::npos));
}

std::vector<std::size_t> starts_by_headline(const std::vector<Line>& lines) {
  std::vector<std::size_t> filled;
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (!is_blank(lines[i].bytes)) filled.push_back(i);
  std::vector<std::size_t> starts;
  if (!filled.empty()) starts.push_back(filled.front());
  for (std::size_t k = 1; k + 1 < filled.size(); ++k) {
    if (filled[k] - starts.back() < 2) continue;
    if (lines[filled[k]].bytes.size() > kLongestHeadline * 4) continue;
    if (is_headline(normal(lines[filled[k]].bytes)) && is_finished(normal(lines[filled[k - 1]].bytes)) &&
        is_lede(normal(lines[filled[k + 1]].bytes)))
      starts.push_back(filled[k]);
  }
  return starts;
}

void push(std::vector<Article>& articles, std::string_view bytes, std::size_t begin, std::size_t end, std::uint32_t line) {
  const std::string_view article = bytes.substr(begin, end - begin);
  if (article.find_first_not_of(" \t\r\n") == std::string_view::npos) return;
  articles.push_back({article, static_cast<std::uint32_t>(begin), line});
}

}  // namespace

std::vector<Article> split_articles(std::string_view bytes, ArticleSplit how) {
  std::vector<Article> articles;
  if (how == ArticleSplit::none) {
    push(articles, bytes, 0, bytes.size(), 1);
    return articles;
  }
  const std::vector<Line> lines = lines_of(bytes);
  std::size_t begin = 0;
  std::uint32_t number = 1;
  bool separated = false;
  for (const Line& line : lines) {
    if (!is_separator(line.bytes)) continue;
    separated = true;
    push(articles, bytes, begin, line.offset, number);
    begin = std::min(bytes.find('\n', line.offset), bytes.size() - 1) + 1;
    number = line.number + 1;
  }
  if (separated || how == ArticleSplit::separator) {
    push(articles, bytes, begin, bytes.size(), number);
    return articles;
  }
  const std::vector<std::size_t> starts = starts_by_headline(lines);
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::size_t first = i == 0 ? 0 : lines[starts[i]].offset;
    const std::size_t last = i + 1 < starts.size() ? lines[starts[i + 1]].offset : bytes.size();
    push(articles, bytes, first, last, i == 0 ? 1 : lines[starts[i]].number);
  }
  return articles;
}

}  // namespace edgewise
