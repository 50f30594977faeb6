// SPDX-License-Identifier: Apache-2.0
// The invariants, each checked by other means than the code that has to keep them.
#include "tests/text/document_invariants.h"

#include "text/mend_utf8.h"
#include "text/normalise.h"
#include "text/utf8.h"

namespace edgewise::testing {
namespace {

bool is_blank(char byte) { return byte == ' ' || (byte >= '\t' && byte <= '\r'); }

bool is_boundary(std::string_view text, std::size_t offset) {
  return offset == text.size() || (static_cast<unsigned char>(text[offset]) & 0xC0) != 0x80;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

bool is_valid(std::string_view text) { return mend_utf8(text).bad_offsets.empty(); }

std::string broken_normal_form(std::string_view bytes) {
  const Mended mended = mend_utf8(bytes);
  if (!is_valid(mended.text)) return "mended text is not UTF-8";
  if (mended.bad_offsets.empty() != (mended.text == bytes)) return "mending changes text without saying so";
  const Normalised normalised = normalise(mended.text);
  if (!is_valid(normalised.text)) return "normalised text is not UTF-8";
  if (normalise(normalised.text).text != normalised.text) return "normalising twice changes the text again";
  if (normalise_name(mended.text) != normalised.text) return "names and articles have different normal forms";
  const auto whole = normalised.offsets.to_original({0, static_cast<std::uint32_t>(normalised.text.size())});
  if (!normalised.text.empty() && whole.end > mended.text.size()) return "the map leads out of the original";
  return {};
}

std::string broken_sentence(const Document& document, const Sentence& sentence) {
  const std::string_view text = document.text();
  const std::string_view here = sentence.span.in(text);
  if (!is_boundary(text, sentence.span.begin) || !is_boundary(text, sentence.span.end))
    return "a sentence begins or ends within a character";
  if (here.empty() || is_blank(here.front()) || is_blank(here.back())) return "a sentence has blanks around it";
  if (count_code_points(here) > kLongestSentence) return "a sentence is too long";
  const Span original = document.original_span(sentence.span);
  if (original.begin > original.end || original.end > document.original().size()) return "an original span is wrong";
  const std::string again = normalise(document.quote(original)).text;
  const bool may_be_cut_in_a_character = count_code_points(here) + 32 > kLongestSentence;
  if (may_be_cut_in_a_character ? again.find(here) == std::string::npos : trimmed(again) != here)
    return "the quote of a sentence has another normal form than the sentence";
  const LineColumn place = document.locate(original.begin);
  if (place.line < 1 || place.column < 1) return "a place is not 1-based";
  return {};
}

}  // namespace

std::string broken_invariant(std::string_view bytes) {
  if (std::string broken = broken_normal_form(bytes); !broken.empty()) return broken;
  const Document document = Document::make("id", std::string(bytes));
  if (document.original() != bytes) return "the original bytes are not kept";
  std::uint32_t end = 0, paragraph = 0;
  const auto only_blanks = [&](std::uint32_t from, std::size_t to) {
    return trimmed(document.text().substr(from, to - from)).empty();
  };
  for (const Sentence& sentence : document.sentences()) {
    if (sentence.span.begin < end) return "sentences overlap or are out of order";
    if (!only_blanks(end, sentence.span.begin)) return "text between sentences belongs to none";
    if (sentence.paragraph < paragraph) return "paragraphs are out of order";
    if (std::string broken = broken_sentence(document, sentence); !broken.empty()) return broken;
    end = sentence.span.end;
    paragraph = sentence.paragraph;
  }
  if (!only_blanks(end, document.text().size())) return "text behind the last sentence belongs to none";
  return {};
}

std::string broken_split(std::string_view bytes, ArticleSplit how) {
  std::size_t end = 0;
  std::uint32_t line = 0;
  for (const Article& article : split_articles(bytes, how)) {
    if (article.bytes.data() != bytes.data() + article.offset) return "an article is not where its offset says";
    if (article.offset < end || article.bytes.empty()) return "articles overlap or are empty";
    if (article.line <= line) return "lines of articles are out of order";
    line = article.line;
    end = article.offset + article.bytes.size();
    if (end > bytes.size()) return "an article ends behind the file";
  }
  return {};
}

}  // namespace edgewise::testing
