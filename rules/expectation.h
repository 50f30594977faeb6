// SPDX-License-Identifier: Apache-2.0
// Whether a document says what somebody expects, and if not, the first thing that keeps it from doing so.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/explanation.h"
#include "rules/rule_set.h"
#include "text/document.h"
#include "text/result.h"
#include "text/span.h"

namespace edgewise {

struct Expectation {
  std::string from, to;
  std::uint32_t relation = 0;        // index into RuleSet::relations()
  std::optional<Modality> modality;  // without it any but negated will do, as in examples
};

// Reads 'A relation B' or 'A relation B (planned)'. Names may hold blanks; the relation is a word of its own. The error
// is a phrase for people.
tl::expected<Expectation, std::string> read_expectation(const RuleSet& rules, std::string_view text);

// An end that no mention stands for.
struct MissingName {
  std::string name;
  std::optional<Span> text;              // where it stands in Document::text() all the same
  std::optional<std::uint32_t> inside;   // a mention that covers a part of `text`
  std::optional<std::string> listed_as;  // the canonical name under which the packs list it, though not in this text
  std::optional<std::uint32_t> nearest;  // a mention that is called almost the same
  std::vector<std::string> types;        // that the relation takes at this end
};

// A part of a pattern.
struct PatternStep {
  std::string written;
  std::string guard;  // its key; empty for anything but a guard
};

// How far a pattern gets in a sentence that holds both names.
struct NearPattern {
  std::uint32_t pattern = 0;  // index into RuleSet::patterns()
  Span place;                 // the sentence, or what else the pattern looks at, in Document::text()
  std::string written;
  bool reversed = false;  // of a symmetric relation: with the second name at {from}
  std::vector<PatternStep> steps;
  std::size_t matched = 0;            // so many steps match together, one more does not; all: see `taken_instead`
  Span reached;                       // what they took, in Document::text()
  bool wrong_type = false;            // the failing step is a slot that does not take the mention's type
  std::string better_gap;             // how the gap before the failing step would have to be written, if that is all
  std::string refused_by;             // all steps match, but this key of the pattern refuses: "where" or "when"
  std::optional<Span> taken_instead;  // all steps match, but the search took this match of the pattern
  std::size_t score = 0, score_of = 1;
};

struct Verdict {
  enum class Kind : std::uint8_t {
    found,
    other_modality,  // found, but only with another modality than expected
    no_name,         // one or both names are not among the mentions
    same_entity,     // both names mean the same
    wrong_types,     // of every pair of mentions
    apart,           // never in one sentence
    no_patterns,     // none of the relation for the languages of their sentences
    no_match,        // see `nearest`
  } kind = Kind::no_match;
  std::vector<std::uint32_t> matches;  // found, other_modality: indexes into Extraction::matches
  std::vector<MissingName> missing;
  std::vector<std::uint32_t> from, to;            // mentions that bear the names
  std::vector<std::string> from_types, to_types;  // that the relation takes
  bool reversed_fits = false;                     // wrong_types: the other way round they would fit
  std::vector<NearPattern> nearest;               // the nearest first; of each pattern only where it gets furthest

  bool good() const { return kind == Kind::found; }
};

// True if `a` is nearer to the expected statement than `b`.
bool nearer(const Verdict& a, const Verdict& b);

class PatternProbe;

// Looks at `sentences` of the document only. `explanation` is that of the document. Whether the statement is found is
// read from what the engine found, so the two cannot differ. `probe`, of the same rules, saves compiling the same
// patterns for every question; without it one is made.
Verdict judge(const RuleSet& rules, const Document& document, const Explanation& explanation,
              const std::vector<std::uint32_t>& sentences, const Expectation& expected, PatternProbe* probe = nullptr);

}  // namespace edgewise
