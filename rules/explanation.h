// SPDX-License-Identifier: Apache-2.0
// What was found in a document and by what, and what was found but not kept.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "rules/rule_set.h"
#include "text/document.h"
#include "text/span.h"

namespace edgewise {

// What a part of a pattern took.
struct ExplainedPart {
  enum class Kind : std::uint8_t { text, from, to, mention, gap, fragment } kind = Kind::text;
  std::string written;  // the part as in the rule file
  Span taken;           // in Document::text(), never empty
};

// A place where a pattern matched.
struct ExplainedMatch {
  std::uint32_t pattern = 0;  // index into RuleSet::patterns()
  std::string written;        // the pattern as in the rule file
  Span span;                  // in Document::text()
  std::vector<ExplainedPart> parts;
};

// A cue list's entry that decided a modality.
struct ExplainedCue {
  Span span;  // in Document::text()
  Place place;
  std::string written;
};

struct ExplainedStatement {
  std::uint32_t match = 0;  // index into Extraction::matches
  ExplainedMatch how;
  bool modality_is_fixed = false;   // by the pattern
  std::optional<ExplainedCue> cue;  // which decided it otherwise
};

struct RefusedMatch {
  enum class By : std::uint8_t {
    guard,          // of the pattern
    same_entity,    // nothing is related to itself
    other_pattern,  // another match of the relation speaks for the pair
    pair,           // `where` of the pattern
    document,       // `when` of the pattern
    engine,         // the pair did not come out for another reason
  } by = By::guard;
  ExplainedMatch how;
  std::string guard;                                            // By::guard: its key
  std::vector<std::string> guard_written;                       // its expressions
  std::optional<std::pair<std::uint32_t, std::uint32_t>> ends;  // else: from and to, indexes into Extraction::mentions
  std::optional<std::uint32_t> winner;                          // By::other_pattern: index into Extraction::matches
};

struct ExplainedSentence {
  std::vector<ExplainedStatement> statements;  // in the order of Extraction::matches
  std::vector<RefusedMatch> refused;           // by pattern, then position
};

struct Explanation {
  Extraction extraction;                     // what RuleSet::extract() gives
  std::vector<std::uint32_t> mention_types;  // by mention: index into RuleSet::types()
  std::vector<ExplainedSentence> sentences;  // as in Document::sentences()
};

// Cost: that of an extraction that tries every pattern on every sentence.
Explanation explain(const RuleSet& rules, const Document& document);

}  // namespace edgewise
