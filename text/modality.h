// SPDX-License-Identifier: Apache-2.0
// How a statement is claimed. Statements that differ in it stay apart: a denial adds nothing to what it denies.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace edgewise {

enum class Modality : std::uint8_t { asserted, planned, possible, reported, past, negated };

inline constexpr std::array<std::string_view, 6> kModalityNames = {"asserted", "planned", "possible",
                                                                   "reported", "past",    "negated"};

constexpr std::string_view name(Modality modality) { return kModalityNames[static_cast<std::size_t>(modality)]; }

constexpr std::optional<Modality> parse_modality(std::string_view word) {
  for (std::size_t i = 0; i < kModalityNames.size(); ++i)
    if (kModalityNames[i] == word) return static_cast<Modality>(i);
  return std::nullopt;
}

}  // namespace edgewise
