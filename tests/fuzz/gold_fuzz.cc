// SPDX-License-Identifier: Apache-2.0
// Any bytes as gold file, alias table, relation map and graph: read or refused, and what is scored adds up.
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "eval/evaluation.h"
#include "eval/graphml_claims.h"
#include "eval/relation_lines.h"
#include "eval/relation_map.h"
#include "tests/fuzz/require.h"
#include "text/mend_utf8.h"

namespace edgewise {
namespace {

void check_score(const Score& score) {
  EDGEWISE_REQUIRE(score.misses.size() == score.overall.wanted - score.overall.right);
  EDGEWISE_REQUIRE(score.extras.size() == score.overall.extracted - score.overall.right);
  EDGEWISE_REQUIRE(score.modality.right <= score.modality.judged && score.modality.judged <= score.overall.right);
  Tally documents, relations;
  for (const DocumentScore& document : score.documents) documents += document.tally;
  for (const auto& [relation, tally] : score.relations) relations += tally;
  EDGEWISE_REQUIRE(documents == score.overall && relations == score.overall);
}

void check_reports(const std::shared_ptr<GoldSet>& gold, const Score& score) {
  Evaluation evaluation;
  evaluation.gold = gold;
  evaluation.score = evaluation.strict = score;
  evaluation.resamples = 3;
  evaluation.intervals = bootstrap(score.documents, 3, 1);
  evaluation.miss_sentences.resize(score.misses.size());
  EDGEWISE_REQUIRE(mend_utf8(evaluation_json(evaluation)).bad_offsets.empty());
  EDGEWISE_REQUIRE(mend_utf8(evaluation_text(evaluation, {true, true})).bad_offsets.empty());
}

// Each line as gold, and each second one as a claim too.
void check_gold(std::string_view bytes, const NameGroups& names) {
  const Result<RelationFile> lines = read_relation_lines(bytes, "gold.jsonl");
  if (!lines) return;
  const auto gold = std::make_shared<GoldSet>();
  Diagnostics repeated;
  gold->add(*lines, {}, "gold.jsonl", repeated);
  std::map<std::string, std::vector<Claim>> claims;
  for (std::size_t i = 0; i < lines->relations.size(); i += 2) {
    const RelationLine& line = lines->relations[i];
    claims[line.document].push_back({line.document,
                                     line.from,
                                     line.relation,
                                     line.to,
                                     line.modality,
                                     line.symmetric,
                                     {{line.rule, "", line.line}}});
  }
  ScoringRules rules;
  rules.symmetric = gold->symmetric();
  const Score score = score_claims(*gold, claims, names, rules);
  check_score(score);
  check_reports(gold, score);
  rules.names = NameRule::strict;
  check_score(score_claims(*gold, claims, names, rules));
}

}  // namespace
}  // namespace edgewise

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::string text = edgewise::mend_utf8(bytes).text;
  edgewise::NameGroups names;
  names.add_table(text);
  edgewise::check_gold(bytes, names);
  if (const auto map = edgewise::RelationMap::read(text, "map.tsv")) EDGEWISE_REQUIRE(map->relations().size() <= size);
  if (const auto claims = edgewise::read_graphml_claims(bytes, "a.graphml", ""))
    for (const edgewise::Claim& claim : *claims) EDGEWISE_REQUIRE(!claim.relation.empty());
  return 0;
}
