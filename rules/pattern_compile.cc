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
  if (broken.ok()) return "this bracket has no partner";
  std::string text = broken.error();
  const std::size_t colon = text.find(": ");
  if (colon == std::string::npos || written.text.find(broken.error_arg()) != std::string::npos) return text;
  return text.substr(0, colon);
}

struct BrokenPart {
  PatternOrigin origin;
  std::vector<PatternOrigin> uses;
};

// The part of the author's pattern that RE2 complains about. About brackets it only says that one is missing.
BrokenPart broken_part(const RE2& broken, const PatternRegex& regex, const Located& whole) {
  BrokenPart part{{&whole, 0, whole.text.size()}, {}};
  const auto code = broken.error_code();
  // Within a fragment a wrong bracket may find a partner in the pattern around it; its author meant something else.
  const bool brackets = broken.ok() || code == RE2::ErrorMissingParen || code == RE2::ErrorUnexpectedParen;
  const std::optional<std::size_t> lonely = brackets ? regex.lonely_bracket() : std::nullopt;
  const std::string& bad = broken.error_arg();
  const std::size_t offset = lonely ? *lonely : bad.empty() ? std::string::npos : regex.text().find(bad);
  const PatternPiece* first = offset == std::string::npos ? nullptr : regex.piece_at(offset);
  if (first == nullptr) return part;
  part.origin = first->origin;
  part.uses = regex.uses_around(offset);
  if (lonely) return part;
  const PatternPiece* last = regex.piece_at(offset + bad.size() - 1);
  if (last != nullptr && last->origin.scalar == part.origin.scalar)
    part.origin.end = std::max(part.origin.end, last->origin.end);
  return part;
}

}  // namespace

void report_broken(const RE2& broken, const PatternRegex& regex, const Located& whole, const RuleSource& source,
                   Diagnostics& diagnostics) {
  // Taken by itself, it was refused together with its guards.
  const bool too_large = broken.ok() && !regex.lonely_bracket();
  if (too_large || broken.error_code() == RE2::ErrorPatternTooLarge) {
    diagnostics.push_back({Severity::error,
                           "E214",
                           source.place(whole),
                           "the pattern is too large to compile",
                           "shorten its gaps and counted repetitions, or split it",
                           {}});
    return;
  }
  const BrokenPart part = broken_part(broken, regex, whole);
  Diagnostic diagnostic{Severity::error,
                        "E208",
                        source.place(*part.origin.scalar, part.origin.begin, part.origin.end),
                        fmt::format("the regular expression is broken: {}", complaint(broken, *part.origin.scalar)),
                        "see 'Patterns' in docs/rules.md; write a backslash before a character meant literally",
                        {}};
  for (const PatternOrigin& use : part.uses)
    diagnostic.notes.push_back(
        {source.place(*use.scalar, use.begin, use.end),
         fmt::format("fragment '{}' is used here", use.scalar->text.substr(use.begin + 1, use.end - use.begin - 2))});
  diagnostics.push_back(std::move(diagnostic));
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
  if (!compiled->ok() || regex.lonely_bracket()) {
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
