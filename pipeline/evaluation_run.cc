// SPDX-License-Identifier: Apache-2.0
// The order of work of an evaluation.
#include "pipeline/evaluation_run.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <map>
#include <memory>
#include <utility>

#include <fmt/format.h>

#include "eval/graph_claims.h"
#include "graph/graph_builder.h"
#include "graph/knowledge_graph.h"
#include "pipeline/article_source.h"
#include "pipeline/claim_intake.h"
#include "pipeline/gold_sentence.h"
#include "pipeline/input_diagnostic.h"
#include "pipeline/rule_schema.h"
#include "pipeline/statement_maker.h"

namespace edgewise {
namespace {

constexpr std::string_view kGraphEnding = ".graphml", kListEnding = ".jsonl";

bool has_ending(const std::string& input, std::string_view ending) {
  return std::filesystem::path(input).extension() == ending;
}

void append(Diagnostics& all, Diagnostics&& more) { std::move(more.begin(), more.end(), std::back_inserter(all)); }

class EvaluationWork {
 public:
  EvaluationWork(const RuleSet* rules, const EvaluationRequest& request) : rules_(rules), request_(request) {}

  EvaluationRun run() {
    std::optional<LoadedGold> loaded = load_gold(request_.files, diagnostics_);
    if (!loaded) return {std::nullopt, std::move(diagnostics_)};
    gold_ = std::move(loaded->gold);
    groups_ = std::move(loaded->names);
    scoring_.relations = std::move(loaded->mapped);
    choose_relations();
    intake_.emplace(*gold_, diagnostics_);
    if (request_.inputs.empty())
      extract_gold_texts();
    else
      read_inputs();
    Evaluation evaluation;
    evaluation.gold = gold_;
    scoring_.symmetric.insert(intake_->symmetric().begin(), intake_->symmetric().end());
    evaluation.score = score_claims(*gold_, intake_->claims(), groups_, scoring_);
    scoring_.names = NameRule::strict;
    evaluation.strict = score_claims(*gold_, intake_->claims(), groups_, scoring_);
    evaluation.resamples = request_.resamples;
    evaluation.intervals = bootstrap(evaluation.score.documents, request_.resamples, request_.seed);
    quote_misses(evaluation);
    for (const auto& [id, document] : gold_->documents())
      if (!intake_->was_given(id)) evaluation.without_input.push_back(id);
    return {std::move(evaluation), std::move(diagnostics_)};
  }

 private:
  std::optional<std::string> read_file(const std::string& path) {
    Result<std::string> bytes = read_input({input_name(path), path, 0});
    if (bytes) return std::move(*bytes);
    append(diagnostics_, std::move(bytes.error()));
    return std::nullopt;
  }

  void choose_relations() {
    scoring_.symmetric = gold_->symmetric();
    std::vector<std::string> declared;
    if (rules_)
      for (const RelationInfo& relation : rules_->relations()) {
        declared.push_back(relation.id);
        if (relation.symmetric) scoring_.symmetric.insert(relation.id);
      }
    if (!request_.only.empty()) {
      gold_->keep_only(request_.only);
      scoring_.relations = request_.only;
    } else if (scoring_.relations.empty()) {
      scoring_.relations = {declared.begin(), declared.end()};
    }
    if (rules_) warn_of_unknown_relations(declared);
  }

  void warn_of_unknown_relations(const std::vector<std::string>& declared) {
    std::map<std::string, std::size_t> unknown;
    for (const auto& [id, document] : gold_->documents())
      for (const GoldRelation& gold : document.relations)
        if (std::find(declared.begin(), declared.end(), gold.relation) == declared.end()) ++unknown[gold.relation];
    for (const auto& [relation, count] : unknown) {
      const std::string_view nearest = nearest_name(relation, declared);
      diagnostics_.push_back(input_diagnostic(
          "W704", input_name(request_.files.gold.front()),
          fmt::format("the rules declare no relation '{}', which gold has {} {}", input_name(relation), count,
                      count == 1 ? "time" : "times"),
          nearest.empty() ? "rename it with a relation map" : fmt::format("did you mean '{}'?", nearest)));
    }
  }

