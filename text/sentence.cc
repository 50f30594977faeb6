// SPDX-License-Identifier: Apache-2.0
// A hand scan over normalised text: paragraphs first, then the sentences in each.
#include "text/sentence.h"

#include <algorithm>
#include <string>

#include "text/abbreviation.h"
#include "text/utf8.h"

namespace edgewise {
namespace {

constexpr std::size_t kLongestHeading = 60;       // code points, with Han characters
constexpr std::size_t kLongestLatinHeading = 110;  // without
constexpr std::size_t kShortestWrappedLine = 50;  // a shorter line of English ends its paragraph

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

Span trim(std::string_view text, Span span) {
  while (span.begin < span.end && is_blank(text[span.begin])) ++span.begin;
  while (span.begin < span.end && is_blank(text[span.end - 1])) --span.end;
  return span;
}

bool closes(char32_t c) {
  return c == U'”' || c == U'’' || c == U'」' || c == U'』' || c == U'》' || c == U'】' || c == ')' || c == ']' || c == '"';
}

bool has_han(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (is_han(next_code_point(text, at))) return true;
  return false;
}

bool ends_with_mark(std::string_view line) {
  std::size_t at = line.size();
  while (at > 0) {
    const char32_t c = previous_code_point(line, at);
    if (closes(c)) continue;
    return c == U'。' || c == '!' || c == '?' || c == '.' || c == ';' || c == ':' || c == U'…' || c == ',';
  }
  return false;
}

bool starts_bullet(std::string_view line) {
  std::size_t at = 0;
  if (line.empty()) return true;
  const char32_t c = next_code_point(line, at);
  return c == U'·' || c == U'•' || c == '-' || c == '*' || c == U'▲' || c == ' ' || c == '\t';
}

// Paragraphs of `text`: lines, or several hard-wrapped lines of English.
std::vector<Span> paragraphs(std::string_view text) {
  std::vector<Span> result;
  Span open{0, 0};
  for (std::uint32_t at = 0; at < text.size();) {
    const std::size_t feed = std::min(text.find('\n', at), text.size());
    const Span line{at, static_cast<std::uint32_t>(feed)};
    const std::string_view bytes = line.in(text);
    open.end = line.end;
    at = line.end + 1;
    const std::string_view next =
        at < text.size() ? text.substr(at, std::min(text.find('\n', at), text.size()) - at) : std::string_view();
    const bool goes_on = !bytes.empty() && at < text.size() && !starts_bullet(next) && !ends_with_mark(bytes) &&
                         count_code_points(bytes) >= kShortestWrappedLine && !has_han(bytes) && !has_han(next);
    if (goes_on) continue;
    if (const Span whole = trim(text, open); !whole.empty()) result.push_back(whole);
    open = {std::min(at, static_cast<std::uint32_t>(text.size())), 0};
  }
  return result;
}

// True if the full stop at `stop` ends a sentence; `text` is the paragraph.
bool full_stop_ends(std::string_view text, std::size_t stop) {
  const std::size_t behind = stop + 1;
  if (behind >= text.size()) return true;
  if (text[behind] != ' ' && text[behind] != '\n') {
    std::size_t at = behind;
    return closes(next_code_point(text, at));
  }
  std::size_t next = behind;
  while (next < text.size() && is_blank(text[next])) ++next;
  if (next >= text.size()) return true;
  std::size_t at = next;
  const char32_t first = next_code_point(text, at);
  if (first >= 'a' && first <= 'z') return false;
  std::size_t begin = stop;
  while (begin > 0 && text[begin - 1] != ' ' && text[begin - 1] != '\n' && text[begin - 1] != '(') --begin;
  const std::string_view word = text.substr(begin, stop - begin);
  if (word.size() == 1 && word[0] >= 'A' && word[0] <= 'Z') return false;  // an initial
  std::size_t end = next;
  while (end < text.size() && !is_blank(text[end])) ++end;
  switch (abbreviation(word, first >= '0' && first <= '9')) {
    case Abbreviation::leads_on: return false;
    case Abbreviation::may_end: return opens_sentences(text.substr(next, end - next));
    case Abbreviation::none: break;
  }
  return true;
}

// Where the sentence that the mark at [mark, behind) may end really ends, or 0 if it goes on.
std::size_t end_after_mark(std::string_view text, std::size_t mark, std::size_t behind, char32_t c) {
  if (c == '.') {
    std::size_t dots = behind;
    while (dots < text.size() && text[dots] == '.') ++dots;
    const bool ellipsis = dots - mark >= 2;
    if (!ellipsis && !full_stop_ends(text, mark)) return 0;
    if (ellipsis) {
      std::size_t at = dots;
      if (dots < text.size() && !closes(next_code_point(text, at)) && text[dots] != ' ') return 0;
    }
    behind = dots;
  } else if (c != U'。' && c != '!' && c != '?') {
    return 0;
  }
  while (behind < text.size()) {
    std::size_t at = behind;
    const char32_t next = next_code_point(text, at);
    if (next != '!' && next != '?' && next != U'。' && !closes(next)) break;
    behind = at;
  }
  // A quotation within a sentence: 他说“好。”,随后离开。
  if (behind < text.size() && (text[behind] == ',' || text[behind] == ':' || text[behind] == ';')) return 0;
  return behind;
}

// A sentence of unbounded length is cut behind its last clause mark or blank.
std::uint32_t cut_point(std::string_view text, Span span) {
  std::size_t at = span.begin, last = 0;
  for (std::size_t count = 0; at < span.end && count < kLongestSentence; ++count) {
    const char32_t c = next_code_point(text, at);
    if (c == ',' || c == ';' || c == ' ' || c == U'、') last = at;
  }
  if (at >= span.end) return span.end;
  return static_cast<std::uint32_t>(last > span.begin ? last : at);
}

class Splitter {
 public:
  explicit Splitter(std::string_view text) : text_(text) {}

