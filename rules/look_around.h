// SPDX-License-Identifier: Apache-2.0
// Look-around, which RE2 does not have, and the guards to write instead of it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace edgewise {

struct LookAround {
  std::string_view opening, guard;  // "(?=" and the key of the guard that says the same
  bool ahead, negative;
};

// The look-around that begins at byte `at` of `text`; null if none does.
const LookAround* look_around_at(std::string_view text, std::size_t at);

// What to write instead of the look-around `form` at byte `at` of the pattern `text`, one phrase. `key` is the key
// under which the pattern stands; empty where the pattern is a part of another, so that only the other can have guards.
std::string instead_of_look_around(std::string_view text, std::size_t at, const LookAround& form, std::string_view key);

}  // namespace edgewise