  void read_inputs() {
    std::vector<std::string> articles;
    for (const std::string& input : request_.inputs) {
      if (needs_rules(input))
        articles.push_back(input);
      else if (const std::optional<std::string> bytes = read_file(input))
        has_ending(input, kGraphEnding) ? intake_->read_graph(*bytes, input_name(input))
                                        : intake_->read_list(*bytes, input_name(input));
    }
    if (articles.empty() || !rules_) return;
    articles_ = find_inputs(articles);
    RunResult result = run_pipeline(*rules_, articles_, request_.options);
    append(diagnostics_, std::move(result.diagnostics));
    intake_->take(claims_of(*result.graph));
  }

  void extract_gold_texts() {
    if (!rules_) return;
    GraphBuilder builder(make_schema(rules_->types(), rules_->relations(), std::string(rules_->language())));
    for (const auto& [id, gold] : gold_->documents()) {
      if (!gold.text) continue;
      intake_->note_given(id);
      const Document document = Document::make(id, *gold.text);
      const DocumentStatements found =
          make_statements(rules_->relations(), rules_->patterns(), document, rules_->extract(document));
      for (const Statement& statement : found.statements) builder.add(statement);
    }
    intake_->take(claims_of(builder.build()));
  }

  // Calls `visit` with each article that gold knows. Complains once of a file of which it knows none.
  template <typename Visit>
  void read_articles_again(Visit visit) {
    std::map<std::string, std::vector<std::string>> unknown;
    std::set<std::string> known;
    ArticleSource source(articles_.files, request_.options.articles);
    while (const std::optional<SourceStep> step = source.next()) {
      if (!step->article) continue;
      const ArticleTask& task = *step->article;
      const std::string id(gold_->find(task.id));
      if (id.empty()) {
        unknown[task.file].push_back(task.id);
        continue;
      }
      known.insert(task.file);
      intake_->note_given(id, task.file);
      visit(id, task);
    }
    for (const auto& [file, articles] : unknown) {
      if (!known.contains(file)) intake_->complain_without_gold(file);
      if (known.contains(file))
        for (const std::string& article : articles) intake_->complain_without_gold(article);
    }
  }

  void quote_misses(Evaluation& evaluation) {
    evaluation.miss_sentences.resize(evaluation.score.misses.size());
    std::map<std::string, std::vector<std::size_t>, std::less<>> misses_of;
    for (std::size_t i = 0; i < evaluation.score.misses.size(); ++i)
      misses_of[evaluation.score.misses[i].document].push_back(i);
    const auto quote = [&](const std::string& id, const Document& document) {
      for (const std::size_t i : misses_of[id]) {
        std::string& sentence = evaluation.miss_sentences[i];
        if (sentence.empty()) sentence = gold_sentence(document, *evaluation.score.misses[i].gold, groups_);
      }
    };
    if (request_.inputs.empty())
      for (const auto& [id, gold] : gold_->documents())
        if (gold.text && misses_of.contains(id)) quote(id, Document::make(id, *gold.text));

    read_articles_again([&](const std::string& id, const ArticleTask& task) {
      if (misses_of.contains(id))
        quote(id, Document::make(task.id, std::string(task.article.bytes), task.file, task.article.offset,
                                 task.article.line));
    });
    for (std::size_t i = 0; i < evaluation.miss_sentences.size(); ++i)
      if (evaluation.miss_sentences[i].empty())
        evaluation.miss_sentences[i] = evaluation.score.misses[i].gold->evidence;
  }

  const RuleSet* rules_;
  const EvaluationRequest& request_;
  std::shared_ptr<GoldSet> gold_;
  NameGroups groups_;
  ScoringRules scoring_;
  InputList articles_;
  Diagnostics diagnostics_;
  std::optional<ClaimIntake> intake_;
};

}  // namespace

bool needs_rules(const std::string& input) {
  return !has_ending(input, kGraphEnding) && !has_ending(input, kListEnding);
}

EvaluationRun run_evaluation(const RuleSet* rules, const EvaluationRequest& request) {
  return EvaluationWork(rules, request).run();
}

}  // namespace edgewise
