// SPDX-License-Identifier: Apache-2.0
// Writes results of tests.
#include "cli/test_report.h"

#include <algorithm>
#include <map>
#include <string_view>

#include <fmt/format.h>

#include "cli/diagnostic_json.h"
#include "cli/report_path.h"
#include "text/json_writer.h"
#include "text/mend_utf8.h"
#include "text/source_excerpt.h"

namespace edgewise {
namespace {

std::string_view outcome_name(TestOutcome outcome) {
  switch (outcome) {
    case TestOutcome::passed:
      return "passed";
    case TestOutcome::failed:
      return "failed";
    case TestOutcome::todo:
      return "todo";
    case TestOutcome::todo_passes:
      return "todo-passes";
  }
  return "failed";
}

// As the inside of an attribute; what XML cannot hold becomes U+FFFD.
std::string xml(std::string_view text) {
  std::string result;
  for (const char c : mend_utf8(text).text) {
    if (c == '&')
      result += "&amp;";
    else if (c == '<')
      result += "&lt;";
    else if (c == '>')
      result += "&gt;";
    else if (c == '"')
      result += "&quot;";
    else if (c == '\n' || c == '\t' || c == '\r')
      result += fmt::format("&#{};", static_cast<unsigned>(c));
    else if (static_cast<unsigned char>(c) < 0x20)
      result += "\xEF\xBF\xBD";
    else
      result += c;
  }
  return result;
}

void write_case(const TestResult& result, std::string& out) {
  out += fmt::format(R"(    <testcase classname="{}" name="{}" file="{}" line="{}")", xml(result.relation),
                     xml(result.name), xml(report_path(result.where.file)), result.where.line);
  if (result.outcome == TestOutcome::failed) {
    const std::string_view code = result.diagnostic ? std::string_view(result.diagnostic->code) : "E401";
    out +=
        fmt::format(">\n      <failure type=\"{}\" message=\"{}\"/>\n    </testcase>\n", code, xml(result.complaint));
  } else if (result.outcome == TestOutcome::todo) {
    out += fmt::format(">\n      <skipped message=\"{}\"/>\n    </testcase>\n", xml("todo: " + result.reason));
  } else {
    out += "/>\n";
  }
}

void write_all(JsonWriter& json, std::string_view key, const Diagnostics& diagnostics) {
  json.key(key).open_array();
  for (const Diagnostic& diagnostic : diagnostics) write_json(json, diagnostic);
  json.close_array();
}

}  // namespace

TestCounts count_results(const std::vector<TestResult>& results) {
  TestCounts counts;
  for (const TestResult& result : results) {
    if (result.outcome == TestOutcome::passed)
      ++counts.passed;
    else if (result.outcome == TestOutcome::failed)
      ++counts.failed;
    else
      ++counts.todo;
  }
  return counts;
}

std::string render_todos(const std::vector<TestResult>& results) {
  std::string text;
  for (const TestResult& result : results)
    if (result.outcome == TestOutcome::todo)
      text += fmt::format("{}:{}:{}: todo: {}: {}\n", printable(result.where.file), result.where.line,
                          result.where.column, printable(result.relation), printable(result.reason));
  return text;
}

std::string test_json(const std::vector<TestResult>& results, const std::optional<CoverageReport>& coverage,
                      const std::optional<MutationReport>& mutation) {
  const TestCounts counts = count_results(results);
  JsonWriter json(2);
  json.open_object().member("passed", counts.passed).member("failed", counts.failed).member("todo", counts.todo);
  json.key("tests").open_array();
  for (const TestResult& result : results) {
    json.open_object().member("suite", result.suite).member("relation", result.relation).member("name", result.name);
    json.member("file", result.where.file).member("line", result.where.line).member("column", result.where.column);
    json.member("outcome", outcome_name(result.outcome)).member("complaint", result.complaint);
    json.member("reason", result.reason).close_object();
  }
  json.close_array();
  if (coverage) {
    json.key("coverage").open_object().member("parts", coverage->parts).member("exercised", coverage->exercised);
    json.member("words", coverage->words).member("words_exercised", coverage->words_exercised);
    json.member("unmeasured_patterns", coverage->unmeasured);
    write_all(json, "missing", coverage->missing);
    write_all(json, "missing_words", coverage->missing_words);
    json.close_object();
  }
  if (mutation) {
    json.key("mutation").open_object().member("tried", mutation->tried).member("noticed", mutation->noticed);
    write_all(json, "unnoticed", mutation->unnoticed);
    json.close_object();
  }
  json.close_object();
  return json.text() + "\n";
}

std::string coverage_line(const CoverageReport& report, bool words) {
  std::string line = fmt::format("coverage: {} of {} parts, {} of {} words", report.exercised, report.parts,
                                 report.words_exercised, report.words);
  if (!words && !report.missing_words.empty()) line += "; --words lists the other words";
  if (report.unmeasured > 0)
    line += fmt::format("; {} {} too large to be measured", report.unmeasured,
                        report.unmeasured == 1 ? "pattern is" : "patterns are");
  return line + "\n";
}

std::string mutation_line(const MutationReport& report) {
  return fmt::format("mutation: {} of {} changes noticed\n", report.noticed, report.tried);
}

std::string test_junit(const std::vector<TestResult>& results) {
  std::vector<std::string> order;
  std::map<std::string, std::vector<TestResult>> suites;
  for (const TestResult& result : results) {
    std::vector<TestResult>& suite = suites[result.suite];
    if (suite.empty()) order.push_back(result.suite);
    suite.push_back(result);
  }
  const auto counts = [](const std::vector<TestResult>& tests) {
    const auto skipped = std::count_if(tests.begin(), tests.end(),
                                       [](const TestResult& test) { return test.outcome == TestOutcome::todo; });
    return fmt::format(R"(tests="{}" failures="{}" errors="0" skipped="{}")", tests.size(), count_results(tests).failed,
                       skipped);
  };
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  out += fmt::format("<testsuites name=\"edgewise\" {}>\n", counts(results));
  for (const std::string& suite : order) {
    out += fmt::format("  <testsuite name=\"{}\" {}>\n", xml(report_path(suite)), counts(suites[suite]));
    for (const TestResult& result : suites[suite]) write_case(result, out);
    out += "  </testsuite>\n";
  }
  return out + "</testsuites>\n";
}

}  // namespace edgewise
