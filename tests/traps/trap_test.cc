// SPDX-License-Identifier: Apache-2.0
// The shipped packs on texts written to mislead them: false edges and recall by kind of trap, kept within limits.
//
// EDGEWISE_TRAP_REPORT=1 lists every mistake, EDGEWISE_UPDATE_GOLDEN=1 writes what is reached as the new limits.
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

// Kind, the most traps that may mislead, the least wanted edges that must be found: what is reached, with a little room
// for a rule that is worth one trap.
constexpr std::size_t kRoom = 1;

fs::path limits_file(const Language& language) { return kFolder / fmt::format("{}-limits.tsv", language.name); }

std::map<std::string, std::pair<std::size_t, std::size_t>> read_limits(const Language& language) {
  std::map<std::string, std::pair<std::size_t, std::size_t>> limits;
  std::ifstream in(limits_file(language));
  std::string kind, line;
  std::getline(in, line);
  for (std::size_t most = 0, least = 0; in >> kind >> most >> least;) limits[kind] = {most, least};
  return limits;
}

void write_limits(const Language& language, const std::map<std::string, Tally>& tallies) {
  std::ofstream out(limits_file(language));
  out << "kind\tmost_misled\tleast_found\n";
  for (const auto& [kind, tally] : tallies)
    out << fmt::format("{}\t{}\t{}\n", kind, tally.misled + kRoom, tally.found - std::min(tally.found, kRoom));
}

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

TEST_P(Traps, MisleadNoMoreOftenThanTheyDid) {
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
  if (std::getenv("EDGEWISE_UPDATE_GOLDEN") != nullptr) write_limits(GetParam(), tallies);
  const auto limits = read_limits(GetParam());
  for (const auto& [kind, tally] : tallies) {
    ASSERT_TRUE(limits.contains(kind)) << kind << " has no limits in " << limits_file(GetParam());
    EXPECT_LE(tally.misled, limits.at(kind).first) << kind << ": more traps with a false edge";
    EXPECT_GE(tally.found, limits.at(kind).second) << kind << ": fewer wanted edges found";
  }
}

INSTANTIATE_TEST_SUITE_P(In, Traps, ::testing::Values(Language{"zh", "zh-business"}, Language{"en", "en-business"}),
                         [](const auto& language) { return std::string(language.param.name); });

}  // namespace
}  // namespace edgewise::testing
