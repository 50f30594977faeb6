// SPDX-License-Identifier: Apache-2.0
// Compares what sample articles yield with their table.
#include "pipeline/sample_test.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "pipeline/document_reader.h"
#include "pipeline/sample_expectations.h"
#include "rules/entity_name.h"
#include "text/article_split.h"
#include "text/document.h"
#include "text/document_place.h"

namespace edgewise {
namespace {

// What an article says once or several times.
struct Found {
  const EntityRef* from = nullptr;
  const EntityRef* to = nullptr;
  const RelationInfo* relation = nullptr;
  Modality modality = Modality::asserted;
  std::vector<std::pair<std::string_view, std::string_view>> surfaces;  // of from and to, by match
  Span first;                                                           // in the article's text
  bool expected = false;
};

std::vector<Found> found_in(const RuleSet& rules, const Document& document, const Extraction& extraction) {
  std::vector<Found> found;
  std::map<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, Modality>, std::size_t> places;
  for (const Match& match : extraction.matches) {
    const Mention& from = extraction.mentions[match.from];
    const Mention& to = extraction.mentions[match.to];
    const auto [place, fresh] =
        places.try_emplace(std::tuple(match.relation, from.entity, to.entity, match.modality), found.size());
    if (fresh)
      found.push_back({&extraction.entities[from.entity],
                       &extraction.entities[to.entity],
                       &rules.relations()[match.relation],
                       match.modality,
                       {},
                       match.span,
                       false});
    found[place->second].surfaces.emplace_back(from.span.in(document.text()), to.span.in(document.text()));
  }
  return found;
}

bool is_one_of(const EntityRef& entity, std::string_view surface, const std::vector<std::string>& names) {
  return std::any_of(names.begin(), names.end(),
                     [&](const std::string& name) { return is_called(entity, surface, name); });
}

bool has_ends(const Found& found, const std::vector<std::string>& from, const std::vector<std::string>& to) {
  return std::any_of(found.surfaces.begin(), found.surfaces.end(), [&](const auto& surface) {
    return is_one_of(*found.from, surface.first, from) && is_one_of(*found.to, surface.second, to);
  });
}

bool is_about(const Found& found, const ExpectedStatement& expected) {
  return found.relation->id == expected.relation &&
         (has_ends(found, expected.from, expected.to) ||
          (found.relation->symmetric && has_ends(found, expected.to, expected.from)));
}

std::string shown(const ExpectedStatement& expected) {
  return fmt::format("{} -> {}{}", expected.from.front(), expected.to.front(),
                     expected.modality ? fmt::format(" ({})", name(*expected.modality)) : "");
}

std::string shown(const Found& found) {
  return fmt::format("{} -> {} ({})", found.from->key, found.to->key, name(found.modality));
}

Diagnostic todo_passes(const ExpectedStatement& expected) {
  const bool todo = expected.kind == ExpectedStatement::Kind::todo;
  return {Severity::warning,
          "W401",
          expected.where,
          todo ? fmt::format("'{}' is marked as todo but comes out", shown(expected))
               : fmt::format("'{}' is marked as wrong but comes out no longer", shown(expected)),
          todo ? "take the note away" : "take the row away",
          {}};
}

TestResult judge(const ExpectedStatement& expected, const std::string& suite, std::vector<Found>& all) {
  using Kind = ExpectedStatement::Kind;
  bool comes_out = false;
  std::string otherwise;
  for (Found& found : all) {
    if (!is_about(found, expected)) continue;
    if (expected.modality ? found.modality == *expected.modality : found.modality != Modality::negated)
      comes_out = found.expected = true;
    else
      otherwise = fmt::format(", but comes out as {}", name(found.modality));
  }
  TestResult result{suite, expected.relation, shown(expected), expected.where, TestOutcome::passed, {}, {}, {}};
  if (expected.kind == Kind::todo || expected.kind == Kind::wrong) {
    result.reason = expected.reason;
    result.outcome = comes_out == (expected.kind == Kind::todo) ? TestOutcome::todo_passes : TestOutcome::todo;
    if (result.outcome == TestOutcome::todo_passes) result.diagnostic = todo_passes(expected);
  } else if (!comes_out && expected.kind == Kind::required) {
    result.outcome = TestOutcome::failed;
    result.complaint = fmt::format("'{}' of '{}' does not come out of '{}'{}", result.name, expected.relation,
                                   expected.document, otherwise.empty() ? "" : otherwise);
    result.diagnostic = {Severity::error,
                         "E402",
                         expected.where,
                         result.complaint,
                         "mend the rules, or give the row a note such as 'todo: reason'",
                         {}};
  }
  return result;
}

TestResult unexpected(const Found& found, const std::string& suite, const Document& document) {
  TestResult result{
      suite, found.relation->id, shown(found), place_in(document, found.first), TestOutcome::failed, {}, {}, {}};
  result.complaint = fmt::format("'{}' of '{}' comes out, which is not expected", result.name, result.relation);
  result.diagnostic = {
      Severity::error, "E402", result.where, result.complaint, "mend the rules, or add a row to expected.tsv", {}};
  return result;
}

class SampleRunner {
 public:
  SampleRunner(const RuleSet& rules, std::vector<ExpectedStatement> expected)
      : rules_(rules), expected_(std::move(expected)), used_(expected_.size(), false) {}

