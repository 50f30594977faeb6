// SPDX-License-Identifier: Apache-2.0
// The whole road, from files to a graph.
#include "pipeline/pipeline.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <random>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include "graph/knowledge_graph.h"
#include "rules/rule_reader.h"
#include "tests/golden_file.h"
#include "tests/scratch_folder.h"

namespace edgewise {
namespace {

using testing::ScratchFolder;

RuleSet rivals() {
  const std::filesystem::path pack = std::filesystem::path(EDGEWISE_SOURCE_DIR) / "tests/cli/packs/rivals/pack.yaml";
  Diagnostics warnings;
  return RuleSet::compile(*read_rules_text("rivals", testing::read_file(pack), warnings), warnings).value();
}

// Every vertex, edge and piece of evidence, one a line.
std::string dump(const KnowledgeGraph& knowledge) {
  const BoostGraph& graph = knowledge.graph;
  std::string text;
  for (auto [vertex, end] = vertices(graph); vertex != end; ++vertex)
    text += fmt::format("{} {} {} {}\n", graph[*vertex].id, graph[*vertex].key, graph[*vertex].mentions,
                        fmt::join(graph[*vertex].documents, ","));
  for (auto [edge, end] = edges(graph); edge != end; ++edge)
    for (const Evidence& evidence : graph[*edge].evidence)
      text += fmt::format("{} {} {} {} {}:{} [{},{}) {} {}\n", graph[source(*edge, graph)].key, graph[*edge].relation,
                          graph[target(*edge, graph)].key, name(graph[*edge].modality), evidence.document,
                          evidence.line, evidence.span.begin, evidence.span.end, evidence.via, evidence.quote);
  return text;
}

std::string rendered(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics) text += render(diagnostic);
  return text;
}

// A folder of articles that differ in length, with broken bytes and several articles in some.
std::vector<std::string> write_corpus(const ScratchFolder& folder, int files) {
  const std::vector<std::string> sentences = {"东海电子、西岭软件是南山芯片的主要对手。",
                                              "该公司是西岭软件的老对手。",
                                              "东海电子将向南山芯片供应屏幕。",
                                              "天气很好。",
                                              "坏\xff字节。",
                                              "\n---\n"};
  std::mt19937 random(20240611);
  std::vector<std::string> paths;
  for (int file = 0; file < files; ++file) {
    std::string text;
    for (auto left = random() % 40; left > 0; --left) text += sentences[random() % sentences.size()];
    paths.push_back(folder.write(fmt::format("{:03}.txt", file), text));
  }
  return paths;
}

TEST(Pipeline, GivesTheSameWhateverTheThreadsAndTheOrderOfInputs) {
  const ScratchFolder folder("pipeline");
  std::vector<std::string> paths = write_corpus(folder, 60);
  const RuleSet rules = rivals();
  std::string graph, diagnostics;
  std::mt19937 random(7);
  for (const unsigned threads : {1U, 2U, 8U, 3U}) {
    const RunResult result = run_pipeline(rules, find_inputs(paths), {threads, ArticleSplit::automatic, ""});
    if (graph.empty()) {
      graph = dump(*result.graph);
      diagnostics = rendered(result.diagnostics);
      EXPECT_GT(std::count(graph.begin(), graph.end(), '\n'), 100);
      EXPECT_NE(diagnostics.find("W501"), std::string::npos);
    }
    EXPECT_EQ(dump(*result.graph), graph) << threads << " threads";
    EXPECT_EQ(rendered(result.diagnostics), diagnostics) << threads << " threads";
    std::shuffle(paths.begin(), paths.end(), random);
  }
}

TEST(Pipeline, QuotesWhatStandsAtTheSpansInTheFile) {
  const ScratchFolder folder("spans");
  const std::vector<std::string> paths = write_corpus(folder, 40);
  const RunResult result = run_pipeline(rivals(), find_inputs(paths), {});
  const BoostGraph& graph = result.graph->graph;
  std::size_t checked = 0;
  for (auto [edge, end] = edges(graph); edge != end; ++edge) {
    for (const Evidence& evidence : graph[*edge].evidence) {
      const std::string bytes = testing::read_file(evidence.document.substr(0, evidence.document.find('#')));
      EXPECT_EQ(evidence.span.in(bytes), evidence.quote);
      EXPECT_TRUE(evidence.span.contains(evidence.from));
      EXPECT_TRUE(evidence.span.contains(evidence.to));
      const auto line_ends = std::count(bytes.begin(), bytes.begin() + evidence.span.begin, '\n');
      EXPECT_EQ(evidence.line, line_ends + 1);
      ++checked;
    }
  }
  EXPECT_GT(checked, 50U);
}

TEST(Pipeline, NamesArticlesOfAFileByTheirNumber) {
  const ScratchFolder folder("articles");
  const std::string file = folder.write("a.txt", "东海电子将向南山芯片供应屏幕。\n---\n西岭软件是南山芯片的对手。\n");
  const auto documents = [&](ArticleSplit split) {
    const RunResult result = run_pipeline(rivals(), find_inputs(std::vector{file}), {1, split, ""});
    std::vector<std::string> found;
    const BoostGraph& graph = result.graph->graph;
    for (auto [edge, end] = edges(graph); edge != end; ++edge)
      found.insert(found.end(), graph[*edge].documents.begin(), graph[*edge].documents.end());
    std::sort(found.begin(), found.end());
    EXPECT_EQ(result.summary.files, 1U);
    EXPECT_EQ(result.summary.articles, split == ArticleSplit::none ? 1U : 2U);
    return found;
  };
  EXPECT_EQ(documents(ArticleSplit::automatic), (std::vector{file, file + "#2"}));
  EXPECT_EQ(documents(ArticleSplit::none), (std::vector{file, file}));
}

TEST(Pipeline, CountsWhatItReadSkippedAndFound) {
  const ScratchFolder folder("counts");
  const std::vector<std::string> inputs = {folder.write("a.txt", "东海电子、西岭软件是南山芯片的对手。天气很好。"),
                                           folder.write("b.txt", "%PDF-1.7"), folder.write("c.txt", "\n \n"),
                                           (folder.path() / "none.txt").string()};
  const RunResult result = run_pipeline(rivals(), find_inputs(inputs), {});
  EXPECT_EQ(result.summary.files, 2U);
  EXPECT_EQ(result.summary.skipped, 2U);
  EXPECT_EQ(result.summary.articles, 1U);
  EXPECT_EQ(result.summary.sentences, 2U);
  EXPECT_EQ(result.summary.mentions, 3U);
  EXPECT_EQ(result.summary.statements, (std::map<std::string, std::size_t>{{"company-competes-with", 2}}));
  EXPECT_TRUE(result.complete);
}

TEST(Pipeline, TellsHowFarItHasCome) {
  const ScratchFolder folder("progress");
  const InputList inputs = find_inputs(write_corpus(folder, 30));
  RunProgress last;
  const RunResult result =
      run_pipeline(rivals(), inputs, {4, ArticleSplit::automatic, ""}, [&](const RunProgress& now) {
        EXPECT_GE(now.files, last.files);
        EXPECT_GE(now.articles, last.articles);
        EXPECT_GE(now.bytes, last.bytes);
        EXPECT_LE(now.bytes, now.bytes_total);
        last = now;
        return true;
      });
  EXPECT_EQ(last.files, inputs.files.size());
  EXPECT_EQ(last.files_total, inputs.files.size());
  EXPECT_EQ(last.bytes, last.bytes_total);
  EXPECT_EQ(last.articles, result.summary.articles);
}

TEST(Pipeline, ReadsNoFurtherThanItsWorkersNeed) {
  const ScratchFolder folder("lazy");
  std::vector<std::string> paths;
  paths.reserve(500);
  for (int i = 0; i < 500; ++i) paths.push_back(folder.write(fmt::format("{:03}.txt", i), "天气很好。"));
  const RunResult result = run_pipeline(rivals(), find_inputs(paths), {2, ArticleSplit::automatic, ""},
                                        [](const RunProgress&) { return false; });
  EXPECT_FALSE(result.complete);
  EXPECT_LE(result.summary.files, 32U) << "files and articles in flight are few, however long the list of inputs";
  ASSERT_TRUE(result.graph);
}

TEST(Pipeline, SurvivesFilesThatGoAwayAfterTheyWereFound) {
  const ScratchFolder folder("gone");
  const std::vector<std::string> paths = {folder.write("a.txt", "东海电子将向南山芯片供应屏幕。"),
                                          folder.write("b.txt", "天气很好。")};
  const InputList inputs = find_inputs(paths);
  std::filesystem::remove(paths[1]);
  const RunResult result = run_pipeline(rivals(), inputs, {});
  EXPECT_EQ(result.summary.skipped, 1U);
  EXPECT_EQ(num_edges(result.graph->graph), 1U);
  EXPECT_EQ(rendered(result.diagnostics), paths[1] +
                                              ": error[E510]: no such file or folder\n"
                                              "  help: check the path; the other inputs are read\n");
}

TEST(Pipeline, TakesLabelsInTheLanguageAskedFor) {
  const RuleSet rules = rivals();
  EXPECT_EQ(run_pipeline(rules, {}, {}).graph->schema.language, "zh");
  EXPECT_EQ(run_pipeline(rules, {}, {1, ArticleSplit::none, "en"}).graph->schema.language, "en");
  const Schema schema = run_pipeline(rules, {}, {}).graph->schema;
  ASSERT_TRUE(schema.relation("company-competes-with"));
  EXPECT_TRUE(schema.relation("company-competes-with")->symmetric);
  EXPECT_EQ(schema.label(*schema.relation("company-competes-with")), "竞争");
  EXPECT_EQ(schema.type("Company")->color, "#4e79a7");
}

}  // namespace
}  // namespace edgewise
