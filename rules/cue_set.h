// SPDX-License-Identifier: Apache-2.0
// Words that say how a statement is meant: denied, planned, rumoured, over.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/pattern_syntax.h"
#include "rules/type_codes.h"
#include "text/diagnostic.h"
#include "text/modality.h"
#include "text/span.h"

namespace edgewise {

// Compiled cue lists. Immutable once filled; safe to share.
class CueSet {
 public:
  CueSet();
  CueSet(CueSet&&) noexcept;
  CueSet& operator=(CueSet&&) noexcept;
  ~CueSet();

  // `decl` must outlive the set.
  void add(const CueDecl& decl, const std::string& language, const PatternScope& scope, const TypeCodes& codes,
           Diagnostics& diagnostics);

  std::size_t size() const;
  // For tests of rules: the cue of that index, in the order of add(), is left out; nothing brings all of them back.
  void leave_out(std::optional<std::size_t> cue) { left_out_ = cue; }

  struct Verdict {
    Modality modality = Modality::asserted;
    Span cue;                       // in the typed text; empty if no cue applies
    const CueDecl* decl = nullptr;  // the cue's; null if none applies
  };
  // What the cues say about a match at `match`. Of several, the first of negated, reported, possible, planned, past
  // wins.
  Verdict judge(std::string_view typed, Span match, std::string_view language) const;

 private:
  struct Cue;
  std::vector<Cue> cues_;
  std::optional<std::size_t> left_out_;
};

// The order in which modalities win over each other; the smaller rank wins.
int modality_rank(Modality modality);

}  // namespace edgewise