  void run_file(const InputFile& file) {
    const Result<std::string> bytes = read_input(file);
    if (!bytes) {
      errors_.insert(errors_.end(), bytes.error().begin(), bytes.error().end());
      return;
    }
    const std::string stem = file.path.stem().string();
    std::size_t number = 0;
    for (const Article& article : split_articles(*bytes)) {
      ++number;
      const Document document =
          Document::make(file.name, std::string(article.bytes), file.name, article.offset, article.line);
      run_article(document, fmt::format("{}#{}", stem, number), number == 1 ? stem : std::string());
    }
    stems_.push_back(stem);
  }

  Result<SampleReport> finish() {
    for (std::size_t i = 0; i < expected_.size(); ++i) {
      if (used_[i]) continue;
      const std::string_view near = nearest_name(expected_[i].document, stems_);
      errors_.push_back(
          {Severity::error,
           "E403",
           expected_[i].where,
           fmt::format("there is no article '{}'", expected_[i].document),
           near.empty() ? "write the name of a file without its ending" : fmt::format("did you mean '{}'?", near),
           {}});
    }
    if (has_errors(errors_)) return tl::make_unexpected(std::move(errors_));
    return std::move(report_);
  }

 private:
  void run_article(const Document& document, const std::string& id, const std::string& short_id) {
    ++report_.articles;
    const Extraction extraction = rules_.extract(document);
    std::vector<Found> all = found_in(rules_, document, extraction);
    for (std::size_t i = 0; i < expected_.size(); ++i) {
      if (expected_[i].document != id && (short_id.empty() || expected_[i].document != short_id)) continue;
      used_[i] = true;
      TestResult result = judge(expected_[i], document.file(), all);
      if (expected_[i].kind != ExpectedStatement::Kind::optional) report_.results.push_back(std::move(result));
    }
    for (const Found& found : all)
      if (!found.expected) report_.results.push_back(unexpected(found, document.file(), document));
  }

  const RuleSet& rules_;
  std::vector<ExpectedStatement> expected_;
  std::vector<bool> used_;
  std::vector<std::string> stems_;
  SampleReport report_;
  Diagnostics errors_;
};

}  // namespace

Result<SampleReport> run_samples(const RuleSet& rules, const std::string& folder) {
  auto expected = read_expected_statements((std::filesystem::path(folder) / "expected.tsv").generic_string(), rules);
  if (!expected) return tl::make_unexpected(std::move(expected.error()));
  const std::vector<std::string> inputs = {folder};
  InputList files = find_inputs(inputs);
  if (has_errors(files.diagnostics)) return tl::make_unexpected(std::move(files.diagnostics));
  SampleRunner runner(rules, std::move(*expected));
  for (const InputFile& file : files.files)
    if (file.path.filename() != "README.md") runner.run_file(file);
  return runner.finish();
}

}  // namespace edgewise
