// SPDX-License-Identifier: Apache-2.0
// A table, the slowest rule first, and the same as JSON.
#include "cli/profile_report.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "cli/report_list.h"
#include "cli/report_path.h"
#include "text/json_writer.h"
#include "text/source_excerpt.h"

namespace edgewise {
namespace {

using Row = RuleProfile::Row;

double milliseconds(std::chrono::nanoseconds time) { return static_cast<double>(time.count()) / 1e6; }

std::chrono::nanoseconds time_of(const std::vector<Row>& rows) {
  std::chrono::nanoseconds total{0};
  for (const Row& row : rows) total += row.time;
  return total;
}

}  // namespace

std::string profile_text(const RuleSet& rules, const RuleProfile& profile, std::size_t limit) {
  const std::vector<Row>& rows = profile.patterns;
  const std::chrono::nanoseconds matching = time_of(rows);
  const double total = std::max(milliseconds(profile.names + profile.selection + profile.settling + matching), 1e-6);
  const auto cost = [&](std::chrono::nanoseconds time) {
    return fmt::format("{:>10.1f} ms {:>5.1f} %", milliseconds(time), 100 * milliseconds(time) / total);
  };
  std::string out = fmt::format("{}, {}, {:.1f} ms\n", counted(profile.documents, "article"),
                                counted(profile.sentences, "sentence"), total);
  out += cost(profile.names) + "  finding names\n";
  out += cost(profile.selection) + "  choosing the rules to try\n";
  out += cost(matching) + "  trying them\n";
  out += cost(profile.settling) + "  choosing between their matches\n";
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (rows[i].candidates > 0) order.push_back(i);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return rows[a].time > rows[b].time; });
  write_list(out, fmt::format("rules by time, {} tried", order.size()), order.size(), limit,
             [&](std::size_t i) {
               const Row& row = rows[order[i]];
               const PatternInfo& info = rules.patterns()[order[i]];
               const std::string heading = i == 0 ? fmt::format("{:>13} {:>7}  {:>8}  {:>8}  {:>10}  rule\n", "time",
                                                                "share", "tried", "matches", "statements")
                                                  : "";
               return fmt::format("{}{}  {:>8}  {:>8}  {:>10}  {}  {}:{}\n", heading, cost(row.time), row.candidates,
                                  row.matches, row.statements, info.rule, printable(report_path(info.file)), info.line);
             });
  const std::size_t untried = rows.size() - order.size();
  if (untried > 0) out += fmt::format("\n{} never tried: no sentence has their words\n", counted(untried, "rule"));
  return out;
}

std::string profile_json(const RuleSet& rules, const RuleProfile& profile) {
  const auto time = [](JsonWriter& json, std::string_view key, std::chrono::nanoseconds spent) {
    json.key(key).value(milliseconds(spent), 3);
  };
  JsonWriter json(2);
  json.open_object().member("articles", profile.documents).member("sentences", profile.sentences);
  time(json, "names_ms", profile.names);
  time(json, "selection_ms", profile.selection);
  time(json, "matching_ms", time_of(profile.patterns));
  time(json, "settling_ms", profile.settling);
  json.key("rules").open_array();
  for (std::size_t i = 0; i < profile.patterns.size(); ++i) {
    const Row& row = profile.patterns[i];
    const PatternInfo& info = rules.patterns()[i];
    json.open_object().member("rule", info.rule).member("file", report_path(info.file)).member("line", info.line);
    json.member("tried", row.candidates).member("matches", row.matches).member("statements", row.statements);
    time(json, "ms", row.time);
    json.close_object();
  }
  json.close_array().close_object();
  return json.text() + "\n";
}

}  // namespace edgewise
