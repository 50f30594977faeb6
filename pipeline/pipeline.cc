// SPDX-License-Identifier: Apache-2.0
// The order of work.
#include "pipeline/pipeline.h"

#include <iterator>
#include <utility>

#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include "graph/graph_builder.h"
#include "graph/knowledge_graph.h"
#include "pipeline/article_source.h"
#include "pipeline/input_diagnostic.h"
#include "pipeline/rule_schema.h"
#include "pipeline/statement_maker.h"

namespace edgewise {
namespace {

// In flight at a time: enough that a slow article does not leave the others idle, few enough to bound memory.
constexpr std::size_t kArticlesPerThread = 4;

// What one article gave, on its way from the worker that read it to the graph.
struct Harvest {
  SourceStep source;
  std::string document;
  std::size_t sentences = 0, mentions = 0;  // an article without sentences is none
  DocumentStatements found;
};

Harvest read_article(const RuleSet& rules, SourceStep step) {
  Harvest harvest;
  if (const auto& task = step.article) {
    const Document document = Document::make(task->id, std::string(task->article.bytes), task->file,
                                             task->article.offset, task->article.line);
    const Extraction extraction = rules.extract(document);
    harvest.document = task->id;
    harvest.sentences = document.sentences().size();
    harvest.mentions = extraction.mentions.size();
    harvest.found = make_statements(rules.relations(), rules.patterns(), document, extraction);
    step.diagnostics.insert(step.diagnostics.end(), document.diagnostics().begin(), document.diagnostics().end());
    if (document.sentences().empty()) step.diagnostics.push_back(input_without_text(document.id()));
  }
  harvest.source = std::move(step);
  return harvest;
}

void add_to_graph(const Harvest& harvest, GraphBuilder& builder) {
  for (const Statement& statement : harvest.found.statements) builder.add(statement);
  for (const MentionCount& mention : harvest.found.mentions)
    builder.add_mentions(mention.entity, harvest.document, mention.count);
}

void count(const Harvest& harvest, RunSummary& summary, RunProgress& progress) {
  if (harvest.sentences > 0) ++summary.articles;
  if (harvest.source.file_skipped) ++summary.skipped;
  if (harvest.source.file_finished) {
    ++progress.files;
    summary.files += harvest.source.file_skipped ? 0 : 1;
    summary.bytes += harvest.source.file_bytes;
  }
  summary.sentences += harvest.sentences;
  summary.mentions += harvest.mentions;
  for (const Statement& statement : harvest.found.statements) ++summary.statements[statement.relation];
  progress.articles = summary.articles;
  // Within a file, what its articles have got to.
  progress.bytes = summary.bytes;
  if (!harvest.source.file_finished && harvest.source.article)
    progress.bytes += harvest.source.article->article.offset + harvest.source.article->article.bytes.size();
}

RunProgress totals(const InputList& inputs) {
  RunProgress progress;
  progress.files_total = inputs.files.size();
  for (const InputFile& file : inputs.files) progress.bytes_total += file.bytes;
  return progress;
}

}  // namespace

RunResult run_pipeline(const RuleSet& rules, const InputList& inputs, const RunOptions& options,
                       const ProgressCallback& callback) {
  const std::size_t threads = options.threads > 0 ? options.threads : tbb::info::default_concurrency();
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
  const std::string language = options.label_language.empty() ? std::string(rules.language()) : options.label_language;

  RunResult result;
  result.summary.skipped = inputs.refused;
  result.diagnostics = inputs.diagnostics;
  RunProgress progress = totals(inputs);
  ArticleSource source(inputs.files, options.articles);
  GraphBuilder builder(make_schema(rules.types(), rules.relations(), language));

  const auto read_and_split = [&](tbb::flow_control& flow) {
    std::optional<SourceStep> step = result.complete ? source.next() : std::nullopt;
    if (!step) flow.stop();
    return step ? std::move(*step) : SourceStep{};
  };
  const auto extract = [&](SourceStep step) { return read_article(rules, std::move(step)); };
  const auto join = [&](Harvest harvest) {
    add_to_graph(harvest, builder);
    count(harvest, result.summary, progress);
    std::move(harvest.source.diagnostics.begin(), harvest.source.diagnostics.end(),
              std::back_inserter(result.diagnostics));
    if (callback && !callback(progress)) result.complete = false;
  };

  // Joining in the order of reading makes diagnostics and sums independent of which worker is quickest.
  using enum tbb::filter_mode;
  const auto stages = tbb::make_filter<void, SourceStep>(serial_in_order, read_and_split) &
                      tbb::make_filter<SourceStep, Harvest>(parallel, extract) &
                      tbb::make_filter<Harvest, void>(serial_in_order, join);
  tbb::task_arena(static_cast<int>(threads)).execute([&] {
    tbb::parallel_pipeline(kArticlesPerThread * threads, stages);
  });
  result.graph = std::make_shared<const KnowledgeGraph>(builder.build());
  return result;
}

}  // namespace edgewise
