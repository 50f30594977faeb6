// SPDX-License-Identifier: Apache-2.0
// The inside of a RuleSet, shared by the files that compile it and those that run it.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <re2/re2.h>

#include "rules/cue_set.h"
#include "rules/date_condition.h"
#include "rules/gazetteer.h"
#include "rules/pattern_set.h"
#include "rules/rule_set.h"
#include "rules/type_codes.h"
#include "rules/type_tree.h"

namespace re2 {
class RE2;
}

namespace edgewise {

using FragmentTable = std::map<std::string, const FragmentDecl*, std::less<>>;

// A mention pattern; its index in the stage's PatternSet is its index here.
struct MentionRule {
  TypeId type = 0;
  bool learn = false;
  std::optional<std::string> name;    // template of the canonical name, `\1` for the first group
  const MentionDecl* decl = nullptr;  // in Compiled::source
  const RuleFile* file = nullptr;     // where `decl` stands
};

struct MentionStage {
  PatternSet patterns;
  std::vector<MentionRule> rules;
};

// What must hold between the two ends of a match.
struct PairCheck {
  PairConstraints::Order order = PairConstraints::Order::any;
  bool same_clause = false;
  std::optional<std::uint32_t> apart;  // characters
  CodeSet from_not, to_not;            // empty: any
};

// Which documents a pattern is for; each expression may be null.
struct DocumentCheck {
  std::unique_ptr<RE2> title, not_title, body, not_body, source, not_source;
  std::vector<DateCondition> dates;  // all must hold
};

// A relation pattern; its index is that in the PatternSet and in RuleSet::patterns().
struct RelationRule {
  std::uint32_t relation = 0;  // as which statements are told
  std::uint32_t declared = 0;  // under which it stands; another one if that is an inverse
  std::optional<Modality> modality;
  bool cues = true;
  bool pairs = false;    // the two ends are any two items of the one list
  bool swapped = false;  // what stands at `{from}` is the `to` of the relation
  std::int32_t priority = 0;
  MatchScope scope = MatchScope::sentence;
  PairCheck where;
  std::optional<std::uint32_t> when;  // index into Compiled::document_checks
  const PatternDecl* decl = nullptr;  // in the source
  const RuleFile* file = nullptr;     // where `decl` stands
};

struct ShortenRule {
  TypeId type = 0;
  ShortenDecl::How how = ShortenDecl::How::last_part;
  std::shared_ptr<const re2::RE2> except;  // parts that name nothing; may be null
};

// What stands around a name in doubt where it means something of `type`; either may be null, never both.
struct FitRule {
  TypeId type = 0;
  std::string language;
  std::shared_ptr<const re2::RE2> before, after;
};

struct RuleProfile;

struct RuleSet::Compiled {
  RuleSource source;
  TypeTree types;
  Gazetteer gazetteer;
  std::optional<TypeCodes> codes;
  std::vector<MentionStage> stages;  // in the order they run
  PatternSet references;
  std::vector<TypeId> reference_types;  // by pattern
  std::vector<bool> reference_pairs;    // by pattern: it means two things at once
  PatternSet speakers;
  std::vector<bool> speaks_behind;  // by pattern of `speakers`
  std::vector<ShortenRule> shorten;
  std::vector<FitRule> fits;
  PatternSet document;                           // lines in which an article speaks of itself
  std::vector<DocumentDecl::Where> line_places;  // by pattern
  CueSet cues;
  std::map<std::string, FragmentTable> fragments;  // by the language of the files that see them
  std::vector<RelationInfo> relations;
  std::vector<PatternEnds> ends;           // by relation
  std::vector<QualifierTable> qualifiers;  // by relation
  PatternSet patterns;
  std::vector<RelationRule> rules;
  std::vector<DocumentCheck> document_checks;
  std::vector<std::vector<std::uint32_t>> implied;  // by relation: all that hold as well, ascending, never itself
  std::vector<PatternInfo> infos;
  std::string language;

  // What the patterns of `file` may refer to.
  PatternScope scope(const RuleFile& file) const {
    return {source, types, gazetteer, fragments.find(file.language)->second, nullptr};
  }
  // The same for the patterns of a relation.
  PatternScope scope(const RuleFile& file, std::uint32_t relation) const {
    return {source, types, gazetteer, fragments.find(file.language)->second, &qualifiers[relation]};
  }
};

// What `rules` find in a document; see RuleSet::extract and extract_profiled().
Extraction extract_with(const RuleSet::Compiled& rules, const Document& document, Search search,
                        RuleProfile* profile = nullptr);

}  // namespace edgewise
