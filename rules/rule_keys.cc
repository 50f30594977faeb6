// SPDX-License-Identifier: Apache-2.0
// The rows of the rule language.
#include "rules/rule_keys.h"

#include <algorithm>

#include "rules/rule_file.h"
#include "text/modality.h"

namespace edgewise {
namespace {

using Word = std::string_view;
using Shape = RuleShape;

constexpr bool kRequired = true;
constexpr bool kOptional = false;
constexpr Word kLanguages[] = {"zh", "en"};
constexpr Word kHows[] = {"last_part", "first_part", "brackets"};
constexpr Word kWheres[] = {"inside", "clause", "sentence", "whole", "before", "after"};
constexpr Word kStandsFor[] = {"one", "pair"};
constexpr Word kSides[] = {"before", "behind"};
constexpr Word kPlaces[] = {"head", "end", "anywhere"};
constexpr Word kScopes[] = {"sentence", "clause", "neighbours", "paragraph", "title", "document"};
constexpr Word kOrders[] = {"from-first", "to-first"};
constexpr Word kUnits[] = {"clause"};
constexpr Word kCases[] = {"exact", "fold"};
constexpr Word kColumns[] = {"name", "type", "zh", "en", "aliases", "id", "case", "weak", "near", "ticker"};
// A cue takes something away from a plain assertion, so it cannot make one.
constexpr std::span<const Word> kCueModalities = std::span(kModalityNames).subspan(1);

constexpr RuleKey kBefore = {"before", Shape::texts, "what must follow the match"};
constexpr RuleKey kAfter = {"after", Shape::texts, "what must precede the match"};
constexpr RuleKey kNotBefore = {"not_before", Shape::texts, "what must not follow the match"};
constexpr RuleKey kNotAfter = {"not_after", Shape::texts, "what must not precede the match"};
constexpr RuleKey kNotInside = {"not_inside", Shape::texts, "what must not occur in the match itself"};
constexpr RuleKey kUnless = {"unless", Shape::texts, "what must not occur in the clauses of the match"};
constexpr RuleKey kWithin = {"within", Shape::texts, "what must occur in the sentence"};
constexpr RuleKey kColour = {"color", Shape::colour, "the colour in diagrams"};
constexpr RuleKey kNotes = {"notes", Shape::texts, "what the writers of the rules should know"};
constexpr RuleKey kDescription = {"description", Shape::text, "what is meant, for people"};
constexpr RuleKey kType = {"type", Shape::text, "the type of the thing", kRequired};

constexpr RuleKey kLabelKeys[] = {
    {"zh", Shape::text, "the Chinese name"},
    {"en", Shape::text, "the English name"},
};
constexpr RuleMap kLabelMap = {"a label", kLabelKeys};
constexpr RuleKey kLabel = {"label", Shape::labels, "names by language", kOptional, {}, &kLabelMap};

constexpr RuleKey kTypeKeys[] = {
    {"is", Shape::texts, "the types above this one"},
    kLabel,
    kColour,
    kDescription,
};
constexpr RuleKey kEntityKeys[] = {
    {"name", Shape::text, "the canonical name", kRequired},
    kType,
    {"also", Shape::texts, "other names"},
    kLabel,
    {"id", Shape::text, "an identifier elsewhere, such as Q182477"},
    {"case", Shape::word, "whether upper and lower case differ", kOptional, kCases},
    {"weak", Shape::texts, "names that mean it only where something speaks for it"},
    {"near", Shape::texts, "words in an article that speak for it where a name is in doubt"},
    {"ticker", Shape::text, "what its shares are called at an exchange, such as NVDA"},
};
constexpr RuleKey kTableKeys[] = {
    {"file", Shape::text, "a table of names, by path relative to this file", kRequired},
    {"type", Shape::text, "the type of the rows that name none"},
};
constexpr RuleKey kMentionKeys[] = {
    kType,
    {"match", Shape::texts, "the pattern of the whole mention", kRequired},
    {"stage", Shape::stage, "when the pattern runs; it sees what earlier stages found"},
    {"learn", Shape::flag, "whether the name is then found everywhere in the document"},
    {"name", Shape::text, R"(the canonical name, made from groups such as \1)"},
    kBefore,
    kAfter,
    kNotBefore,
    kNotAfter,
    kNotInside,
    kUnless,
    kWithin,
};
constexpr RuleKey kReferenceKeys[] = {
    kType,
    {"match", Shape::texts, "the words", kRequired},
    {"stands_for", Shape::word, "how many things they mean", kOptional, kStandsFor},
    kBefore,
    kAfter,
    kNotBefore,
    kNotAfter,
    kNotInside,
    kUnless,
    kWithin,
};
constexpr RuleKey kSpeakerKeys[] = {
    {"match", Shape::texts, "who speaks, as a slot, and the words that say so", kRequired},
    {"where", Shape::word, "on which side of what is said they stand", kOptional, kSides},
    kBefore,
    kAfter,
    kNotBefore,
    kNotAfter,
    kNotInside,
    kUnless,
    kWithin,
};
constexpr RuleKey kDocumentKeys[] = {
    {"match", Shape::texts, "the line, with groups for what it says: title, date, source", kRequired},
    {"where", Shape::word, "the part of the document that the line stands in", kOptional, kPlaces},
    kBefore,
    kAfter,
    kNotBefore,
    kNotAfter,
    kNotInside,
    kUnless,
    kWithin,
};
constexpr RuleKey kShortenKeys[] = {
    kType,
    {"how", Shape::word, "how the short form is made", kRequired, kHows},
    {"except", Shape::texts, "parts that stand for nothing, as expressions"},
};
constexpr RuleKey kFitKeys[] = {
    kType,
    kBefore,
    kAfter,
};
constexpr RuleKey kCueKeys[] = {
    {"modality", Shape::word, "how the statement is then meant", kRequired, kCueModalities},
    {"match", Shape::texts, "the words", kRequired},
    {"where", Shape::word, "where the words are looked for", kOptional, kWheres},
};
constexpr RuleKey kWhereKeys[] = {
    {"order", Shape::word, "which end stands first", kOptional, kOrders},
    {"same", Shape::word, "what both ends stand in", kOptional, kUnits},
    {"apart", Shape::number, "how many characters may lie between the ends"},
    {"from_not", Shape::texts, "types that the first end must not be of"},
    {"to_not", Shape::texts, "types that the second end must not be of"},
};
constexpr RuleMap kWhereMap = {"'where'", kWhereKeys};
constexpr RuleKey kWhenKeys[] = {
    {"title", Shape::texts, "what must occur in the title"},
    {"not_title", Shape::texts, "what must not occur in the title"},
    {"body", Shape::texts, "what must occur in the document"},
    {"not_body", Shape::texts, "what must not occur in the document"},
    {"source", Shape::texts, "what must occur in the name of the document's source"},
    {"not_source", Shape::texts, "what must not occur in the name of the document's source"},
    {"date", Shape::texts, "how the document's date compares with others, such as >= 2020-01-01; all must hold"},
};
constexpr RuleMap kWhenMap = {"'when'", kWhenKeys};
constexpr RuleKey kScope = {"scope", Shape::word, "the stretch of text that a match lies in", kOptional, kScopes};
constexpr RuleKey kPatternKeys[] = {
    {"pattern", Shape::text, "the expression", kRequired},
    kBefore,
    kAfter,
    kNotBefore,
    kNotAfter,
    kNotInside,
    kUnless,
    kWithin,
    {"modality", Shape::word, "how its statements are meant, whatever the cues say", kOptional, kModalityNames},
    {"id", Shape::text, "a name of its own for the rule"},
    {"priority", Shape::number, "which pattern decides about a pair that several find"},
    kScope,
    {"where", Shape::map, "what must hold between the ends", kOptional, {}, &kWhereMap},
    {"when", Shape::map, "which documents it is for", kOptional, {}, &kWhenMap},
    {"confidence", Shape::word, "how sure the rule is; high if it does not say", kOptional, kConfidenceNames},
    {"note", Shape::text, "what people should know about the rule"},
    {"references", Shape::texts, "where more is said about the rule: addresses or titles"},
};
constexpr RuleKey kExampleKeys[] = {
    {"text", Shape::text, "the text", kRequired},
    {"yields", Shape::texts, "everything of the relation that the text gives, such as [A -> B], or [] for nothing",
     kRequired},
    {"todo", Shape::text, "why the example is known to fail"},
};
constexpr RuleMap kPatternMap = {"a pattern", kPatternKeys};
constexpr RuleMap kExampleMap = {"an example", kExampleKeys};

constexpr RuleKey kRelationKeys[] = {
    kLabel,
    {"from", Shape::texts, "the types of the first end"},
    {"to", Shape::texts, "the types of the second end"},
    kColour,
    {"symmetric", Shape::flag, "whether both directions are one"},
    {"cues", Shape::flag, "whether cues decide how its statements are meant"},
    kScope,
    {"inverse_of", Shape::text, "the relation that says the same the other way round"},
    {"implies", Shape::texts, "relations that hold as well wherever this one does"},
    {"qualifiers", Shape::fragments,
     "what its patterns may say besides the ends, by name: a kind of quantity, or a type"},
    {"match", Shape::patterns, "the patterns", kOptional, {}, &kPatternMap},
    {"examples", Shape::maps, "texts with what they must yield", kOptional, {}, &kExampleMap},
    kDescription,
};
constexpr RuleMap kMentionMap = {"a mention", kMentionKeys};
constexpr RuleMap kReferenceMap = {"a reference", kReferenceKeys};
constexpr RuleMap kDocumentMap = {"an entry of 'document'", kDocumentKeys};
constexpr RuleMap kShortenMap = {"an entry of 'shorten'", kShortenKeys};
constexpr RuleMap kFitMap = {"an entry of 'fits'", kFitKeys};
constexpr RuleMap kSpeakerMap = {"an entry of 'speakers'", kSpeakerKeys};
constexpr RuleMap kCueMap = {"a cue", kCueKeys};

constexpr RuleKey kOverrideKeys[] = {
    {"fragments", Shape::fragments, "pieces of patterns that take the place of those of the same name"},
};
constexpr RuleMap kOverrideMap = {"'override'", kOverrideKeys};
constexpr RuleKey kRemoveKeys[] = {
    {"names", Shape::texts, "names that shall not be found"},
    {"rules", Shape::texts, "rules that shall not run, such as company-acquires#3"},
};
constexpr RuleMap kRemoveMap = {"'remove'", kRemoveKeys};

constexpr RuleKey kFileKeys[] = {
    {"edgewise", Shape::version, "the version of the rule language", kRequired},
    {"pack", Shape::text, "the name of the pack"},
    {"version", Shape::text, "the version of the pack"},
    {"requires", Shape::engine, "the oldest version of Edgewise that can use the pack, such as 0.2"},
    {"description", Shape::text, "what the pack is for"},
    {"license", Shape::text, "who may use the pack"},
    kNotes,
    {"language", Shape::word, "the language of the sentences that the patterns are tried on", kOptional, kLanguages},
    {"import", Shape::texts, "rule files to read first, by path relative to this one"},
    {"document",
     Shape::maps,
     "lines in which an article speaks of itself: date, source, byline",
     kOptional,
     {},
     &kDocumentMap},
    {"types", Shape::named, "the kinds of things", kOptional, {}, &kTypeMap},
    {"entities", Shape::maps, "names, inline or from tables", kOptional, {}, &kEntityMap},
    {"mentions", Shape::maps, "patterns that find names nobody listed", kOptional, {}, &kMentionMap},
    {"references", Shape::maps, "words that stand for something said before", kOptional, {}, &kReferenceMap},
    {"shorten", Shape::maps, "how short forms of names are made", kOptional, {}, &kShortenMap},
    {"fits", Shape::maps, "what around a name in doubt speaks for a type", kOptional, {}, &kFitMap},
    {"cues", Shape::maps, "words that decide how a statement is meant", kOptional, {}, &kCueMap},
    {"speakers", Shape::maps, "words that tell who says something", kOptional, {}, &kSpeakerMap},
    {"fragments", Shape::fragments, "pieces of patterns under a name"},
    {"relations", Shape::named, "what is said about two things, and how", kOptional, {}, &kRelationMap},
    {"override", Shape::map, "what takes the place of something imported", kOptional, {}, &kOverrideMap},
    {"remove", Shape::map, "what is left out of something imported", kOptional, {}, &kRemoveMap},
};
}  // namespace

const RuleKey* RuleMap::find(std::string_view name) const {
  const auto found = std::find_if(keys.begin(), keys.end(), [&](const RuleKey& key) { return key.name == name; });
  return found == keys.end() ? nullptr : &*found;
}

std::vector<std::string> RuleMap::names() const {
  std::vector<std::string> names;
  for (const RuleKey& key : keys) names.emplace_back(key.name);
  return names;
}

constexpr RuleMap kTypeMap = {"a type", kTypeKeys};
constexpr RuleMap kEntityMap = {"an entity", kEntityKeys};
constexpr RuleMap kTableMap = {"a table of entities", kTableKeys};
constexpr RuleMap kRelationMap = {"a relation", kRelationKeys};
constexpr RuleMap kFileMap = {"a rule file", kFileKeys};

const std::span<const std::string_view> kTableColumns = kColumns;
const std::span<const std::string_view> kCaseWords = kCases;

}  // namespace edgewise
