// SPDX-License-Identifier: Apache-2.0
// Says what no example exercises.
#include "rules/coverage_report.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "rules/example_coverage.h"

namespace edgewise {
namespace {

// Which file a complaint is about, beside it.
using Complaint = std::pair<std::uint32_t, Diagnostic>;

Diagnostics by_place(std::vector<Complaint> complaints) {
  const auto key = [](const Complaint& complaint) {
    const Place& place = complaint.second.where;
    return std::tuple(complaint.first, place.line, place.column, place.end_column);
  };
  std::stable_sort(complaints.begin(), complaints.end(),
                   [&](const Complaint& a, const Complaint& b) { return key(a) < key(b); });
  Diagnostics sorted;
  for (Complaint& complaint : complaints) sorted.push_back(std::move(complaint.second));
  return sorted;
}

Complaint missing(const RuleSource& source, const PatternOrigin& origin, std::string message, std::string help) {
  return {origin.scalar->file,
          {Severity::warning,
           "W411",
           source.place(*origin.scalar, origin.begin, origin.end),
           std::move(message),
           std::move(help),
           {}}};
}

std::string advice(PatternPart::Kind kind) {
  if (kind == PatternPart::Kind::list) return "write an example with two names there, or make it a slot for one";
  if (kind == PatternPart::Kind::optional) return "write an example that has it, or take it away";
  return "write an example that needs it, or take it away";
}

}  // namespace

CoverageReport report_coverage(const RuleSet& rules) {
  const RuleSet::Compiled& compiled = rules.compiled();
  const RuleSource& source = compiled.source;
  const ExampleCoverage coverage = cover_examples(compiled, example_cases(compiled));
  CoverageReport report;
  report.unmeasured = coverage.unmeasured;
  std::vector<Complaint> parts, words;
  for (std::uint32_t pattern = 0; pattern < coverage.patterns.size(); ++pattern) {
    ++report.parts;
    report.exercised += coverage.matched[pattern] ? 1 : 0;
    const Located& text = compiled.rules[pattern].decl->match;
    if (!coverage.matched[pattern])
      parts.push_back(
          missing(source, {&text, 0, text.text.size()},
                  fmt::format("no example of its relation matches pattern '{}'", compiled.infos[pattern].rule),
                  "write an example for it"));
  }
  for (const GuardEntry& guard : coverage.guards) {
    ++report.parts;
    report.exercised += guard.exercised ? 1 : 0;
    const Located& text = guard.text(compiled);
    // What stands beside a pattern without an example is not worth a complaint of its own.
    if (guard.exercised || !coverage.matched[guard.pattern]) continue;
    parts.push_back(missing(source, {&text, 0, text.text.size()},
                            fmt::format("no example of its relation needs this '{}'", guard_name(guard.guard)),
                            "write an example that it decides, or take it away"));
  }
  for (const RulePart& part : coverage.parts) {
    const bool word = part.kind == PatternPart::Kind::word;
    ++(word ? report.words : report.parts);
    if (part.exercised()) {
      ++(word ? report.words_exercised : report.exercised);
      continue;
    }
    bool reachable = false;
    for (const RulePart::Use& use : part.uses) reachable = reachable || coverage.matched[use.pattern];
    if (!reachable) continue;
    (word ? words : parts)
        .push_back(
            missing(source, part.origin, fmt::format("no example takes this {}", name(part.kind)), advice(part.kind)));
  }
  report.missing = by_place(std::move(parts));
  report.missing_words = by_place(std::move(words));
  return report;
}

}  // namespace edgewise
