// SPDX-License-Identifier: Apache-2.0
// Random documents, scored by the library and by the definition word for word: every claim against every gold relation.
#include <algorithm>
#include <random>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "eval/scoring.h"

namespace edgewise {
namespace {

using Random = std::mt19937;

const std::vector<std::string> kNames = {"A", "B", "C", "Aa", "D", "E", "a", "b"};
// A and Aa are one, Aa and B too, but A and B are not.
constexpr std::string_view kAliases = "A\tAa\nAa\tB\n";
const std::vector<std::string> kRelations = {"sues", "owns", "rivals", "visits"};
const std::vector<std::string> kModalities = {"asserted", "planned", "negated", "past"};

template <typename T>
const T& any(const std::vector<T>& choices, Random& random) {
  return choices[random() % choices.size()];
}

std::string lower(std::string name) {
  for (char& c : name) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  return name;
}

bool same_name(const std::string& one, const std::string& other) {
  const std::string a = lower(one), b = lower(other);
  if (a == b) return true;
  const auto both = [&](const char* x, const char* y) { return (a == x && b == y) || (a == y && b == x); };
  return both("a", "aa") || both("aa", "b");
}

struct Reference {
  Tally overall;
  ModalityTally modality;
};

bool matches(const GoldRelation& gold, const Claim& claim, bool only_denied) {
  if (gold.relation != claim.relation || (gold.modality == Modality::negated) != only_denied) return false;
  if (same_name(gold.from, claim.from) && same_name(gold.to, claim.to)) return true;
  return gold.relation == "rivals" && same_name(gold.from, claim.to) && same_name(gold.to, claim.from);
}

bool same_spelling(const Claim& a, const Claim& b) {
  return a.from == b.from && a.to == b.to && a.relation == b.relation;
}

bool same_extra(const Claim& a, const Claim& b) {
  if (a.relation != b.relation) return false;
  if (lower(a.from) == lower(b.from) && lower(a.to) == lower(b.to)) return true;
  return a.relation == "rivals" && lower(a.from) == lower(b.to) && lower(a.to) == lower(b.from);
}

Reference reference(const std::vector<GoldRelation>& gold, std::vector<Claim> claims) {
  std::stable_sort(claims.begin(), claims.end(), [](const Claim& a, const Claim& b) {
    return std::tie(a.from, a.relation, a.to) < std::tie(b.from, b.relation, b.to);
  });
  Reference result;
  std::vector<bool> found(gold.size());
  std::vector<Claim> extras;
  for (const Claim& claim : claims) {
    if (claim.relation == "visits") continue;
    std::set<std::string> modalities;
    for (const Claim& other : claims)
      if (same_spelling(claim, other)) modalities.insert(other.modality);
    const bool only_denied = modalities == std::set<std::string>{"negated"};
    bool supported = false;
    for (std::size_t i = 0; i < gold.size(); ++i) {
      if (!matches(gold[i], claim, only_denied)) continue;
      supported = true;
      if (!found[i] && !gold[i].optional) {
        ++result.modality.judged;
        if (modalities.contains(std::string(name(gold[i].modality)))) ++result.modality.right;
      }
      found[i] = true;
    }
    if (supported || only_denied) continue;
    const auto known = [&](const Claim& extra) { return same_extra(extra, claim); };
    if (std::none_of(extras.begin(), extras.end(), known)) extras.push_back(claim);
  }
  for (std::size_t i = 0; i < gold.size(); ++i) {
    if (gold[i].optional) continue;
    ++result.overall.wanted;
    result.overall.right += found[i] ? 1 : 0;
  }
  result.overall.extracted = result.overall.right + extras.size();
  return result;
}

RelationFile random_gold(Random& random) {
  RelationFile file;
  const std::size_t count = random() % 12;
  for (std::size_t i = 0; i < count; ++i)
    file.relations.push_back({"d", any(kNames, random), any(kRelations, random), any(kNames, random),
                              any(kModalities, random), random() % 4 == 0, false, 0, "", "", 1});
  return file;
}

std::vector<Claim> random_claims(Random& random) {
  std::vector<Claim> claims;
  const std::size_t count = random() % 14;
  for (std::size_t i = 0; i < count; ++i)
    claims.push_back(
        {"d", any(kNames, random), any(kRelations, random), any(kNames, random), any(kModalities, random), false, {}});
  return claims;
}

TEST(ScoringReference, ScoresAreThoseOfTheDefinition) {
  NameGroups groups;
  groups.add_table(kAliases);
  ScoringRules rules;
  rules.symmetric = {"rivals"};
  rules.relations = {"sues", "owns", "rivals"};
  Random random(20);
  std::size_t right = 0, judged = 0;
  for (int round = 0; round < 3000; ++round) {
    GoldSet gold;
    Diagnostics repeated;
    gold.add(random_gold(random), {}, "gold", repeated);
    const std::vector<Claim> claims = random_claims(random);
    const auto document = gold.documents().find("d");
    const std::vector<GoldRelation> wanted =
        document == gold.documents().end() ? std::vector<GoldRelation>() : document->second.relations;
    const Score score = score_claims(gold, {{"d", claims}}, groups, rules);
    const Reference expected = wanted.empty() ? Reference() : reference(wanted, claims);
    ASSERT_EQ(score.overall, expected.overall) << "round " << round;
    ASSERT_EQ(score.modality, expected.modality) << "round " << round;
    ASSERT_EQ(score.overall.wanted - score.overall.right, score.misses.size());
    ASSERT_EQ(score.overall.extracted - score.overall.right, score.extras.size());
    right += expected.overall.right;
    judged += expected.modality.judged;
  }
  EXPECT_GT(right, 1000U) << "the random documents have too little in common to show anything";
  EXPECT_GT(judged, 1000U);
}

// However the claims arrive, the figures are the same.
TEST(ScoringReference, TheOrderOfClaimsDoesNotShow) {
  Random random(5);
  for (int round = 0; round < 300; ++round) {
    GoldSet gold;
    Diagnostics repeated;
    gold.add(random_gold(random), {}, "gold", repeated);
    std::vector<Claim> claims = random_claims(random);
    const Score once = score_claims(gold, {{"d", claims}}, {}, {});
    std::shuffle(claims.begin(), claims.end(), random);
    const Score again = score_claims(gold, {{"d", claims}}, {}, {});
    ASSERT_EQ(once.overall, again.overall);
    ASSERT_EQ(once.modality, again.modality);
    ASSERT_EQ(once.confusion, again.confusion);
  }
}

}  // namespace
}  // namespace edgewise
