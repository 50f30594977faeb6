// SPDX-License-Identifier: Apache-2.0
// Lists with headings, and the same as JSON.
#include "cli/corpus_report.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/report_list.h"
#include "cli/report_path.h"
#include "text/json_writer.h"
#include "text/source_excerpt.h"
#include "text/utf8.h"

namespace edgewise {
namespace {

using Row = RuleProfile::Row;
constexpr std::size_t kMostWords = 3;      // shown under a sentence
constexpr std::size_t kMostRules = 3;      // named under a sentence
constexpr std::size_t kMostColumns = 100;  // of a line of names

std::string place_of(const PatternInfo& info) {
  return fmt::format("{}:{}", printable(report_path(info.file)), info.line);
}
std::string place_of(const Place& place) {
  return fmt::format("{}:{}:{}", printable(place.file), place.line, place.column);
}

// Indexes of the rows that `wanted` takes, those that rank before others first.
template <typename Wanted, typename Before>
std::vector<std::size_t> ordered(const std::vector<Row>& rows, Wanted wanted, Before before) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (wanted(rows[i])) order.push_back(i);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return before(rows[a], rows[b]); });
  return order;
}

void write_rules(std::string& out, const RuleSet& rules, const std::vector<Row>& rows, std::size_t limit) {
  const auto silent = ordered(
      rows, [](const Row& row) { return row.matches == 0; },
      [](const Row& a, const Row& b) { return a.candidates > b.candidates; });
  const auto line = [&](std::size_t row, std::uint64_t count) {
    const PatternInfo& info = rules.patterns()[row];
    return fmt::format("  {:>7}  {}  {}\n", count, info.rule, place_of(info));
  };
  write_list(
      out,
      fmt::format("rules that never fire, {} of {}, by the sentences they were tried on", silent.size(), rows.size()),
      silent.size(), limit, [&](std::size_t i) { return line(silent[i], rows[silent[i]].candidates); });
  const auto busy = ordered(
      rows, [](const Row& row) { return row.matches > 0; },
      [](const Row& a, const Row& b) { return a.statements > b.statements; });
  write_list(out, "rules that fire most, by the statements they give", busy.size(), limit,
             [&](std::size_t i) { return line(busy[i], rows[busy[i]].statements); });
}

// As many of the names as fit a line.
std::string some_of(const std::vector<std::string>& names, bool all) {
  std::string line;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string name = printable(names[i]);
    if (!all && i > 0 && display_width(line) + display_width(name) > kMostColumns) return line + ", …";
    line += (i == 0 ? "" : ", ") + name;
  }
  return line;
}

void write_names(std::string& out, const CorpusReport& report, std::size_t limit) {
  std::vector<const TypeCoverage*> types;
  for (const TypeCoverage& type : report.names)
    if (!type.unseen.empty()) types.push_back(&type);
  write_list(out, "names never seen, by type", types.size(), 0, [&](std::size_t i) {
    return fmt::format("  {:>7} of {} {}: {}\n", types[i]->unseen.size(), types[i]->listed, types[i]->type,
                       some_of(types[i]->unseen, limit == 0));
  });
  std::vector<std::string_view> forms;
  for (const UnknownName& name : report.unknown_names)
    if (std::find(forms.begin(), forms.end(), name.form) == forms.end()) forms.push_back(name.form);
  std::sort(forms.begin(), forms.end());
  for (const std::string_view form : forms) {
    std::vector<const UnknownName*> names;
    for (const UnknownName& name : report.unknown_names)
      if (name.form == form) names.push_back(&name);
    write_list(out, fmt::format("perhaps names ({}), {}, by the articles they stand in", form, names.size()),
               names.size(), limit, [&](std::size_t i) {
                 const UnknownName& name = *names[i];
                 return fmt::format("  {:>7}  {}  {}, first at {}\n", name.documents, printable(name.text),
                                    counted(name.count, "time"), place_of(name.first));
               });
  }
}

std::string triggers_of(const NearMiss& miss) {
  std::vector<std::string> words;
  for (const TriggerRecord& trigger : miss.triggers)
    if (words.size() < kMostWords)
      words.push_back(fmt::format("{} (told {}, missed {})", trigger.word, trigger.told, trigger.missed));
  return fmt::format("{}", fmt::join(words, ", "));
}

