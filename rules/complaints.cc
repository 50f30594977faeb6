// SPDX-License-Identifier: Apache-2.0
// Order and bounds of the complaints about rule files.
#include "rules/complaints.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "rules/diagnostic_order.h"

namespace edgewise {
bool Complaints::has_room(Pile& pile, std::size_t file) {
  if (pile.counts.size() <= file) pile.counts.resize(file + 1);
  return ++pile.counts[file] <= kMostOfOneFile;
}

void Complaints::error(std::string_view code, const Located& at, std::string message, std::string help,
                       std::vector<DiagnosticNote> notes) {
  error(code, at, 0, at.text.size(), std::move(message), std::move(help), std::move(notes));
}

void Complaints::error(std::string_view code, const Located& at, std::size_t begin, std::size_t end,
                       std::string message, std::string help, std::vector<DiagnosticNote> notes) {
  if (!has_room(errors_, at.file)) return;
  errors_.entries.push_back({at.file,
                             {Severity::error, std::string(code), source_.place(at, begin, end), std::move(message),
                              std::move(help), std::move(notes)}});
}

void Complaints::error(std::string_view code, const std::string& path, std::string message, std::string help) {
  // Behind the files read so far, before those read later.
  const std::size_t file = source_.files.empty() ? 0 : source_.files.size() - 1;
  errors_.entries.push_back(
      {file, {Severity::error, std::string(code), {path, 0, 0, 0, {}}, std::move(message), std::move(help), {}}});
}

void Complaints::warn(std::string_view code, const Located& at, std::string message, std::string help,
                      std::vector<DiagnosticNote> notes) {
  if (!has_room(warnings_, at.file)) return;
  warnings_.entries.push_back({at.file,
                               {Severity::warning, std::string(code), source_.place(at), std::move(message),
                                std::move(help), std::move(notes)}});
}

Diagnostics Complaints::take(Pile& pile) {
  std::stable_sort(pile.entries.begin(), pile.entries.end(), [](const Entry& a, const Entry& b) {
    const auto key = [](const Entry& entry) {
      const Place& where = entry.diagnostic.where;
      // A whole file comes after its lines: it could not be read any further, or was not read at all.
      return std::tuple(entry.file, where.line == 0, where.line, where.column);
    };
    return key(a) < key(b);
  });
  Diagnostics sorted;
  for (std::size_t i = 0; i < pile.entries.size(); ++i) {
    const std::size_t file = pile.entries[i].file;
    sorted.push_back(std::move(pile.entries[i].diagnostic));
    const bool last_of_file = i + 1 == pile.entries.size() || pile.entries[i + 1].file != file;
    if (!last_of_file || file >= pile.counts.size() || pile.counts[file] <= kMostOfOneFile) continue;
    sorted.push_back(
        more_of_one_file(sorted.back().severity, source_.files[file].path, pile.counts[file] - kMostOfOneFile));
  }
  pile = {};
  return sorted;
}

}  // namespace edgewise
