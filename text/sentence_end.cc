// SPDX-License-Identifier: Apache-2.0
// The rules for each kind of mark; what they promise stands in text/sentence.h.
#include "text/sentence_end.h"

#include <algorithm>

#include "text/abbreviation.h"
#include "text/sentence_mark.h"
#include "text/utf8.h"

namespace edgewise {
namespace {

constexpr char32_t kNothing = 0;

// What stands behind the marks and closers.
struct Continuation {
  bool blank = false;         // blanks come first
  std::size_t offset;         // of the first character that is not blank
  char32_t first = kNothing;  // that character
  std::string_view word;      // the word it begins, may be empty
};

Continuation look_behind(std::string_view paragraph, std::size_t end) {
  Continuation next{.offset = end, .word = {}};
  while (next.offset < paragraph.size() && is_blank(paragraph[next.offset])) ++next.offset;
  next.blank = next.offset > end;
  if (next.offset == paragraph.size()) return next;
  std::size_t i = next.offset;
  next.first = next_code_point(paragraph, i);
  next.word = word_at(paragraph, next.offset);
  return next;
}

char32_t before(std::string_view paragraph, std::size_t offset) {
  return offset == 0 ? kNothing : previous_code_point(paragraph, offset);
}

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

// `“…。”的`: the quotation is a part of the sentence around it.
bool belongs_to_sentence_around(const MarkRun& run, const Continuation& next) {
  return is_clause_mark(next.first) || (run.closes_quote && !next.blank && next.first == U'的');
}

// Without a blank: `?id=1` in an address, `!x`.
bool is_inside_ascii(std::string_view paragraph, const MarkRun& run, const Continuation& next) {
  if (next.blank || run.end != run.marks_end) return false;
  const char32_t last = before(paragraph, run.begin);
  return last > U' ' && last < 0x7F && next.first < 0x7F && next.first != U'"' && next.first != U'\'' &&
         next.first != U'(';
}

bool exclamation_ends(std::string_view paragraph, const MarkRun& run, const Continuation& next) {
  if (is_inside_ascii(paragraph, run, next)) return false;
  if (next.blank && run.end == run.marks_end && is_company_form(next.word)) return false;  // Yahoo! Inc.
  const bool after_han = before(paragraph, run.begin) >= 0x2E80;
  return after_han || !is_lower_case_word(next.word);
}

bool is_list_number(std::string_view paragraph, std::size_t sentence_begin, std::size_t dot) {
  const std::string_view so_far = paragraph.substr(sentence_begin, dot - sentence_begin);
  return so_far.size() <= 3 && std::all_of(so_far.begin(), so_far.end(), [](char b) { return b >= '0' && b <= '9'; });
}

bool dot_ends(std::string_view paragraph, std::size_t sentence_begin, const MarkRun& run, const Continuation& next) {
  const bool closed = run.end != run.marks_end;
  if (!next.blank && !closed) return false;  // 3.14, example.com, 约翰.史密斯
  if (is_lower_case_word(next.word)) return false;
  if (is_list_number(paragraph, sentence_begin, run.begin)) return false;
  if (closed) return next.blank || !is_word_character(next.first);
  switch (abbreviation(word_before(paragraph, run.begin), is_digit(next.first))) {
    case Abbreviation::leads_on:
      return false;
    case Abbreviation::may_end:
      return opens_sentences(next.word) && !is_company_form(next.word);
    case Abbreviation::none:
      break;
  }
  return true;
}

}  // namespace

bool ends_sentence(std::string_view paragraph, std::size_t sentence_begin, const MarkRun& run) {
  const Continuation next = look_behind(paragraph, run.end);
  if (next.first == kNothing) return true;
  if (run.in_title || run.closes_title || run.closes_inner_bracket) return false;
  if (belongs_to_sentence_around(run, next)) return false;
  switch (run.kind) {
    case MarkRun::Kind::full_stop:
      return true;
    case MarkRun::Kind::exclamation:
      return exclamation_ends(paragraph, run, next);
    case MarkRun::Kind::dot:
      return dot_ends(paragraph, sentence_begin, run, next);
    case MarkRun::Kind::ellipsis:
      return (run.closes_quote || next.blank) && !is_lower_case_word(next.word);
  }
  return true;
}

}  // namespace edgewise
