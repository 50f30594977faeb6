// SPDX-License-Identifier: Apache-2.0
// Finds the end of a look-around and words its rewrite.
#include "rules/look_around.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace edgewise {
namespace {

constexpr std::array<LookAround, 4> kLookArounds = {{
    {"(?<=", "after", false, false},
    {"(?<!", "not_after", false, true},
    {"(?=", "before", true, false},
    {"(?!", "not_before", true, true},
}};

// The bracket that closes the one at `at`, or the end of the text.
std::size_t closing_bracket(std::string_view text, std::size_t at) {
  std::size_t depth = 0;
  bool in_class = false;
  for (; at < text.size(); ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (in_class) {
      in_class = text[at] != ']';
    } else if (text[at] == '[') {
      in_class = true;
    } else if (text[at] == '(') {
      ++depth;
    } else if (text[at] == ')' && --depth == 0) {
      return at;
    }
  }
  return text.size();
}

std::string in_single_quotes(std::string_view text) {
  std::string quoted = "'";
  for (const char c : text) quoted += c == '\'' ? std::string("''") : std::string(1, c);
  return quoted + "'";
}

}  // namespace

const LookAround* look_around_at(std::string_view text, std::size_t at) {
  const auto* found = std::find_if(kLookArounds.begin(), kLookArounds.end(),
                                   [&](const LookAround& form) { return text.substr(at).starts_with(form.opening); });
  return found == kLookArounds.end() ? nullptr : found;
}

std::string instead_of_look_around(std::string_view text, std::size_t at, const LookAround& form,
                                   std::string_view key) {
  const std::size_t close = closing_bracket(text, at), begin = at + form.opening.size();
  if (key.empty() || close >= text.size())
    return fmt::format("take it out and write '{}: …' beside the pattern", form.guard);
  const std::string_view body = text.substr(begin, close - begin);
  const std::string rest = std::string(text.substr(0, at)) + std::string(text.substr(close + 1));
  const bool at_its_end = form.ahead ? close + 1 == text.size() : at == 0;
  if (at_its_end && !rest.empty())
    return fmt::format("write {{{}: {}, {}: {}}}", key, in_single_quotes(rest), form.guard, in_single_quotes(body));
  return form.negative ? fmt::format(
                             "guards look only around the whole match; to keep words out of it write "
                             "'not_inside: {}' beside the pattern",
                             in_single_quotes(body))
                       : std::string("guards look only around the whole match; split the pattern in two");
}

}  // namespace edgewise
