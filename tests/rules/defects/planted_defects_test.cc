// SPDX-License-Identifier: Apache-2.0
// Packs into which mistakes were put on purpose: every one is found at its line, and nothing else is reported.
#include <algorithm>
#include <filesystem>
#include <set>
#include <sstream>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "rules/rule_examples.h"
#include "rules/rule_reader.h"
#include "rules/rule_review.h"
#include "rules/rule_set.h"
#include "tests/golden_file.h"
#include "tests/working_folder.h"

namespace edgewise {
namespace {

namespace fs = std::filesystem;

const fs::path kRoot = fs::path(EDGEWISE_SOURCE_DIR) / "tests/rules/defects/packs";

// File, line, code.
using Defect = std::tuple<std::string, std::uint32_t, std::string>;

std::string told(const Defect& defect) {
  return std::get<0>(defect) + ':' + std::to_string(std::get<1>(defect)) + ' ' + std::get<2>(defect);
}

// The list beside a pack: a line for each defect, its parts separated by tabs, in any order.
std::vector<Defect> planted(const std::string& pack) {
  std::istringstream list(testing::read_file(kRoot / pack / "planted.tsv"));
  std::vector<Defect> defects;
  for (std::string line; std::getline(list, line);) {
    if (line.empty() || line.starts_with('#')) continue;
    std::istringstream cells(line);
    auto& [file, number, code] = defects.emplace_back();
    cells >> file >> number >> code;
  }
  std::sort(defects.begin(), defects.end());
  return defects;
}

// What `edgewise check` and `edgewise test` say.
Diagnostics complaints_of(const std::string& pack) {
  const testing::WorkingFolder folder(kRoot / pack);
  const std::vector<fs::path> packs = {"pack.yaml"};
  Diagnostics all;
  const auto add = [&](const Diagnostics& more) { all.insert(all.end(), more.begin(), more.end()); };
  auto source = read_rules(packs, all);
  if (!source) {
    add(source.error());
    return all;
  }
  const auto rules = RuleSet::compile(*std::move(source), all);
  if (!rules) {
    add(rules.error());
    return all;
  }
  review_rules(*rules, all);
  const ExampleReport report = run_examples(*rules);
  add(report.failures);
  add(report.surprises);
  return all;
}

std::vector<Defect> found(const std::string& pack) {
  std::vector<Defect> defects;
  for (const Diagnostic& diagnostic : complaints_of(pack))
    defects.emplace_back(diagnostic.where.file, diagnostic.where.line, diagnostic.code);
  std::sort(defects.begin(), defects.end());
  return defects;
}

class PlantedDefects : public ::testing::TestWithParam<std::string> {};

TEST_P(PlantedDefects, AreAllFoundAndNothingElseIsReported) {
  const std::vector<Defect> expected = planted(GetParam()), actual = found(GetParam());
  std::vector<Defect> missed, invented;
  std::set_difference(expected.begin(), expected.end(), actual.begin(), actual.end(), std::back_inserter(missed));
  std::set_difference(actual.begin(), actual.end(), expected.begin(), expected.end(), std::back_inserter(invented));
  for (const Defect& defect : missed) ADD_FAILURE() << "not found: " << told(defect);
  for (const Defect& defect : invented) ADD_FAILURE() << "not planted: " << told(defect);
}

INSTANTIATE_TEST_SUITE_P(Packs, PlantedDefects, ::testing::ValuesIn(testing::case_names(kRoot)), testing::test_name);

TEST(PlantedDefectsOfAllPacks, AreManyAndOfManyKinds) {
  std::size_t count = 0;
  std::set<std::string> kinds;
  for (const std::string& pack : testing::case_names(kRoot)) {
    const std::vector<Defect> defects = planted(pack);
    count += defects.size();
    for (const auto& [file, line, code] : defects) kinds.insert(code);
  }
  EXPECT_GE(count, 60U);
  EXPECT_GE(kinds.size(), 60U);
}

}  // namespace
}  // namespace edgewise
