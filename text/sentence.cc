// SPDX-License-Identifier: Apache-2.0
// Walking paragraphs mark by mark and cutting them into sentences.
#include "text/sentence.h"

#include <algorithm>

#include <unicode/uchar.h>

#include "text/paragraph.h"
#include "text/sentence_end.h"
#include "text/sentence_mark.h"
#include "text/utf8.h"

namespace edgewise {
namespace {

constexpr std::size_t kHeadingColumns = 120;  // 60 Han characters
constexpr std::size_t kMarksOfALetter = 32;   // more than any language puts on one
constexpr std::size_t kTitleReach = 60;       // code points between 《 and 》 within which marks belong to a name

// The sentences of one paragraph, as offsets from its beginning.
class ParagraphWalk {
 public:
  explicit ParagraphWalk(std::string_view text) : text_(text) {}

  // Calls emit(begin, end) for each sentence; blanks around it are not part of it.
  template <typename Emit>
  void each_sentence(Emit emit) {
    for (std::size_t i = 0; i < text_.size();) {
      const std::size_t start = i;
      const char32_t c = next_relevant(i);
      if (c == 0) continue;
      if (!is_final_mark(c)) {
        note(c, start);
        continue;
      }
      const MarkRun run = read_run(start);
      i = run.end;
      if (!ends_sentence(text_, begin_, run)) continue;
      emit(begin_, run.end);
      begin_ = run.end;
      while (begin_ < text_.size() && is_blank(text_[begin_])) ++begin_;
      open_bracket_ = kNone;
    }
    if (begin_ < text_.size()) emit(begin_, text_.size());
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  // The code point at `i`, moved past it; 0 for common Han, which needs no look.
  char32_t next_relevant(std::size_t& i) const {
    const auto byte = static_cast<unsigned char>(text_[i]);
    if (byte >= 0xE4 && byte <= 0xE9) {
      i += 3;
      return 0;
    }
    return next_code_point(text_, i);
  }

  void note(char32_t c, std::size_t at) {
    if (c == U'"') quote_open_ = !quote_open_;
    if (c == U'(' && open_bracket_ == kNone) open_bracket_ = at;
    if (c == U')') open_bracket_ = kNone;
    if (c == U'《') title_end_ = closing_title(at);
  }

  // Where the 》 for the 《 at `at` stands; 0 if it is not near.
  std::size_t closing_title(std::size_t at) const {
    const std::size_t found = text_.substr(at, kTitleReach * 3).find("》");
    return found == std::string_view::npos ? 0 : at + found;
  }

  MarkRun read_run(std::size_t begin) {
    MarkRun run{.kind = MarkRun::Kind::dot, .begin = begin, .marks_end = begin, .end = begin};
    run.in_title = begin < title_end_;
    read_marks(run);
    read_closers(run);
    return run;
  }

  void read_marks(MarkRun& run) const {
    std::size_t dots = 0;
    bool full_stop = false, exclamation = false;
    for (std::size_t i = run.begin; i < text_.size(); run.marks_end = i) {
      const char32_t c = next_code_point(text_, i);
      if (!is_final_mark(c)) break;
      if (c == U'.') ++dots;
      if (c == U'…' || c == U'⋯') dots += 3;
      if (c == U'!' || c == U'?') exclamation = true;
      if (c >= 0x80 && c != U'…' && c != U'⋯') full_stop = true;
    }
    run.kind = full_stop     ? MarkRun::Kind::full_stop
               : exclamation ? MarkRun::Kind::exclamation
               : dots > 1    ? MarkRun::Kind::ellipsis
                             : MarkRun::Kind::dot;
  }

  void read_closers(MarkRun& run) {
    run.end = run.marks_end;
    for (std::size_t i = run.marks_end; i < text_.size(); run.end = i) {
      const char32_t c = next_code_point(text_, i);
      if (c == U'"' || c == U'\'') {
        if (!closes_straight_quote(c, i)) return;
        if (c == U'"') quote_open_ = false;
      } else if (!is_closer(c)) {
        return;
      }
      if (c == U'》' || c == U'〉') run.closes_title = true;
      if (c == U')') {
        run.closes_inner_bracket = open_bracket_ != kNone && open_bracket_ > begin_;
        open_bracket_ = kNone;
      } else if (c != U']' && c != U'}') {
        run.closes_quote = true;
      }
    }
  }

  // A straight quote closes one that is open, or stands before a blank or the end.
  bool closes_straight_quote(char32_t c, std::size_t behind) const {
    if (c == U'"' && quote_open_) return true;
    return behind == text_.size() || is_blank(text_[behind]);
  }

  std::string_view text_;
  std::size_t begin_ = 0;
  std::size_t title_end_ = 0;
  std::size_t open_bracket_ = kNone;
  bool quote_open_ = false;
};

bool holds_han(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      ++i;
    } else if (is_han(next_code_point(text, i))) {
      return true;
    }
  }
  return false;
}

bool looks_like_heading(std::string_view line) {
  if (line.size() > kHeadingColumns * 3 || starts_list_item(line) || ending(line) != Ending::open) return false;
  std::size_t end = line.size();
  if (is_clause_mark(previous_code_point(line, end))) return false;
  if (line.find("。") != std::string_view::npos) return false;
  return display_width(line) <= kHeadingColumns;
}

class Splitter {
 public:
  explicit Splitter(std::string_view text) : text_(text) {}

