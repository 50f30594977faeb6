// SPDX-License-Identifier: Apache-2.0
// Amounts, shares, counts and dates as articles write them, and one normal form for each.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace edgewise {

enum class QuantityKind : std::uint8_t { number, percent, money, date, text };

inline constexpr std::array<std::string_view, 5> kQuantityKindNames = {"number", "percent", "money", "date", "text"};

std::string_view name(QuantityKind kind);
std::optional<QuantityKind> parse_quantity_kind(std::string_view name);

// A regular expression without capturing groups that takes such a quantity in normalised text. `text` takes up to 24
// characters of one clause, as few as will do.
std::string_view quantity_expression(QuantityKind kind);

// The normal form of a quantity as it stands in normalised text; nothing if it is ambiguous or cannot be read.
//
//   number   1.2万, 12,000, 一万二千, 12 thousand   12000
//   percent  25%, 百分之二十五, 25 percent          25
//   money    1200万美元, $12 million                USD 12000000   (ISO 4217, a decimal number)
//   date     2023年8月16日, August 16, 2023         2023-08-16     (ISO 8601; 2023-08, 2023; --08-16 without a year)
//   text     the text itself
std::optional<std::string> normal_quantity(QuantityKind kind, std::string_view text);

}  // namespace edgewise
