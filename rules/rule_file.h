// SPDX-License-Identifier: Apache-2.0
// A rule file as its author wrote it: plain values, each with its place, nothing compiled yet.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/diagnostic.h"
#include "text/line_marks.h"
#include "text/modality.h"

namespace edgewise {

// A scalar of a rule file. Where its text stands in the file as it is, byte i lies at offset `start` + i and `offsets`
// is empty. Where quotes, escapes, indentation or folding come between, `offsets[i]` is the offset of the character
// that gave byte i, and there are text.size() + 1 of them, the last one past the end.
struct Located {
  std::string text;
  std::uint32_t file = 0;   // index into RuleSource::files
  std::uint32_t start = 0;  // byte offset in the file
  std::vector<std::uint32_t> offsets;
};

// Labels by language ("zh", "en"), in the order written.
struct Label {
  std::string language;
  std::string text;
};

struct TypeDecl {
  Located name;
  std::vector<Located> parents;  // `is`
  std::vector<Label> labels;
  std::optional<Located> color;  // "#rrggbb"
};

// A name list entry, inline or a TSV row.
struct EntityDecl {
  Located name;  // canonical name
  Located type;
  std::vector<Located> also;  // aliases
  std::vector<Label> labels;  // names by language; each is an alias as well
  std::optional<Located> id;  // external id, such as Q182477
  bool fold_case = false;     // `case: fold`; default is exact case
  std::vector<Located> weak;  // names that need support: words of the language, or names of several things
  std::vector<Located> near;  // words of an article that speak for it where a name is in doubt
  std::optional<Located> ticker = std::nullopt;
};

// The stretch of text that a pattern is tried on. `neighbours` are two sentences in a row of one paragraph, and a match
// takes part of both.
enum class MatchScope : std::uint8_t { sentence, clause, neighbours, paragraph, title, document };

// `where`: what must hold between the two ends of a match.
struct PairConstraints {
  enum class Order : std::uint8_t { any, from_first, to_first } order = Order::any;
  bool same_clause = false;
  std::optional<std::uint32_t> apart;     // characters between them at most, a mention counts as one
  std::vector<Located> from_not, to_not;  // type names
};

// `when`: what must or must not occur in the document, its title or the name of its source, as expressions over plain
// normalised text; and dates that the document's is compared with, such as ">= 2020-01-01".
struct DocumentConditions {
  std::vector<Located> title, not_title, body, not_body, source, not_source;
  std::vector<Located> date;
};

// How sure a rule is by its author's judgement.
enum class Confidence : std::uint8_t { high, medium, low };
inline constexpr std::string_view kConfidenceNames[] = {"high", "medium", "low"};
constexpr std::string_view name(Confidence confidence) {
  return kConfidenceNames[static_cast<std::size_t>(confidence)];
}

// A regular expression in the pattern syntax of docs/rules.md with its context guards.
struct PatternDecl {
  Located match;
  std::vector<Located> before, after, not_before, not_after, not_inside, unless, within;
  std::optional<Modality> modality;  // overrides the cues
  std::optional<Located> id;         // what the rule is called after the '#'; else its number
  std::int32_t priority = 0;         // for one pair the pattern with the highest priority decides
  std::optional<MatchScope> scope;   // else the relation's
  PairConstraints where;
  DocumentConditions when;
  Confidence confidence = Confidence::high;
  std::optional<Located> note;      // for people
  std::vector<Located> references;  // addresses or titles
};

// Calls `visit(const Located&)` for every guard expression.
template <typename Visit>
void visit_guards(const PatternDecl& decl, Visit visit) {
  for (const auto* guards :
       {&decl.before, &decl.after, &decl.not_before, &decl.not_after, &decl.not_inside, &decl.unless, &decl.within})
    for (const Located& guard : *guards) visit(guard);
}

struct MentionDecl {
  Located type;
  std::uint32_t stage = 1;      // 1-based; a stage sees what earlier stages found
  bool learn = false;           // the name is then found everywhere in the document
  std::optional<Located> name;  // template of the canonical name, such as '{Country}商务部'; absent: the text itself
  PatternDecl pattern;
};

// `references`: words that stand for a mention before them (该公司).
struct ReferenceDecl {
  Located type;
  bool pair = false;  // `stands_for: pair`: it means two things at once (双方)
  PatternDecl pattern;
};

// `speakers`: words by which somebody is said to say something (华为表示). The first mention in the match speaks.
struct SpeakerDecl {
  PatternDecl pattern;
  bool behind = false;  // `where: behind`: what is said stands before these words
};

// `fits`: what stands around a name in doubt where it means something of a type.
struct FitDecl {
  Located type;
  std::vector<Located> before, after;  // what must follow, and what must precede
};

// `document`: what an article says of itself, such as its date, and bylines.
struct DocumentDecl {
  PatternDecl pattern;
  enum class Where : std::uint8_t { head, end, anywhere } where = Where::head;
};

struct CueDecl {
  Modality modality = Modality::asserted;
  Located match;
  enum class Where : std::uint8_t { inside, clause, sentence, whole, before, after } where = Where::inside;
};

struct ExampleDecl {
  Located text;
  struct Expected {
    Located whole;  // "甲公司 -> 丙公司" or "甲公司 -> 丙公司 (planned)"
    std::string from, to;
    std::optional<Modality> modality;
    std::vector<std::pair<std::string, std::string>> qualifiers;  // name, value; others may be there as well
  };
  std::vector<Expected> yields;  // empty: nothing of this relation may come out
  std::optional<Located> todo;   // why it is known to fail
};

// `qualifiers`: what a relation's patterns may say besides its ends, such as {amount: money}.
struct QualifierDecl {
  Located name;
  Located kind;  // a kind of quantity, or a type
};

struct RelationDecl {
  Located id;
  std::vector<Label> labels;
  std::vector<Located> from, to;  // type names; a union if several
  std::optional<Located> color;
  std::optional<bool> symmetric;
  std::optional<bool> cues;           // false: cue lists do not touch this relation
  std::optional<MatchScope> scope;    // of its patterns; else the sentence
  std::optional<Located> inverse_of;  // its statements are told the other way round, as statements of that relation
  std::vector<Located> implies;       // each statement is one of these relations as well
  std::vector<QualifierDecl> qualifiers;
  std::vector<PatternDecl> match;
  std::vector<ExampleDecl> examples;
};

struct FragmentDecl {
  Located name;
  Located pattern;
};

// `shorten`: how later short forms of a full name are made within a document.
struct ShortenDecl {
  Located type;
  enum class How : std::uint8_t { last_part, first_part, brackets } how = How::last_part;
  std::vector<Located> except;  // expressions for parts that name nothing
};

// One file of rules after reading; imports are followed by the loader.
struct RuleFile {
  std::uint32_t file = 0;  // index into RuleSource::files
  std::string pack, version, description, license;
  std::string language;  // "" = any
  std::vector<Located> imports;
  std::vector<TypeDecl> types;
  std::vector<EntityDecl> entities;  // inline and from TSV, in order
  std::vector<MentionDecl> mentions;
  std::vector<ReferenceDecl> references;
  std::vector<ShortenDecl> shorten;
  std::vector<FitDecl> fits;
  std::vector<DocumentDecl> document;
  std::vector<CueDecl> cues;
  std::vector<SpeakerDecl> speakers;
  std::vector<FragmentDecl> fragments;
  std::vector<FragmentDecl> overrides;  // fragments that take the place of others
  std::vector<Located> removed_names, removed_rules;
  std::vector<RelationDecl> relations;
};

// All files of a load, imports before importers, each file once.
struct RuleSource {
  struct File {
    std::string path;                             // as named in diagnostics
    std::string text;                             // without a byte-order mark; what Located points into
    std::vector<LineMark> marks;                  // of text
    std::string digest;                           // of the bytes, hex
    std::optional<Located> named = std::nullopt;  // where an import or a table first names it
  };
  std::vector<File> files;
  std::vector<RuleFile> rules;

  // The place of bytes [begin, end) of a scalar, with the source line (unless that is longer than 64 KB). What runs
  // over several lines ends with the first of them. Cost: O(log lines) and the line.
  Place place(const Located& scalar, std::size_t begin, std::size_t end) const;
  Place place(const Located& scalar) const { return place(scalar, 0, scalar.text.size()); }
};

}  // namespace edgewise
