// SPDX-License-Identifier: Apache-2.0
// A sentence rewritten for matching: in the place of each mention stands one code point that tells its type.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rule_set.h"
#include "rules/type_codes.h"
#include "rules/type_tree.h"
#include "text/document.h"
#include "text/span.h"

namespace edgewise {

// A mention while a document is being read.
struct FoundMention {
  Span span;                 // in Document::text()
  std::uint32_t entity = 0;  // index into Extraction::entities
  TypeId type = 0;
  std::uint32_t code = 0;  // index into TypeCodes
  Via via = Via::name;
  Span stands_for = {};  // Via::reference: what it was resolved to
};

// The language that patterns are chosen by: "zh" for a sentence with Han characters, else "en".
inline std::string_view language_of(const Sentence& sentence) { return sentence.script == Script::han ? "zh" : "en"; }

// Rebuilt whenever the mentions of the sentence change; reuses its memory.
class TypedText {
 public:
  // `sentence` may be any stretch of the document; `mentions` are in it, ordered and disjoint, but several may share
  // one place: they are written as a list. Line breaks become blanks.
  void build(std::string_view document_text, Span sentence, const std::vector<FoundMention>& mentions,
             const TypeCodes& codes);

  std::string_view text() const { return text_; }
  const CodeSet& codes() const { return codes_present_; }
  // The place in text() of the sign for a mention.
  Span sign(std::uint32_t mention) const { return signs_[mention]; }

  // The stretch of the document's text that a stretch of typed text stands for.
  Span to_document(Span typed) const;
  // Indexes of the mentions within a stretch of typed text: [first, last).
  std::pair<std::uint32_t, std::uint32_t> mentions_in(Span typed) const;

 private:
  std::uint32_t to_document(std::uint32_t typed, bool end) const;

  std::string text_;
  std::vector<Span> signs_;          // of each mention in text_
  std::vector<Span> mention_spans_;  // of each mention in the document
  CodeSet codes_present_;
  Span sentence_;
};

}  // namespace edgewise
