// SPDX-License-Identifier: Apache-2.0
// The order of work.
#include "pipeline/pipeline.h"

#include <algorithm>
#include <deque>
#include <future>
#include <iterator>
#include <memory>
#include <thread>
#include <utility>

#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>

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
  std::vector<NameChoice> choices;
};

Harvest read_article(const RuleSet& rules, SourceStep step) {
  Harvest harvest;
  if (const auto& task = step.article) {
    const Document document = Document::make(task->id, std::string(task->article.bytes), task->file,
                                             task->article.offset, task->article.line);
    Extraction extraction = rules.extract(document);
    harvest.document = task->id;
    harvest.sentences = document.sentences().size();
    harvest.mentions = extraction.mentions.size();
    harvest.found = make_statements(rules.relations(), rules.patterns(), document, extraction);
    harvest.choices = std::move(extraction.choices);
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

void count_unresolved(const std::vector<NameChoice>& choices, RunSummary& summary) {
  for (const NameChoice& choice : choices) {
    if (choice.resolved) continue;
    UnresolvedName& name = summary.unresolved[choice.name];
    name.places += choice.places.size();
    ++name.articles;
    for (const NameCandidate& candidate : choice.candidates) name.candidates.insert(candidate.key);
  }
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
  count_unresolved(harvest.choices, summary);
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
  const std::size_t threads = options.threads > 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
  const std::string language = options.label_language.empty() ? std::string(rules.language()) : options.label_language;

  RunResult result;
  result.summary.skipped = inputs.refused;
  result.diagnostics = inputs.diagnostics;
  RunProgress progress = totals(inputs);
  ArticleSource source(inputs.files, options.articles);
  GraphBuilder builder(make_schema(rules.types(), rules.relations(), language), options.ledger);

  const auto join = [&](Harvest harvest) {
    add_to_graph(harvest, builder);
    count(harvest, result.summary, progress);
    std::move(harvest.source.diagnostics.begin(), harvest.source.diagnostics.end(),
              std::back_inserter(result.diagnostics));
    if (callback && !callback(progress)) result.complete = false;
  };

  // This thread reads and joins, in the order of reading, so diagnostics and sums do not depend on which worker is
  // quickest; the workers do what is between.
  boost::asio::thread_pool workers(threads);
  std::deque<std::future<Harvest>> under_way;
  const auto join_next = [&] {
    Harvest next = under_way.front().get();
    under_way.pop_front();
    if (result.complete) join(std::move(next));
  };
  while (result.complete) {
    std::optional<SourceStep> step = source.next();
    if (!step) break;
    auto work = std::make_shared<std::packaged_task<Harvest()>>(
        [&rules, step = std::move(*step)]() mutable { return read_article(rules, std::move(step)); });
    under_way.push_back(work->get_future());
    boost::asio::post(workers, [work] { (*work)(); });
    if (under_way.size() >= kArticlesPerThread * threads) join_next();
  }
  while (!under_way.empty()) join_next();
  workers.join();
  result.graph = std::make_shared<const KnowledgeGraph>(builder.build());
  return result;
}

}  // namespace edgewise
