// SPDX-License-Identifier: Apache-2.0
// Reads what stands in braces in a pattern: `{from:Company list 3}`, `{=英伟达}`, `{..12 any}`.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "rules/pattern_syntax.h"

namespace edgewise {

// Why braces cannot be read; `part` is what is wrong within them, or empty for all of them.
struct SlotTrouble {
  std::string code, message, help;
  std::string_view part;
};

// `body` is what stands between the braces. The pieces have no origin yet. Where nothing comes out, `trouble` says why.
std::optional<PatternPiece> read_gap(std::string_view body, SlotTrouble& trouble);
std::optional<PatternPiece> read_slot(std::string_view body, PatternUse use, const PatternScope& scope,
                                      SlotTrouble& trouble);

}  // namespace edgewise