  std::vector<Sentence> run() {
    const std::vector<Paragraph> paragraphs = split_paragraphs(text_);
    for (; paragraph_ < paragraphs.size(); ++paragraph_) {
      const Paragraph& paragraph = paragraphs[paragraph_];
      const bool headline = paragraph.whole_line && looks_like_heading(paragraph.span.in(text_));
      if (headline && paragraph_ == 0 && paragraphs.size() > 1) {
        add(paragraph.span, SentenceKind::title);
      } else {
        add_sentences(paragraph, headline);
      }
    }
    return std::move(sentences_);
  }

 private:
  void add_sentences(const Paragraph& paragraph, bool headline) {
    const std::size_t first = sentences_.size();
    const std::uint32_t base = paragraph.span.begin;
    ParagraphWalk(paragraph.span.in(text_)).each_sentence([&](std::size_t begin, std::size_t end) {
      add_in_pieces({base + static_cast<std::uint32_t>(begin), base + static_cast<std::uint32_t>(end)});
    });
    if (headline && sentences_.size() == first + 1)
      sentences_.back().kind = paragraph_ == 0 ? SentenceKind::title : SentenceKind::heading;
  }

  void add_in_pieces(Span span) {
    while (span.size() > kLongestSentence &&
           count_code_points(span.in(text_).substr(0, kLongestSentence * 4)) > kLongestSentence) {
      const std::uint32_t cut = span.begin + cut_point(span.in(text_));
      add(trimmed({span.begin, cut}), SentenceKind::body);
      span = trimmed({cut, span.end});
    }
    if (!span.empty()) add(span, SentenceKind::body);
  }

  // Behind the last clause mark or blank of the first kLongestSentence code points, else before the letter that stands
  // there with its marks.
  static std::uint32_t cut_point(std::string_view sentence) {
    std::size_t i = 0, best = 0;
    for (std::size_t n = 0; n < kLongestSentence; ++n) {
      const char32_t c = next_code_point(sentence, i);
      if (c == U' ' || c == U'\n' || is_clause_mark(c)) best = i;
    }
    if (best > 0) return static_cast<std::uint32_t>(best);
    std::size_t letter = i;
    for (std::size_t n = 0; n < kMarksOfALetter && begins_with_mark(sentence.substr(letter)); ++n)
      previous_code_point(sentence, letter);
    return static_cast<std::uint32_t>(begins_with_mark(sentence.substr(letter)) ? i : letter);
  }

  static bool begins_with_mark(std::string_view text) {
    std::size_t i = 0;
    return (U_GET_GC_MASK(static_cast<UChar32>(next_code_point(text, i))) & U_GC_M_MASK) != 0;
  }

  Span trimmed(Span span) const {
    while (!span.empty() && is_blank(text_[span.begin])) ++span.begin;
    while (!span.empty() && is_blank(text_[span.end - 1])) --span.end;
    return span;
  }

  void add(Span span, SentenceKind kind) {
    const Script script = holds_han(span.in(text_)) ? Script::han : Script::other;
    sentences_.push_back({span, paragraph_, kind, script});
  }

  std::string_view text_;
  std::vector<Sentence> sentences_;
  std::uint32_t paragraph_ = 0;
};

}  // namespace

std::vector<Sentence> split_sentences(std::string_view text) { return Splitter(text).run(); }

}  // namespace edgewise
