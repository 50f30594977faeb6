// SPDX-License-Identifier: Apache-2.0
// How evidence came to the ends of its statement, as Evidence::via writes it.
#pragma once

#include <string>
#include <string_view>

namespace edgewise {

enum class End { from, to, both };

// `via` with one more step for an end (`both`: for the statement as a whole). Steps are comma-separated, those of
// `from` first, then those of `to`: "from=reference+judged,to=learned,implied". "name" and the empty text stand for no
// step.
std::string with_step(std::string_view via, End end, std::string_view step);

// `via` of the same statement seen from its other end.
std::string with_ends_exchanged(std::string_view via);

}  // namespace edgewise
