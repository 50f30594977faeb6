// SPDX-License-Identifier: Apache-2.0
// The shipped packs on texts written to mislead them: false edges and recall, held to the bounds of bounds.tsv.
//
// EDGEWISE_TRAP_REPORT=1 lists every mistake.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <ostream>
#include <sstream>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "pipeline/pack_locator.h"
#include "rules/rule_reader.h"
#include "rules/rule_set.h"
#include "tests/traps/trap_file.h"
#include "tests/traps/trap_score.h"

namespace edgewise::testing {
namespace {

namespace fs = std::filesystem;

const fs::path kFolder = fs::path(EDGEWISE_SOURCE_DIR) / "tests/traps";
constexpr std::size_t kLeastTraps = 300;
constexpr std::string_view kKinds[] = {"cooccurrence", "negation", "denial",   "plan",    "rumour",
                                       "hypothetical", "question", "reversed", "passive", "nested",
                                       "list",         "quote",    "homonym"};

struct Language {
  std::string_view name, pack;
};

void PrintTo(const Language& language, std::ostream* out) { *out << language.name; }

struct Tally {
  std::size_t traps = 0, misled = 0, wanted = 0, found = 0, shaded = 0;
};

RuleSet compile(std::string_view pack) {
  const std::vector<fs::path> files{locate_pack(pack, pack_folders("")).value()};
  Diagnostics warnings;
  return RuleSet::compile(*read_rules(files, warnings), warnings).value();
}

std::string row(std::string_view kind, const Tally& tally) {
  return fmt::format("{:<14}{:>6}{:>8}{:>8}{:>7}{:>8}\n", kind, tally.traps, tally.misled, tally.wanted, tally.found,
                     tally.shaded);
}

// What the pack of a language is held to, as shares of all traps and of all wanted edges. People write these down in
// bounds.tsv; nothing derives them from what came out.
struct Bounds {
  double most_misled = 0, least_found = 1;
};

Bounds read_bounds(std::string_view language) {
  std::ifstream in(kFolder / "bounds.tsv");
  std::string line, name;
  while (std::getline(in, line)) {
    if (line.starts_with('#')) continue;
    std::istringstream row(line);
    Bounds bounds;
    if (row >> name >> bounds.most_misled >> bounds.least_found && name == language) return bounds;
  }
  ADD_FAILURE() << language << " has no line in bounds.tsv";
  return {};
}

double share(std::size_t part, std::size_t whole) { return static_cast<double>(part) / static_cast<double>(whole); }

class Traps : public ::testing::TestWithParam<Language> {
 protected:
  const std::vector<Trap> traps_ = read_traps(kFolder / fmt::format("{}.yaml", GetParam().name));
};

TEST_P(Traps, AreManyAndOfEveryKindAndFreeOfContradictions) {
  EXPECT_GE(traps_.size(), kLeastTraps);
  std::map<std::string, int> kinds;
  std::set<std::string> texts;
  const auto key = [](const WantedEdge& edge) { return edge.from + ' ' + edge.relation + ' ' + edge.to; };
  for (const Trap& trap : traps_) {
    ++kinds[trap.kind];
    EXPECT_TRUE(texts.insert(trap.text).second) << trap.line << ": twice";
    std::set<std::string> allowed;
    for (const auto* edges : {&trap.must, &trap.may})
      for (const WantedEdge& edge : *edges)
        if (edge.modalities.contains(Modality::asserted)) allowed.insert(key(edge));
    for (const WantedEdge& edge : trap.must_not)
      EXPECT_FALSE(allowed.contains(key(edge))) << trap.line << ": " << edge.written;
  }
  EXPECT_EQ(kinds.size(), std::size(kKinds));
  for (const std::string_view kind : kKinds) EXPECT_GE(kinds[std::string(kind)], 20) << kind;
}

TEST_P(Traps, MisleadAndEscapeNoMoreOftenThanAgreed) {
  const RuleSet rules = compile(GetParam().pack);
  std::set<std::string> relations;
  for (const RelationInfo& relation : rules.relations()) relations.insert(relation.id);
  const bool details = std::getenv("EDGEWISE_TRAP_REPORT") != nullptr;
  std::map<std::string, Tally> tallies;
  Tally all;
  std::string mistakes;
  for (const Trap& trap : traps_) {
    const TrapScore score = score_trap(rules, trap);
    for (const auto* edges : {&trap.must, &trap.may, &trap.must_not})
      for (const WantedEdge& edge : *edges)
        EXPECT_TRUE(relations.contains(edge.relation)) << trap.line << ": " << edge.written;
    for (Tally* tally : {&tallies[trap.kind], &all}) {
      ++tally->traps;
      tally->misled += score.wrong.empty() ? 0 : 1;
      tally->wanted += score.wanted;
      tally->found += score.found;
      tally->shaded += score.shaded.size();
    }
    if (score.wrong.empty() && score.missed.empty()) continue;
    mistakes += fmt::format("{}.yaml:{}: {} {}\n", GetParam().name, trap.line, trap.kind, trap.text);
    for (const std::string& edge : score.wrong) mistakes += "  wrong   " + edge + '\n';
    for (const std::string& edge : score.shaded) mistakes += "  shaded  " + edge + '\n';
    for (const std::string& edge : score.missed) mistakes += "  missed  " + edge + '\n';
  }
  std::string table =
      fmt::format("{:<14}{:>6}{:>8}{:>8}{:>7}{:>8}\n", GetParam().name, "traps", "misled", "wanted", "found", "shaded");
  for (const auto& [kind, tally] : tallies) table += row(kind, tally);
  table += row("all", all);
  std::cout << table << (details ? mistakes : "");
  const Bounds bounds = read_bounds(GetParam().name);
  EXPECT_LE(share(all.misled, all.traps), bounds.most_misled) << "too many traps with a false edge";
  EXPECT_GE(share(all.found, all.wanted), bounds.least_found) << "too few of the wanted edges found";
}

INSTANTIATE_TEST_SUITE_P(In, Traps, ::testing::Values(Language{"zh", "zh-business"}, Language{"en", "en-business"}),
                         [](const auto& language) { return std::string(language.param.name); });

}  // namespace
}  // namespace edgewise::testing
