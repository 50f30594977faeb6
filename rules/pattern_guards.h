// SPDX-License-Identifier: Apache-2.0
// The guards of a pattern by name, in the order in which they are checked.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "rules/rule_file.h"

namespace edgewise {

struct GuardKey {
  std::string_view name;
  std::vector<Located> PatternDecl::*expressions;
  bool anchored_at_end = false;  // what it looks at ends where the match begins
};

inline constexpr std::array<GuardKey, 7> kGuardKeys = {{{"within", &PatternDecl::within},
                                                        {"after", &PatternDecl::after, true},
                                                        {"not_after", &PatternDecl::not_after, true},
                                                        {"before", &PatternDecl::before},
                                                        {"not_before", &PatternDecl::not_before},
                                                        {"not_inside", &PatternDecl::not_inside},
                                                        {"unless", &PatternDecl::unless}}};

inline bool has_guards(const PatternDecl& decl) {
  for (const GuardKey& key : kGuardKeys)
    if (!(decl.*key.expressions).empty()) return true;
  return false;
}

// Requires the name of a guard.
inline const std::vector<Located>& guard_called(const PatternDecl& decl, std::string_view name) {
  std::size_t i = 0;
  while (i + 1 < kGuardKeys.size() && kGuardKeys[i].name != name) ++i;
  return decl.*kGuardKeys[i].expressions;
}

}  // namespace edgewise
