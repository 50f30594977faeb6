// SPDX-License-Identifier: Apache-2.0
// A pattern with its guards on the way from rule file to RE2: first its expression is written down, then its guards are
// compiled.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rules/guarded_pattern.h"
#include "rules/pattern_regex.h"
#include "rules/pattern_syntax.h"
#include "rules/type_codes.h"
#include "text/diagnostic.h"

namespace edgewise {

class PatternDraft {
 public:
  // Everything handed over outlives this object, and so does what `scope` refers to.
  PatternDraft(const PatternDecl& decl, const PatternScope& scope, const TypeCodes& codes, const PatternEnds& ends,
               std::string_view language);

  // Writes the expression down. Call it once, before everything below but compile_guards().
  void write(ParsedPattern core);

  // All guards whatever the first ones say, so that one run shows every mistake. False after a diagnostic. Drafts may
  // do this side by side.
  bool compile_guards(Diagnostics& diagnostics);

  // Says what is wrong with the expression: RE2 refused it, or took what its author cannot have meant. `compiled` is
  // null if RE2 refused.
  void complain(const RE2* compiled, bool takes_empty_text, Diagnostics& diagnostics) const;

  // Says that all patterns together are too large from this one on.
  void complain_of_size(Diagnostics& diagnostics) const;

  // The pattern alone, as group 1.
  const PatternRegex& regex() const { return regex_; }
  // What `before` looks for where the match ends.
  const std::string& front() const { return front_.text(); }
  // What the prefilter looks at: the match with what stands around it.
  std::string whole() const { return behind_.text() + regex_.text() + front_.text(); }
  // What may fill the ends; empty if the pattern has no such end.
  const CodeSet& from() const { return from_; }
  const CodeSet& to() const { return to_; }
  // Leaves none behind.
  PatternGuards take_guards() { return std::move(guards_); }

 private:
  CodeSet end_codes(SlotRole role, const std::vector<TypeId>& end) const;

  const PatternDecl& decl_;
  PatternScope scope_;
  const TypeCodes& codes_;
  const PatternEnds& ends_;
  PatternGuards guards_;
  ParsedPattern core_, after_, ahead_;  // what the three below point into
  PatternRegex regex_, behind_, front_;
  CodeSet from_, to_;
};

}  // namespace edgewise
