// SPDX-License-Identifier: Apache-2.0
// How fragments are declared, `signs(what; whom)`, and how they are called, `<signs: 协议; {to}>`.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "rules/rule_file.h"

namespace edgewise {

// "signs" of "signs(what; whom)".
std::string_view fragment_name(std::string_view declared);
// "what" and "whom" of it; empty for a fragment without parameters.
std::vector<std::string_view> fragment_parameters(std::string_view declared);

// Where the parts of a call stand in a pattern, in bytes.
struct FragmentCall {
  std::string_view name;
  std::vector<std::pair<std::size_t, std::size_t>> arguments;  // without the blanks around them
  std::size_t end = 0;                                         // behind the '>'
};

// The call that begins with the '<' at `at`; nothing if that is an ordinary character. Arguments are parted by ';' and
// may hold calls.
std::optional<FragmentCall> fragment_call_at(std::string_view pattern, std::size_t at);

// Bytes [begin, end) of a scalar as a scalar of its own, at the same place in the file.
Located part_of(const Located& scalar, std::size_t begin, std::size_t end);

}  // namespace edgewise
