// SPDX-License-Identifier: Apache-2.0
// Complaints of the reader and of the compiler become one list.
#include "rules/diagnostic_order.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace edgewise {
namespace {

bool shows(const Diagnostic& diagnostic, const Place& place) {
  return std::any_of(diagnostic.notes.begin(), diagnostic.notes.end(), [&](const DiagnosticNote& note) {
    return note.where.file == place.file && note.where.line == place.line && note.where.column == place.column;
  });
}

}  // namespace

void arrange(const RuleSource& source, Diagnostics& diagnostics) {
  std::map<std::string_view, std::size_t> numbers;
  for (std::size_t i = 0; i < source.files.size(); ++i) numbers.try_emplace(source.files[i].path, i);
  const auto number_of = [&](const Diagnostic& diagnostic) {
    const auto found = numbers.find(diagnostic.where.file);
    return found == numbers.end() ? source.files.size() : found->second;
  };
  std::stable_sort(diagnostics.begin(), diagnostics.end(), [&](const Diagnostic& a, const Diagnostic& b) {
    // A whole file comes after its lines: it could not be read any further, or was not read at all.
    const auto key = [&](const Diagnostic& d) {
      return std::tuple(number_of(d), d.where.line == 0, d.where.line, d.where.column);
    };
    return key(a) < key(b);
  });
  std::vector<bool> shown(source.files.size(), false);
  for (Diagnostic& diagnostic : diagnostics) {
    const std::size_t number = number_of(diagnostic);
    if (number >= source.files.size() || shown[number] || !source.files[number].named) continue;
    shown[number] = true;
    const Place named = source.place(*source.files[number].named);
    if (!shows(diagnostic, named))
      diagnostic.notes.push_back({named, fmt::format("'{}' is named here", source.files[number].path)});
  }
}

Diagnostic more_of_one_file(Severity severity, const std::string& file, std::size_t count, bool at_least) {
  return {severity,
          severity == Severity::error ? "E125" : "W102",
          {file, 0, 0, 0, {}},
          fmt::format("{}{} more are not shown", at_least ? "at least " : "", count),
          "mend the first ones and look again",
          {}};
}

void shorten(Diagnostics& diagnostics) {
  const bool more_unseen = diagnostics.size() >= kMostGathered;
  Diagnostics kept;
  for (std::size_t begin = 0; begin < diagnostics.size();) {
    std::size_t end = begin;
    while (end < diagnostics.size() && diagnostics[end].where.file == diagnostics[begin].where.file) ++end;
    const std::size_t shown = std::min(end - begin, kMostOfOneFile);
    const Severity severity = diagnostics[begin].severity;
    const std::string file = diagnostics[begin].where.file;
    std::move(diagnostics.begin() + static_cast<std::ptrdiff_t>(begin),
              diagnostics.begin() + static_cast<std::ptrdiff_t>(begin + shown), std::back_inserter(kept));
    if (end - begin > shown) kept.push_back(more_of_one_file(severity, file, end - begin - shown, more_unseen));
    begin = end;
  }
  diagnostics = std::move(kept);
}

}  // namespace edgewise
