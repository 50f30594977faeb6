// SPDX-License-Identifier: Apache-2.0
// The shape of headlines and of the paragraphs that follow them.
#include "text/headline.h"

#include <algorithm>
#include <array>
#include <string>

#include "text/abbreviation.h"
#include "text/article_top.h"
#include "text/mend_utf8.h"
#include "text/normalise.h"
#include "text/sentence_mark.h"
#include "text/utf8.h"

namespace edgewise {
namespace {

constexpr std::size_t kLeastHanColumns = 32, kLeastColumns = 30, kMostColumns = 120;
constexpr std::size_t kLooksAt = 400;        // bytes of a paragraph's beginning
constexpr std::size_t kTailLength = 64;      // bytes of its end
constexpr std::size_t kLedeReach = 4;        // paragraphs behind a headline that may show that an article begins
constexpr std::size_t kRepeatReach = 8;      // paragraphs within which a caption or lede is repeated
constexpr std::size_t kLeastRepeated = 24;   // bytes of such a caption or lede
constexpr std::size_t kLeastParagraphs = 3;  // of an article, its headline among them

// A line that is not blank, as far as the rules look at it.
struct Paragraph {
  std::size_t line = 0;
  std::string head;       // its first kLooksAt bytes, normalised
  bool complete = false;  // `head` is all of it
  bool finished = false;  // ends with a final mark
  bool apart = false;     // blank lines, or an end of the file, on both sides
};

std::string normal_form(std::string_view bytes) {
  if (bytes.empty()) return {};
  const std::string text = normalise(mend_utf8(bytes).text).text;
  std::size_t begin = 0, end = text.size();
  while (begin < end && is_blank(text[begin])) ++begin;
  while (end > begin && is_blank(text[end - 1])) --end;
  return text.substr(begin, end - begin);
}

std::vector<Paragraph> read_paragraphs(const std::vector<FileLine>& lines) {
  std::vector<Paragraph> paragraphs;
  bool blank_before = true;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view line = lines[i].text;
    Paragraph paragraph{.line = i, .head = normal_form(line.substr(0, kLooksAt)), .complete = line.size() <= kLooksAt};
    if (paragraph.head.empty() && paragraph.complete) {
      blank_before = true;
      continue;
    }
    const std::size_t tail = line.size() - std::min(line.size(), kTailLength);
    paragraph.finished = ending(paragraph.complete ? paragraph.head : normal_form(line.substr(tail))) != Ending::open;
    paragraph.apart = blank_before;
    if (!blank_before) paragraphs.back().apart = false;
    blank_before = false;
    paragraphs.push_back(std::move(paragraph));
  }
  return paragraphs;
}

template <typename Words>
bool holds_one_of(std::string_view line, const Words& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return line.find(word) != std::string_view::npos; });
}

constexpr auto kCredits = std::to_array<std::string_view>({"图片来源", "图源", "图:", "图/", "资料图", "供图", "摄影",
                                                           "来源:", "Photo:", "Photograph:", "Image:", "Credit:"});
// A comma or colon, a mark or dash inside, or a blank between Chinese words.
bool is_parted(std::string_view line) {
  if (holds_one_of(line, std::to_array<std::string_view>({":", ",", ";", "?", "!", "—", " - ", " – ", "|"})))
    return true;
  for (std::size_t at = line.find(' '); at != std::string_view::npos; at = line.find(' ', at + 1)) {
    std::size_t before = at, behind = at + 1;
    if (at == 0 || behind == line.size()) continue;
    if (is_han(previous_code_point(line, before)) && is_han(next_code_point(line, behind))) return true;
  }
  return false;
}

// Capitals on most of the words that are long enough to bear one.
bool is_title_case(std::string_view line) {
  std::size_t long_words = 0, capitals = 0;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t end = std::min(line.find(' ', at), line.size());
    if (end - at >= 4) {
      ++long_words;
      if (line[at] >= 'A' && line[at] <= 'Z') ++capitals;
    }
    at = end + 1;
  }
  return long_words >= 4 && capitals * 10 >= long_words * 7;
}

bool holds_full_stop(std::string_view line) {
  if (line.find("。") != std::string_view::npos) return true;
  for (std::size_t at = line.find(". "); at != std::string_view::npos; at = line.find(". ", at + 1))
    if (abbreviation(word_before(line, at), false) == Abbreviation::none) return true;
  return false;
}

bool ends_open(std::string_view line) {
  std::size_t end = line.size();
  const char32_t last = previous_code_point(line, end);
  return is_clause_mark(last) || std::u32string_view(U"-–—(“‘《「『").find(last) != std::u32string_view::npos;
}

bool holds_han(std::string_view line) {
  for (std::size_t i = 0; i < line.size();)
    if (is_han(next_code_point(line, i))) return true;
  return false;
}

bool has_headline_shape(const Paragraph& paragraph) {
  const std::string_view line = paragraph.head;
  if (!paragraph.complete || paragraph.finished || ends_open(line) || starts_list_item(line)) return false;
  const std::size_t width = display_width(line);
  const bool chinese = holds_han(line);
  if (width < (chinese ? kLeastHanColumns : kLeastColumns) || width > kMostColumns) return false;
  if (holds_one_of(line, kCredits) || is_byline(line) || holds_full_stop(line)) return false;
  return is_parted(line) || (!chinese && is_title_case(line));
}

class HeadlineFinder {
 public:
  explicit HeadlineFinder(const std::vector<FileLine>& lines) : paragraphs_(read_paragraphs(lines)) {
    has_blank_lines_ = std::any_of(paragraphs_.begin(), paragraphs_.end(), [](const Paragraph& p) { return p.apart; });
  }

  std::vector<std::size_t> run() const {
    std::vector<std::size_t> found;
    if (paragraphs_.empty() || !has_headline_shape(paragraphs_.front())) return found;
    std::size_t article = 0;
    for (std::size_t i = kLeastParagraphs; i < paragraphs_.size(); ++i) {
      if (i - article < kLeastParagraphs || !opens_article(i)) continue;
      found.push_back(paragraphs_[i].line);
      article = i;
    }
    return found;
  }

 private:
  bool opens_article(std::size_t i) const {
    const Paragraph& line = paragraphs_[i];
    if (!paragraphs_[i - 1].finished || (has_blank_lines_ && !line.apart)) return false;
    return has_headline_shape(line) && top_of_article_follows(i + 1);
  }

  bool top_of_article_follows(std::size_t first) const {
    const std::size_t last = std::min(paragraphs_.size(), first + kLedeReach);
    bool finished = false, sign = first < last && is_byline(paragraphs_[first].head);
    for (std::size_t i = first; i < last; ++i) {
      const Paragraph& paragraph = paragraphs_[i];
      finished = finished || paragraph.finished;
      const bool dated = i < first + 2 && gives_date(paragraph.head);
      sign = sign || dated || starts_with_bullet(paragraph.head) || is_repeated(i);
    }
    return finished && sign;
  }

  bool is_repeated(std::size_t i) const {
    const std::size_t last = std::min(paragraphs_.size(), i + 1 + kRepeatReach);
    if (!paragraphs_[i].finished || paragraphs_[i].head.size() < kLeastRepeated) return false;
    for (std::size_t j = i + 1; j < last; ++j)
      if (paragraphs_[j].head.starts_with(paragraphs_[i].head)) return true;
    return false;
  }

  std::vector<Paragraph> paragraphs_;
  bool has_blank_lines_ = false;
};

}  // namespace

std::vector<std::size_t> find_headlines(const std::vector<FileLine>& lines) { return HeadlineFinder(lines).run(); }

}  // namespace edgewise