  std::vector<Sentence> run() {
    for (const Span paragraph : paragraphs(text_)) {
      split(paragraph);
      ++paragraph_;
    }
    return std::move(sentences_);
  }

 private:
  void split(Span paragraph) {
    const std::string_view body = text_.substr(0, paragraph.end);
    const bool heading = !ends_with_mark(paragraph.in(text_)) && count_code_points(paragraph.in(text_)) <=
                             (has_han(paragraph.in(text_)) ? kLongestHeading : kLongestLatinHeading) &&
                         paragraph.in(text_).find("。") == std::string_view::npos;
    if (heading) {
      push(paragraph, sentences_.empty() ? SentenceKind::title : SentenceKind::heading);
      return;
    }
    std::size_t begin = paragraph.begin;
    for (std::size_t at = begin; at < paragraph.end;) {
      const std::size_t mark = at;
      const char32_t c = next_code_point(body, at);
      const std::size_t end = end_after_mark(body, mark, at, c);
      if (end == 0) continue;
      push({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, SentenceKind::body);
      begin = at = end;
    }
    push({static_cast<std::uint32_t>(begin), paragraph.end}, SentenceKind::body);
  }

  void push(Span span, SentenceKind kind) {
    span = trim(text_, span);
    while (!span.empty()) {
      const Span part = trim(text_, {span.begin, cut_point(text_, span)});
      if (!part.empty()) {
        const Script script = has_han(part.in(text_)) ? Script::han : Script::other;
        sentences_.push_back({part, paragraph_, kind, script});
      }
      span = trim(text_, {std::max(part.end, cut_point(text_, span)), span.end});
    }
  }

  std::string_view text_;
  std::vector<Sentence> sentences_;
  std::uint32_t paragraph_ = 0;
};

}  // namespace

std::vector<Sentence> split_sentences(std::string_view text) { return Splitter(text).run(); }

}  // namespace edgewise
