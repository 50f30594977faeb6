// SPDX-License-Identifier: Apache-2.0
// Dividing a file at separator lines, or at the headlines of the articles in it.
#include "text/article_split.h"

#include <algorithm>

#include "text/headline.h"

namespace edgewise {
namespace {

std::string_view trimmed(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(" \t\r\f\v");
  if (begin == std::string_view::npos) return {};
  return line.substr(begin, line.find_last_not_of(" \t\r\f\v") - begin + 1);
}

bool is_separator(std::string_view line) {
  const std::string_view hyphens = trimmed(line);
  return hyphens.size() >= 3 && hyphens.find_first_not_of('-') == std::string_view::npos;
}

std::vector<FileLine> lines_of(std::string_view bytes) {
  std::vector<FileLine> lines;
  for (std::size_t begin = 0; begin < bytes.size();) {
    std::size_t end = std::min(bytes.find_first_of("\r\n", begin), bytes.size());
    std::size_t next = std::min(end + 1, bytes.size());
    if (end + 1 < bytes.size() && bytes[end] == '\r' && bytes[end + 1] == '\n') ++next;
    lines.push_back({bytes.substr(begin, end - begin), static_cast<std::uint32_t>(begin)});
    begin = next;
  }
  return lines;
}

class Divider {
 public:
  explicit Divider(std::string_view bytes) : bytes_(bytes), lines_(lines_of(bytes)) {}

  bool has_separators() const {
    return std::any_of(lines_.begin(), lines_.end(), [](const FileLine& line) { return is_separator(line.text); });
  }

  std::vector<Article> at_separators() {
    std::size_t first = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!is_separator(lines_[i].text)) continue;
      add(first, i);
      first = i + 1;
    }
    add(first, lines_.size());
    return std::move(articles_);
  }

  std::vector<Article> at_headlines() {
    std::size_t first = 0;
    for (const std::size_t headline : find_headlines(lines_)) {
      add(first, headline);
      first = headline;
    }
    add(first, lines_.size());
    return std::move(articles_);
  }

  std::vector<Article> whole() {
    add(0, lines_.size());
    return std::move(articles_);
  }

 private:
  // Lines [first, last) as an article, unless they are blank.
  void add(std::size_t first, std::size_t last) {
    const auto is_blank = [&](std::size_t i) { return trimmed(lines_[i].text).empty(); };
    while (first < last && is_blank(first)) ++first;
    if (first == last) return;
    const std::size_t end = last < lines_.size() ? lines_[last].offset : bytes_.size();
    const std::uint32_t begin = lines_[first].offset;
    articles_.push_back({bytes_.substr(begin, end - begin), begin, static_cast<std::uint32_t>(first) + 1});
  }

  std::string_view bytes_;
  std::vector<FileLine> lines_;
  std::vector<Article> articles_;
};

}  // namespace

std::vector<Article> split_articles(std::string_view bytes, ArticleSplit how) {
  Divider divider(bytes);
  if (how == ArticleSplit::none) return divider.whole();
  if (how == ArticleSplit::separator || divider.has_separators()) return divider.at_separators();
  return divider.at_headlines();
}

}  // namespace edgewise
