// SPDX-License-Identifier: Apache-2.0
// The walk over one pattern that makes its pieces.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "rules/fragment_call.h"
#include "rules/pattern_syntax.h"

namespace edgewise {

// For one pattern; refers to all it is given. What RE2 understands is passed through untouched.
class PatternScanner {
 public:
  PatternScanner(PatternUse use, const PatternScope& scope, Diagnostics& diagnostics)
      : use_(use), scope_(scope), diagnostics_(diagnostics) {}

  bool scan(const Located& scalar) {
    const std::size_t before = diagnostics_.size();
    scan_text(scalar);
    return diagnostics_.size() == before;
  }
  ParsedPattern take() { return std::move(result_); }

 private:
  struct Use {
    const FragmentDecl* fragment;
    PatternOrigin place;
    std::map<std::string_view, const Located*> arguments;  // by parameter
    std::size_t caller = 0;                                // how many of uses_ the arguments were written under
  };

  void scan_text(const Located& scalar);
  std::size_t scan_escape(const Located& scalar, std::size_t at);
  std::size_t scan_class(const Located& scalar, std::size_t at);
  std::size_t scan_group(const Located& scalar, std::size_t at);
  std::size_t scan_brace(const Located& scalar, std::size_t at);
  std::size_t scan_fragment(const Located& scalar, std::size_t at);
  const Located* argument(std::string_view name) const;
  bool bind(Use& use, const Located& scalar, const FragmentCall& call);
  void scan_in_brackets(const Located& scalar, const PatternOrigin& call, std::size_t bindings);
  std::size_t scan_character(const Located& scalar, std::size_t at, bool in_class);
  void name_group(const PatternOrigin& origin, const std::string& name);
  bool put_qualifier(const PatternOrigin& origin, std::string_view body);
  std::size_t scan_plain(const Located& scalar, std::size_t at);

  void put(const Located& scalar, std::size_t begin, std::size_t end, std::string regex);
  void fail(const PatternOrigin& origin, std::string code, std::string message, std::string help);

  PatternUse use_;
  const PatternScope& scope_;
  Diagnostics& diagnostics_;
  ParsedPattern result_;
  std::vector<Use> uses_;     // fragments being put in place, outermost first
  std::size_t bindings_ = 0;  // how many of uses_ give meaning to parameters here
  bool too_large_ = false;
};

}  // namespace edgewise
