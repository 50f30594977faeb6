// SPDX-License-Identifier: Apache-2.0
// English abbreviations, as far as the full stop behind them may be mistaken for the end of a sentence.
#pragma once

#include <cstdint>
#include <string_view>

namespace edgewise {

enum class Abbreviation : std::uint8_t {
  none,
  leads_on,  // something always follows: Mr. No. e.g.
  may_end,   // may stand last in a sentence: Inc. U.S. p.m.
};

// What the full stop behind `word` is. `word` is without that stop, with the stops inside it ("U.S"). Some
// abbreviations are such only before a number (No. 5).
Abbreviation abbreviation(std::string_view word, bool number_follows);

// True for capitalised words that hardly occur within a sentence (The, However).
bool opens_sentences(std::string_view word);

// True for the forms of companies that follow a name (Inc, Corp).
bool is_company_form(std::string_view word);

}  // namespace edgewise
