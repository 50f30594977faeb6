// SPDX-License-Identifier: Apache-2.0
// Telling hard-wrapped lines from lines that are paragraphs.
#include "text/paragraph.h"

#include <algorithm>

#include "text/sentence_mark.h"
#include "text/utf8.h"

namespace edgewise {
namespace {

constexpr std::size_t kWrapsFrom = 50;  // columns of the shortest line that may have been wrapped
constexpr std::size_t kLooksAt = 600;   // bytes of a line that decide its language
constexpr std::string_view kWideGap = "    ";

struct Line {
  Span span;             // without the blanks around it
  std::uint32_t indent;  // blanks in front
};

std::string_view in(std::string_view text, const Line& line) { return line.span.in(text); }

std::uint32_t offset(std::size_t value) { return static_cast<std::uint32_t>(value); }

Line trim(std::string_view text, std::size_t begin, std::size_t end) {
  const std::size_t start = begin;
  while (begin < end && is_blank(text[begin])) ++begin;
  while (end > begin && is_blank(text[end - 1])) --end;
  return {{offset(begin), offset(end)}, offset(begin - start)};
}

// A Han character for every four Latin letters is enough: company names are long.
bool is_chinese(std::string_view line) {
  std::size_t han = 0, letters = 0;
  const std::string_view head = line.substr(0, std::min(line.size(), kLooksAt));
  for (const char byte : head) {
    const auto b = static_cast<unsigned char>(byte);
    if (b >= 0xE4 && b <= 0xE9) ++han;
    if ((b | 0x20) >= 'a' && (b | 0x20) <= 'z') ++letters;
  }
  return han * 4 > letters;
}

std::size_t columns_up_to(std::string_view line, std::size_t limit) {
  return line.size() > limit * 4 ? limit + 1 : count_code_points(line);
}

bool runs_on(std::string_view text, const Line& line, const Line& next) {
  const std::string_view here = in(text, line), below = in(text, next);
  const Ending end = ending(here);
  if (next.indent >= 2 || starts_list_item(below) || end == Ending::finished) return false;
  if (is_chinese(here) || is_chinese(below)) return false;
  const std::string_view first_word = word_at(below, 0);
  if (is_lower_case_word(first_word)) return true;
  if (end == Ending::abbreviation) return false;
  if (here.ends_with('.')) return true;  // Mr.
  // A wrapped line is one into which the next word would not have fitted.
  const std::size_t width = columns_up_to(here, 1000), width_below = columns_up_to(below, 1000);
  return width >= kWrapsFrom && width + 1 + count_code_points(first_word) >= width_below;
}

bool is_wide(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]) >= 0xE2; }

// Pages flattened to one line keep their blocks apart by many blanks.
void append_blocks(std::string_view text, const Line& line, std::vector<Paragraph>& paragraphs) {
  std::size_t begin = line.span.begin;
  const std::size_t end = line.span.end;
  const std::string_view until_end = text.substr(0, end);
  for (std::size_t gap = begin; (gap = until_end.find(kWideGap, gap)) != std::string_view::npos;) {
    std::size_t behind = gap;
    while (is_blank(text[behind])) ++behind;
    std::size_t last = gap;
    const bool wide_before = previous_code_point(text, last) >= 0x2E80;
    if (wide_before || is_wide(text, behind)) {
      paragraphs.push_back({trim(text, begin, gap).span, false});
      begin = behind;
    }
    gap = behind;
  }
  paragraphs.push_back({{offset(begin), offset(end)}, begin == line.span.begin});
}

}  // namespace

std::vector<Paragraph> split_paragraphs(std::string_view text) {
  std::vector<Paragraph> paragraphs;
  Line last{};
  bool last_can_run_on = false;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const Line line = trim(text, begin, end);
    begin = end + 1;
    if (line.span.empty()) {
      last_can_run_on = false;
      continue;
    }
    if (last_can_run_on && runs_on(text, last, line)) {
      paragraphs.back().span.end = line.span.end;
      paragraphs.back().whole_line = false;
    } else {
      append_blocks(text, line, paragraphs);
    }
    last = line;
    last_can_run_on = true;
  }
  return paragraphs;
}

}  // namespace edgewise
