// SPDX-License-Identifier: Apache-2.0
// What an article says of itself: its title, date and source, and the bylines that are no part of what it tells.
#pragma once

#include <optional>

#include "rules/compiled_rules.h"
#include "text/document.h"

namespace edgewise {

// Compiles the patterns of `document`. They are for sentences of every language: a line that is nothing but a date has
// none.
void compile_document_lines(RuleSet::Compiled& rules, Diagnostics& diagnostics);

// A document as the other rules look at it: its bylines are gone. Refers to the document it is made from.
class Story {
 public:
  Story(const RuleSet::Compiled& rules, const Document& document);

  // The document itself, or one of the same positions without its bylines.
  const Document& document() const { return without_bylines_ ? *without_bylines_ : *given_; }
  const DocumentFacts& facts() const { return facts_; }

 private:
  const Document* given_;
  DocumentFacts facts_;
  std::optional<Document> without_bylines_;
};

}  // namespace edgewise
