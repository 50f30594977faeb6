// SPDX-License-Identifier: Apache-2.0
// A pattern with its guards on the way from rule file to RE2: its expression written down, its guards compiled.
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
  // `codes` and `ends` outlive this object.
  PatternDraft(const TypeCodes& codes, const PatternEnds& ends, std::string_view language)
      : codes_(codes), ends_(ends), regex_(codes, ends, language), behind_(codes, ends), front_(codes, ends) {}

  // Call it once, before everything below. `core` outlives this object; it is null if it could not be parsed, and the
  // guards are looked at all the same. False after a diagnostic, or if `core` is null.
  bool fill(const ParsedPattern* core, const PatternDecl& decl, const PatternScope& scope, Diagnostics& diagnostics);

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
  bool compile_guards(const PatternDecl& decl, const PatternScope& scope, Diagnostics& diagnostics);
  CodeSet end_codes(const ParsedPattern& core, SlotRole role, const std::vector<TypeId>& end) const;

  const TypeCodes& codes_;
  const PatternEnds& ends_;
  PatternGuards guards_;
  ParsedPattern after_, ahead_;  // what behind_ and front_ point into
  PatternRegex regex_, behind_, front_;
  CodeSet from_, to_;
};

}  // namespace edgewise
