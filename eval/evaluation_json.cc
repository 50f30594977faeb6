// SPDX-License-Identifier: Apache-2.0
// One object with everything.
#include <string_view>

#include "eval/evaluation.h"
#include "text/json_writer.h"

namespace edgewise {
namespace {

// More than anybody reads, so that two figures that differ also look different.
constexpr int kDigits = 12;

void write_figures(JsonWriter& json, const Tally& tally) {
  json.key("precision").value(tally.precision(), kDigits).key("recall").value(tally.recall(), kDigits);
  json.key("f1").value(tally.f1(), kDigits);
  json.member("found", tally.right).member("predicted", tally.extracted).member("wanted", tally.wanted);
}

void write_interval(JsonWriter& json, std::string_view name, const Interval& range) {
  json.key(name).open_array().value(range.low, kDigits).value(range.high, kDigits).close_array();
}

void write_intervals(JsonWriter& json, const Evaluation& evaluation) {
  json.key("intervals").open_object().member("resamples", evaluation.resamples);
  write_interval(json, "precision", evaluation.intervals.precision);
  write_interval(json, "recall", evaluation.intervals.recall);
  write_interval(json, "f1", evaluation.intervals.f1);
  write_interval(json, "modality", evaluation.intervals.modality);
  json.close_object();
}

void write_tables(JsonWriter& json, const Score& score) {
  json.key("relations").open_array();
  for (const auto& [relation, tally] : score.relations) {
    json.open_object().member("relation", relation);
    write_figures(json, tally);
    json.close_object();
  }
  json.close_array().key("rules").open_array();
  for (const auto& [rule, counts] : score.rules) {
    json.open_object().member("rule", rule).member("relation", counts.relation);
    write_figures(json, counts.tally(score.relations));
    json.member("alone", counts.alone).close_object();
  }
  json.close_array().key("documents").open_array();
  for (const DocumentScore& document : score.documents) {
    json.open_object().member("doc", document.document);
    write_figures(json, document.tally);
    json.member("modality_right", document.modality.right).member("modality_of", document.modality.judged);
    json.member("empty", document.empty).close_object();
  }
  json.close_array();
}

void write_confusions(JsonWriter& json, const Score& score) {
  json.key("modalities").open_array();
  for (const auto& [pair, count] : score.modalities)
    json.open_object()
        .member("gold", pair.first)
        .member("extracted", pair.second)
        .member("count", count)
        .close_object();
  json.close_array().key("confusion").open_array();
  for (const auto& [pair, count] : score.confusion) {
    json.open_object().member("gold", pair.gold).member("extracted", pair.claimed).member("negated", pair.denied);
    json.member("reversed", pair.reversed).member("count", count).close_object();
  }
  json.close_array().key("left_out").open_array();
  for (const auto& [relation, count] : score.left_out)
    json.open_object().member("relation", relation).member("count", count).close_object();
  json.close_array();
}

void write_misses(JsonWriter& json, const Evaluation& evaluation) {
  json.key("missed").open_array();
  for (std::size_t i = 0; i < evaluation.score.misses.size(); ++i) {
    const auto& [document, gold] = evaluation.score.misses[i];
    json.open_object().member("doc", document).member("from", gold->from).member("relation", gold->relation);
    json.member("to", gold->to).member("modality", name(gold->modality)).member("line", gold->line);
    json.member("sentence", evaluation.miss_sentences[i]).close_object();
  }
  json.close_array();
}

void write_extras(JsonWriter& json, const Score& score) {
  json.key("extra").open_array();
  for (const Extra& extra : score.extras) {
    json.open_object().member("doc", extra.document).member("from", extra.from).member("relation", extra.relation);
    json.member("to", extra.to).key("modalities").open_array();
    for (const std::string& word : extra.modalities) json.value(word);
    json.close_array().key("sources").open_array();
    for (const ClaimSource& source : extra.sources) {
      json.open_object().member("rule", source.rule).member("line", source.line);
      json.member("sentence", source.sentence).close_object();
    }
    json.close_array().close_object();
  }
  json.close_array();
}

}  // namespace

std::string evaluation_json(const Evaluation& evaluation) {
  const Score& score = evaluation.score;
  JsonWriter json(1);
  json.open_object();
  write_figures(json, score.overall);
  json.member("modality_right", score.modality.right).member("modality_of", score.modality.judged);
  json.key("missing").open_array();
  for (const std::string& id : evaluation.without_input) json.value(id);
  json.close_array().key("strict").open_object();
  write_figures(json, evaluation.strict.overall);
  json.close_object();
  write_intervals(json, evaluation);
  json.key("optional").open_object().member("found", score.optional_found).member("gold", score.optional_gold);
  json.close_object();
  write_tables(json, score);
  write_confusions(json, score);
  write_misses(json, evaluation);
  write_extras(json, score);
  json.close_object();
  return json.text() + "\n";
}

}  // namespace edgewise
