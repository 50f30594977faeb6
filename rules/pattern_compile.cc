// SPDX-License-Identifier: Apache-2.0
// One way of making an RE2 object from what an author wrote, with complaints that point into it.
#include "rules/pattern_compile.h"

#include <algorithm>
#include <string>

#include <fmt/format.h>

namespace edgewise {
namespace {

constexpr std::int64_t kMemoryPerPattern = 16 << 20;

}  // namespace

RE2::Options pattern_options() {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(kMemoryPerPattern);
  options.set_dot_nl(true);
  return options;
}

namespace {

// RE2's words; what it quotes is repeated only if the author can find it in the pattern.
std::string complaint(const RE2& broken, const Located& written) {
  std::string text = broken.error();
  const std::size_t colon = text.find(": ");
  if (colon == std::string::npos || written.text.find(broken.error_arg()) != std::string::npos) return text;
  return text.substr(0, colon);
}

}  // namespace

// Points at the part of the author's pattern that RE2 complains about.
void report_broken(const RE2& broken, const PatternRegex& regex, const Located& whole, const RuleSource& source,
                   Diagnostics& diagnostics) {
  if (broken.error_code() == RE2::ErrorPatternTooLarge) {
    diagnostics.push_back({Severity::error,
                           "E214",
                           source.place(whole),
                           "the pattern is too large to compile",
                           "shorten its gaps and counted repetitions, or split it",
                           {}});
    return;
  }
  PatternOrigin origin{&whole, 0, whole.text.size()};
  const std::string& bad = broken.error_arg();
  const std::size_t offset = bad.empty() ? std::string::npos : regex.text().find(bad);
  if (offset != std::string::npos) {
    if (const PatternPiece* first = regex.piece_at(offset)) {
      origin = first->origin;
      const PatternPiece* last = regex.piece_at(offset + bad.size() - 1);
      if (last != nullptr && last->origin.scalar == origin.scalar) origin.end = std::max(origin.end, last->origin.end);
    }
  }
  diagnostics.push_back({Severity::error,
                         "E208",
                         source.place(*origin.scalar, origin.begin, origin.end),
                         fmt::format("the regular expression is broken: {}", complaint(broken, *origin.scalar)),
                         "see 'Patterns' in docs/rules.md; write a backslash before a character meant literally",
                         {}});
}

std::optional<ParsedPattern> parse_alternatives(const std::vector<Located>& guards, const PatternScope& scope,
                                                Diagnostics& diagnostics) {
  ParsedPattern joined;
  for (const Located& guard : guards) {
    auto parsed = parse_pattern(guard, PatternUse::guard, scope, diagnostics);
    if (!parsed) return std::nullopt;
    PatternPiece glue;
    glue.origin = {&guard, 0, 0};
    glue.regex = joined.pieces.empty() ? "(?:" : ")|(?:";
    joined.pieces.push_back(glue);
    for (PatternPiece& part : parsed->pieces) joined.pieces.push_back(std::move(part));
    joined.arguments.insert(joined.arguments.end(), parsed->arguments.begin(), parsed->arguments.end());
  }
  if (!guards.empty()) {
    PatternPiece close;
    close.origin = {&guards.back(), 0, 0};
    close.regex = ")";
    joined.pieces.push_back(close);
  }
  return joined;
}

namespace {

bool compile_guard(PatternRegex regex, const std::vector<Located>& guards, std::string_view anchor,
                   const PatternScope& scope, std::unique_ptr<RE2>& result, Diagnostics& diagnostics) {
  if (guards.empty()) return true;
  const auto parsed = parse_alternatives(guards, scope, diagnostics);
  if (!parsed) return false;
  regex.append("(?:");
  regex.append(*parsed);
  regex.append(")");
  regex.append(anchor);
  auto compiled = std::make_unique<RE2>(regex.text(), pattern_options());
  if (!compiled->ok()) {
    report_broken(*compiled, regex, guards.front(), scope.source, diagnostics);
    return false;
  }
  result = std::move(compiled);
  return true;
}

}  // namespace

bool compile_guard(const std::vector<Located>& guards, std::string_view anchor, const PatternScope& scope,
                   const TypeCodes& codes, std::unique_ptr<RE2>& result, Diagnostics& diagnostics) {
  const PatternEnds no_ends;
  return compile_guard(PatternRegex(codes, no_ends), guards, anchor, scope, result, diagnostics);
}

bool compile_guard(const std::vector<Located>& guards, std::string_view anchor, const PatternScope& scope,
                   const TypeCodes& codes, const PinnedEnds& pins, std::unique_ptr<RE2>& result,
                   Diagnostics& diagnostics) {
  const PatternEnds no_ends;
  PatternRegex regex(codes, no_ends);
  regex.pin(pins);
  return compile_guard(std::move(regex), guards, anchor, scope, result, diagnostics);
}

}  // namespace edgewise
