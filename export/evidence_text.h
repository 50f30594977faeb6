// SPDX-License-Identifier: Apache-2.0
// Evidence as people read it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "graph/statement.h"

namespace edgewise {

// One line for each piece of evidence, `news/a.txt:12 (2023-08-16, 财联社) “quoted sentence” [rule]`, without the
// brackets where neither date nor source is known, with ` — speaker (words of speech)` behind it where somebody says
// so, without a final line end. Clean text. Stops before the line that would pass `max_bytes` and then says how many
// are left out, so that no reader meets a text node it refuses (libxml2 takes 10 MB).
std::string evidence_text(const std::vector<Evidence>& evidence, std::size_t max_bytes);

// What all of it says besides the ends, each once and sorted: "amount=USD 12000000;share=25". The text as it stands in
// the article where it has no normal form. Clean text of at most `max_bytes`.
std::string qualifiers_text(const std::vector<Evidence>& evidence, std::size_t max_bytes);

// Whoever is said to say it, sorted, without repetitions. Clean text.
std::vector<std::string> speakers_of(const std::vector<Evidence>& evidence);

// The rules that gave the evidence, sorted, without repetitions.
std::vector<std::string_view> rules_of(const std::vector<Evidence>& evidence);
// The highest confidence of the rules that gave the evidence, "high", "medium" or "low"; empty if none says.
std::string_view best_confidence(const std::vector<Evidence>& evidence);
// The documents' sources and dates, as above.
std::vector<std::string_view> sources_of(const std::vector<Evidence>& evidence);
std::vector<std::string_view> dates_of(const std::vector<Evidence>& evidence);

// Values joined by `;`, with `…` in place of what would pass `max_bytes`.
template <typename Strings>
std::string joined_values(const Strings& values, std::size_t max_bytes) {
  std::string joined;
  for (const auto& value : values) {
    if (!joined.empty()) joined += ';';
    if (joined.size() + value.size() > max_bytes) return joined + "…";
    joined += value;
  }
  return joined;
}

}  // namespace edgewise
