// SPDX-License-Identifier: Apache-2.0
// Typed text and the way back from it.
#include "rules/typed_text.h"

#include <algorithm>

#include "text/utf8.h"

namespace edgewise {
namespace {

// Joins the signs of a word that means several things, so that a list takes them.
constexpr std::string_view kBetweenTwo = "、";

}  // namespace

void TypedText::build(std::string_view document_text, Span sentence, const std::vector<FoundMention>& mentions,
                      const TypeCodes& codes) {
  text_.clear();
  signs_.clear();
  mention_spans_.clear();
  codes_present_.assign(codes.size(), false);
  sentence_ = sentence;
  std::uint32_t at = sentence.begin;
  for (const FoundMention& mention : mentions) {
    if (!mention_spans_.empty() && mention_spans_.back() == mention.span)
      text_ += kBetweenTwo;
    else
      text_ += document_text.substr(at, mention.span.begin - at);
    const auto begin = static_cast<std::uint32_t>(text_.size());
    append_utf8(text_, codes.code_point(mention.code));
    signs_.push_back({begin, static_cast<std::uint32_t>(text_.size())});
    mention_spans_.push_back(mention.span);
    if (mention.code < codes.size()) codes_present_[mention.code] = true;
    at = mention.span.end;
  }
  text_ += document_text.substr(at, sentence.end - at);
  std::replace(text_.begin(), text_.end(), '\n', ' ');
}

std::uint32_t TypedText::to_document(std::uint32_t typed, bool end) const {
  // The last mention that begins before `typed` (an end position belongs to what lies before it).
  const auto behind = std::partition_point(signs_.begin(), signs_.end(),
                                           [&](Span sign) { return end ? sign.begin < typed : sign.begin <= typed; });
  if (behind == signs_.begin()) return sentence_.begin + typed;
  const auto index = static_cast<std::size_t>(std::prev(behind) - signs_.begin());
  if (typed < signs_[index].end) return end ? mention_spans_[index].end : mention_spans_[index].begin;
  const bool shared = index + 1 < signs_.size() && mention_spans_[index + 1] == mention_spans_[index];
  return shared ? mention_spans_[index].end : mention_spans_[index].end + (typed - signs_[index].end);
}

Span TypedText::to_document(Span typed) const {
  const std::uint32_t begin = to_document(typed.begin, false);
  return {begin, typed.empty() ? begin : to_document(typed.end, true)};
}

std::pair<std::uint32_t, std::uint32_t> TypedText::mentions_in(Span typed) const {
  const auto first =
      std::partition_point(signs_.begin(), signs_.end(), [&](Span sign) { return sign.begin < typed.begin; });
  const auto last = std::partition_point(first, signs_.end(), [&](Span sign) { return sign.end <= typed.end; });
  return {static_cast<std::uint32_t>(first - signs_.begin()), static_cast<std::uint32_t>(last - signs_.begin())};
}

}  // namespace edgewise