std::string rules_of(const NearMiss& miss) {
  const std::size_t shown = std::min(kMostRules, miss.rules.size());
  const std::string more = shown < miss.rules.size() ? fmt::format(" and {} more", miss.rules.size() - shown) : "";
  return fmt::format(
      "{}{}", fmt::join(miss.rules.begin(), miss.rules.begin() + static_cast<std::ptrdiff_t>(shown), ", "), more);
}

void write_misses(std::string& out, const CorpusReport& report, std::size_t limit) {
  write_list(out, "words that tell of a relation but often do not: told, missed", report.missed_words.size(), limit,
             [&](std::size_t i) {
               const TriggerRecord& word = report.missed_words[i];
               return fmt::format("  {:>7} {:>7}  {}  {}\n", word.told, word.missed, word.word, word.relation);
             });
  write_list(out, fmt::format("sentences that nearly match, {}", report.near_miss_count), report.near_misses.size(),
             limit, [&](std::size_t i) {
               const NearMiss& miss = report.near_misses[i];
               return fmt::format("  {} —{}→ {}  {}\n    {}\n    {}; {}\n", printable(miss.from), miss.relation,
                                  printable(miss.to), place_of(miss.where), printable(miss.excerpt), triggers_of(miss),
                                  rules_of(miss));
             });
}

void write_place(JsonWriter& json, const Place& place) {
  json.member("file", place.file).member("line", place.line).member("column", place.column);
}

void write_trigger(JsonWriter& json, const TriggerRecord& trigger) {
  json.member("word", trigger.word).member("told", trigger.told).member("missed", trigger.missed);
}

void write_rules(JsonWriter& json, const RuleSet& rules, const std::vector<Row>& rows) {
  json.key("rules").open_array();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const PatternInfo& info = rules.patterns()[i];
    json.open_object().member("rule", info.rule).member("file", report_path(info.file)).member("line", info.line);
    json.member("tried", rows[i].candidates).member("matches", rows[i].matches);
    json.member("statements", rows[i].statements).close_object();
  }
  json.close_array();
}

void write_names(JsonWriter& json, const CorpusReport& report) {
  json.key("names").open_array();
  for (const TypeCoverage& type : report.names) {
    json.open_object().member("type", type.type).member("listed", type.listed).key("never_seen").open_array();
    for (const std::string& name : type.unseen) json.value(name);
    json.close_array().close_object();
  }
  json.close_array().key("perhaps_names").open_array();
  for (const UnknownName& name : report.unknown_names) {
    json.open_object().member("text", name.text).member("form", name.form).member("articles", name.documents);
    json.member("times", name.count);
    write_place(json, name.first);
    json.close_object();
  }
  json.close_array();
}

void write_misses(JsonWriter& json, const CorpusReport& report) {
  json.key("words").open_array();
  for (const TriggerRecord& word : report.missed_words) {
    write_trigger(json.open_object().member("relation", word.relation), word);
    json.close_object();
  }
  json.close_array().member("near_miss_count", report.near_miss_count).key("near_misses").open_array();
  for (const NearMiss& miss : report.near_misses) {
    json.open_object().member("relation", miss.relation).member("from", miss.from).member("to", miss.to);
    write_place(json, miss.where);
    json.member("sentence", miss.sentence).member("apart", miss.apart).key("words").open_array();
    for (const TriggerRecord& trigger : miss.triggers) {
      write_trigger(json.open_object(), trigger);
      json.close_object();
    }
    json.close_array().key("rules").open_array();
    for (const std::string& rule : miss.rules) json.value(rule);
    json.close_array().close_object();
  }
  json.close_array();
}

}  // namespace

std::string coverage_text(const RuleSet& rules, const CorpusReport& report, std::size_t limit) {
  std::string out = fmt::format("{}, {}, {}\n", counted(report.profile.documents, "article"),
                                counted(report.profile.sentences, "sentence"), counted(report.statements, "statement"));
  write_rules(out, rules, report.profile.patterns, limit);
  write_names(out, report, limit);
  write_misses(out, report, limit);
  return out;
}

std::string coverage_json(const RuleSet& rules, const CorpusReport& report) {
  JsonWriter json(2);
  json.open_object().member("articles", report.profile.documents).member("sentences", report.profile.sentences);
  json.member("statements", report.statements);
  write_rules(json, rules, report.profile.patterns);
  write_names(json, report);
  write_misses(json, report);
  json.close_object();
  return json.text() + "\n";
}

}  // namespace edgewise
