// SPDX-License-Identifier: Apache-2.0
// Lets RE2, which has no look-ahead, pass over the places where a match may not end.
//
// A bar is put into the text at every forbidden end. The expression is rewritten so that each character it takes may
// have a bar before it, and must not be followed by one when the whole has matched. The order in which RE2 prefers one
// way of matching to another is unchanged, so the match found is the first in that order whose end is allowed: what
// Perl's negative look-ahead gives.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace edgewise {

// The expression over barred text; it has the same groups with the same numbers. `expression` is one that RE2 accepts,
// in brackets of its own. The match takes one character of context behind it.
// A `\b` beside a bar sees the bar, and a class such as [\W] takes it: check what comes out against the plain text.
std::string barred_expression(std::string_view expression);

class BarredText {
 public:
  // Bars before the bytes `barred` of `text`, ascending, each the start of a code point or text.size().
  BarredText(std::string_view text, const std::vector<std::uint32_t>& barred);

  const std::string& text() const { return text_; }
  // The place of byte `plain` of the plain text, before its bar.
  std::uint32_t to_barred(std::uint32_t plain) const;
  std::uint32_t to_plain(std::uint32_t barred) const;

 private:
  std::string text_;
  std::vector<std::uint32_t> bars_;  // in the plain text
};

}  // namespace edgewise
