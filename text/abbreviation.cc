// SPDX-License-Identifier: Apache-2.0
// Word lists behind the rules for full stops; each is sorted for binary search.
#include "text/abbreviation.h"

#include <algorithm>
#include <array>

namespace edgewise {
namespace {

constexpr auto kLeadOn = std::to_array<std::string_view>(
    {"Adm",  "Assoc", "Ave",    "Brig", "Capt",   "Cmdr", "Col", "Dept", "Dr",   "Fr",   "Ft",  "Gen",  "Gov", "Hon",
     "Lt",   "Maj",   "Messrs", "Mme",  "Mr",     "Mrs",  "Ms",  "Mt",   "Pres", "Prof", "Rep", "Reps", "Rev", "Sen",
     "Sens", "Sgt",   "St",     "Supt", "approx", "c.f",  "ca",  "cf",   "e.g",  "i.e",  "viz", "vs"});

constexpr auto kLeadToNumber = std::to_array<std::string_view>(
    {"Apr", "Art", "Aug", "Ch",  "Dec", "Eq",  "Feb",  "Fig", "Figs", "Jan", "Jul", "Jun", "Mar",
     "No",  "Nos", "Nov", "Oct", "Sec", "Sep", "Sept", "Vol", "no",   "nos", "p",   "pp",  "vol"});

constexpr auto kMayEnd =
    std::to_array<std::string_view>({"Apr", "Aug",  "Bhd", "Bros", "Cie",  "Co",  "Corp", "Cos",  "Dec", "Esq", "Feb",
                                     "Inc", "Intl", "Jan", "Jr",   "LLC",  "LLP", "Ltd",  "Mfg",  "Nov", "Oct", "Ph.D",
                                     "Plc", "Pte",  "Pty", "Sdn",  "Sept", "Sr",  "al",   "dept", "est", "etc", "plc"});

constexpr auto kCompanyForms =
    std::to_array<std::string_view>({"Co", "Corp", "Corporation", "Group", "Holdings", "Inc", "Ltd", "plc"});

constexpr auto kOpeners = std::to_array<std::string_view>(
    {"A",   "After", "Also", "Although",  "An",   "And",   "As",   "At",      "Before", "But",  "By",   "During",
     "For", "From",  "He",   "Her",       "Here", "His",   "How",  "However", "I",      "If",   "In",   "It",
     "Its", "Last",  "Many", "Meanwhile", "Most", "Not",   "On",   "Other",   "Others", "Our",  "She",  "Since",
     "So",  "Some",  "Such", "That",      "The",  "Their", "Then", "There",   "These",  "They", "This", "Those",
     "To",  "Under", "We",   "What",      "When", "While", "Who",  "Why",     "With",   "Yet",  "You"});

static_assert(std::is_sorted(kLeadOn.begin(), kLeadOn.end()));
static_assert(std::is_sorted(kLeadToNumber.begin(), kLeadToNumber.end()));
static_assert(std::is_sorted(kMayEnd.begin(), kMayEnd.end()));
static_assert(std::is_sorted(kCompanyForms.begin(), kCompanyForms.end()));
static_assert(std::is_sorted(kOpeners.begin(), kOpeners.end()));

template <typename List>
bool holds(const List& list, std::string_view word) {
  return std::binary_search(list.begin(), list.end(), word);
}

bool is_letter(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'); }

// A, U.S, a.m: single letters with stops between them.
bool is_initials(std::string_view word) {
  if (word.size() % 2 == 0) return false;
  for (std::size_t i = 0; i < word.size(); ++i)
    if (i % 2 == 0 ? !is_letter(word[i]) : word[i] != '.') return false;
  return word.size() > 1 || (word[0] >= 'A' && word[0] <= 'Z');
}

}  // namespace

Abbreviation abbreviation(std::string_view word, bool number_follows) {
  if (word.empty()) return Abbreviation::none;
  if (holds(kLeadOn, word) || (number_follows && holds(kLeadToNumber, word))) return Abbreviation::leads_on;
  if (holds(kMayEnd, word) || is_initials(word)) return Abbreviation::may_end;
  return Abbreviation::none;
}

bool opens_sentences(std::string_view word) { return holds(kOpeners, word); }

bool is_company_form(std::string_view word) { return holds(kCompanyForms, word); }

}  // namespace edgewise
