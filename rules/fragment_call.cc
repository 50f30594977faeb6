// SPDX-License-Identifier: Apache-2.0
// Takes calls of fragments apart.
#include "rules/fragment_call.h"

#include <algorithm>

namespace edgewise {
namespace {

bool is_name_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
         static_cast<unsigned char>(c) >= 0x80;
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

// The first `wanted` at or behind `at` that is not inside a call and not behind a backslash.
std::size_t find_outside_calls(std::string_view text, char wanted, std::size_t at, std::size_t end) {
  for (std::size_t open = 0; at < end; ++at) {
    if (text[at] == '\\')
      ++at;
    else if (open == 0 && text[at] == wanted)
      return at;
    else if (text[at] == '<' && at + 1 < end && is_name_byte(text[at + 1]))
      ++open;
    else if (text[at] == '>' && open > 0)
      --open;
  }
  return std::string_view::npos;
}

}  // namespace

std::string_view fragment_name(std::string_view declared) { return trim(declared.substr(0, declared.find('('))); }

std::vector<std::string_view> fragment_parameters(std::string_view declared) {
  std::vector<std::string_view> parameters;
  const std::size_t open = declared.find('(');
  if (open == std::string_view::npos) return parameters;
  std::string_view rest = declared.substr(open + 1);
  rest = rest.substr(0, rest.find(')'));
  while (!rest.empty()) {
    const std::size_t end = rest.find(';');
    parameters.push_back(trim(rest.substr(0, end)));
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
  }
  return parameters;
}

std::optional<FragmentCall> fragment_call_at(std::string_view pattern, std::size_t at) {
  std::size_t behind = at + 1;
  while (behind < pattern.size() && is_name_byte(pattern[behind])) ++behind;
  if (behind == at + 1 || behind >= pattern.size()) return std::nullopt;
  FragmentCall call;
  call.name = pattern.substr(at + 1, behind - at - 1);
  call.end = behind + 1;
  if (pattern[behind] == '>') return call;
  if (pattern[behind] != ':') return std::nullopt;
  const std::size_t close = find_outside_calls(pattern, '>', behind + 1, pattern.size());
  if (close == std::string_view::npos) return std::nullopt;
  for (std::size_t from = behind + 1; from <= close;) {
    const std::size_t to = std::min(close, find_outside_calls(pattern, ';', from, close));
    std::size_t first = from, last = to;
    while (first < last && pattern[first] == ' ') ++first;
    while (last > first && pattern[last - 1] == ' ') --last;
    call.arguments.emplace_back(first, last);
    from = to + 1;
  }
  call.end = close + 1;
  return call;
}

Located part_of(const Located& scalar, std::size_t begin, std::size_t end) {
  Located part;
  part.text = scalar.text.substr(begin, end - begin);
  part.file = scalar.file;
  part.start = scalar.start + static_cast<std::uint32_t>(begin);
  if (!scalar.offsets.empty()) {
    const auto first = scalar.offsets.begin() + static_cast<std::ptrdiff_t>(begin);
    part.offsets.assign(first, first + static_cast<std::ptrdiff_t>(end - begin + 1));
  }
  return part;
}

}  // namespace edgewise
