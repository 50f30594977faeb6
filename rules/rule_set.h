// SPDX-License-Identifier: Apache-2.0
// Rules compiled for use: what an extractor needs, immutable and shared by all threads.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rule_file.h"
#include "text/document.h"
#include "text/modality.h"
#include "text/result.h"
#include "text/span.h"

namespace edgewise {

// How a mention came to its entity.
enum class Via : std::uint8_t { name, context, pattern, learned, short_form, reference };
std::string_view name(Via via);

// Something the document talks about. Views point into the RuleSet or the Extraction that holds it.
struct EntityRef {
  std::string key;            // canonical name; what identity is decided by
  std::string type;           // most specific declared type, e.g. "Company"
  std::vector<Label> labels;  // names by language, where the pack has them
  std::string external_id;    // may be empty
  std::string ticker = {};    // of its shares, such as NVDA or 600519.SH; may be empty
};

struct Mention {
  Span span;               // in Document::text()
  std::uint32_t sentence;  // index into Document::sentences()
  std::uint32_t entity;    // index into Extraction::entities
  Via via = Via::name;
  Span stands_for = {};  // Via::reference: the earlier mention that it was resolved to
};

// Something said besides the ends: an amount, a share, a date, a role.
struct QualifierValue {
  std::string name;   // as the relation declares it
  std::string value;  // the normal form, or the canonical name of a mention; empty if it cannot be read
  Span span;          // in Document::text()
};

// One relation found in one sentence.
struct Match {
  std::uint32_t relation;  // index into RuleSet::relations()
  std::uint32_t from, to;  // indexes into Extraction::mentions
  Modality modality = Modality::asserted;
  std::uint32_t sentence = 0;
  Span span;                                  // what the pattern matched, in Document::text()
  Span cue;                                   // what decided the modality; empty if nothing did
  std::uint32_t pattern = 0;                  // index into RuleSet::patterns()
  std::uint32_t last_sentence = 0;            // where the match ends; `sentence` unless the pattern spans several
  std::vector<QualifierValue> qualifiers;     // in the order of the text
  bool implied = false;                       // the pattern is of a relation that implies this one
  std::optional<std::uint32_t> speaker = {};  // index into Extraction::mentions of who is said to say it
  Span speech = {};                           // the words that say so
};

// One of the things that a name in doubt may mean, and what speaks for it in a document.
struct NameCandidate {
  std::string key, type;
  bool usual = false;        // the name is one of its ordinary names
  bool full_name = false;    // a name of its own that is not in doubt occurs
  std::uint32_t near = 0;    // how many of its words occur
  std::uint32_t fits = 0;    // how many places of the name fit its type
  std::uint32_t points = 0;  // of all that
};

// What became of a name in doubt in a document.
struct NameChoice {
  std::string name;
  std::vector<Span> places;               // in Document::text()
  std::vector<NameCandidate> candidates;  // the best first
  bool resolved = false;                  // the first candidate is clearly ahead; else no place is a mention
};

// What a document says of itself; each may be empty.
struct DocumentFacts {
  std::string title;
  std::string date;    // ISO 8601: 2023-08-16, 2023-08 or 2023
  std::string source;  // the canonical name, if it is a listed one
  // Lines and parts of lines that tell nothing else, in Document::text(); in order, disjoint.
  std::vector<Span> bylines;
};

struct Extraction {
  DocumentFacts facts;
  std::vector<EntityRef> entities;
  std::vector<Mention> mentions;    // by position; a word that means a pair is two mentions in one place
  std::vector<Match> matches;       // by sentence, position, relation, from, to, modality; no duplicates of those
  std::vector<NameChoice> choices;  // names in doubt that occur, by name
};

struct TypeInfo {
  std::string name;
  std::vector<std::string> parents;
  std::vector<Label> labels;
  std::string color;  // "#rrggbb"; inherited from the first parent that has one; may be empty
};

struct RelationInfo {
  std::string id;
  std::vector<Label> labels;
  std::string color;
  bool symmetric = false;
  std::string inverse_of = {};  // the relation as which its statements are told; usually empty
};

struct PatternInfo {
  std::string rule;  // "company-competes-with#2": relation and 1-based number of the pattern
  std::string file;
  std::uint32_t line = 0;
  std::string digest;  // of the pattern's text with its guards
  Confidence confidence = Confidence::high;
  std::string note = {};                     // for people; may be empty
  std::vector<std::string> references = {};  // addresses or titles
};

// Whether patterns are preselected by the literals they need, or all of them are tried. The answer is the same; the
// slow road is there to check the fast one.
enum class Search : std::uint8_t { prefiltered, exhaustive };

// Compiled once, then shared. Safe for concurrent use. Movable.
class RuleSet {
 public:
  // Compiles what read_rules() read. All mistakes are reported in one run.
  static Result<RuleSet> compile(RuleSource source, Diagnostics& warnings);

  RuleSet(RuleSet&&) noexcept;
  RuleSet& operator=(RuleSet&&) noexcept;
  ~RuleSet();

  const std::vector<TypeInfo>& types() const;
  const std::vector<RelationInfo>& relations() const;
  const std::vector<PatternInfo>& patterns() const;
  const RuleSource& source() const;
  std::string_view language() const;  // of the first pack; "" if none says
  std::size_t alias_count() const;

  // Everything the rules find in `document`. Deterministic. Linear in the text for a given set of rules.
  Extraction extract(const Document& document, Search search = Search::prefiltered) const;

  struct Compiled;  // rules/compiled_rules.h; of no use outside the room
  const Compiled& compiled() const { return *compiled_; }

 private:
  explicit RuleSet(std::unique_ptr<Compiled> compiled);
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace edgewise
