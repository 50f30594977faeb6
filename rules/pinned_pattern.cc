// SPDX-License-Identifier: Apache-2.0
// Makes brackets around pinned slots take part in the match.
#include "rules/pinned_pattern.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>

#include <fmt/format.h>

namespace edgewise {
namespace {

constexpr std::string_view kNever = "[^\\x{0}-\\x{10FFFF}]";

// The most rounds of a quantifier; nothing if there is no limit.
std::optional<std::uint32_t> most_rounds(std::string_view quantifier) {
  if (quantifier.empty() || quantifier.front() == '?') return 1;
  if (quantifier.front() != '{') return std::nullopt;
  const std::size_t comma = quantifier.find(',');
  const std::string_view most = quantifier.substr(comma == std::string_view::npos ? 1 : comma + 1);
  std::uint32_t rounds = 0;
  const auto [end, error] = std::from_chars(most.data(), most.data() + most.size(), rounds);
  return error == std::errc() && end != most.data() ? std::optional(rounds) : std::nullopt;
}

}  // namespace

PinnedWriter::PinnedWriter(const ParsedPattern& pattern, PinnedSlots slots, PinnedEnds codes, PatternRegex& regex)
    : pattern_(pattern), slots_(slots), pinned_(codes), free_(codes), regex_(regex) {
  pinned_.from = &pattern.pieces[slots.from];
  pinned_.to = &pattern.pieces[slots.to];
  free_.from = free_.to = nullptr;
  regex_.pin(pinned_);
}

void PinnedWriter::write_free(const PatternElement& element) {
  regex_.pin(free_);
  regex_.append("(?:");
  regex_.append(pattern_, element.first, element.body_end);
  regex_.append(")");
  regex_.pin(pinned_);
}

void PinnedWriter::write(const PatternElement& element) {
  if (!is_pinned(element.first, element.last)) {
    regex_.append(pattern_, element.first, element.last);
    return;
  }
  const std::string_view quantifier =
      element.body_end < element.last ? std::string_view(pattern_.pieces[element.body_end].regex) : std::string_view();
  const auto rounds = most_rounds(quantifier);
  if (rounds == 0) {
    regex_.append(kNever);
  } else if (rounds == 1) {
    write_body(element);
  } else {
    const std::string others = rounds ? fmt::format("{{0,{}}}", *rounds - 1) : std::string("*");
    write_free(element);
    regex_.append(others);
    write_body(element);
    // A later round may leave out the slot, and then the slot holds what it took in an earlier one.
    if (may_miss_slot(element)) {
      write_free(element);
      regex_.append(others);
    }
  }
}

// Whether a round of a repeated element can match without its pinned slot. Says yes where it would be long to tell.
bool PinnedWriter::may_miss_slot(const PatternElement& element) const {
  if (element.kind == PatternElement::Kind::slot) return false;
  const auto alternatives = pattern_alternatives(pattern_, element.inner_first, element.inner_last);
  if (alternatives->size() > 1) return true;
  return std::any_of(alternatives->front().begin(), alternatives->front().end(), [&](const PatternElement& inner) {
    const bool certain = inner.kind == PatternElement::Kind::slot && inner.last == inner.body_end;
    return is_pinned(inner.first, inner.last) && !certain;
  });
}

void PinnedWriter::write_body(const PatternElement& element) {
  const bool bracket = element.kind == PatternElement::Kind::group || element.kind == PatternElement::Kind::fragment;
  if (!bracket) {
    regex_.append(pattern_, element.first, element.body_end);
    return;
  }
  regex_.append(pattern_, element.first, element.inner_first);
  write_inside(element);
  regex_.append(pattern_, element.inner_last, element.body_end);
}

void PinnedWriter::write_inside(const PatternElement& element) {
  const auto alternatives = pattern_alternatives(pattern_, element.inner_first, element.inner_last);
  const auto takes = [&](std::size_t slot, const PatternSequence& sequence) {
    return !holds(slot, element.inner_first, element.inner_last) ||
           std::any_of(sequence.begin(), sequence.end(),
                       [&](const PatternElement& inner) { return holds(slot, inner.first, inner.last); });
  };
  for (const PatternSequence& sequence : *alternatives) {
    const bool chosen = takes(slots_.from, sequence) && takes(slots_.to, sequence);
    for (const PatternElement& inner : sequence)
      if (chosen || inner.kind == PatternElement::Kind::flags) write(inner);
    if (chosen) return;
  }
  regex_.append(kNever);  // the two slots stand in different alternatives
}

}  // namespace edgewise
