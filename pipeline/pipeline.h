// SPDX-License-Identifier: Apache-2.0
// The whole road from inputs to a graph.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>

#include "graph/identity_ledger.h"
#include "pipeline/document_reader.h"
#include "rules/rule_set.h"
#include "text/diagnostic.h"
#include "text/document.h"

namespace edgewise {

struct KnowledgeGraph;

struct RunOptions {
  unsigned threads = 0;                             // 0: as many as the machine has
  ArticleSplit articles = ArticleSplit::automatic;  // how files are divided
  std::string label_language;                       // of labels in the graph; empty: the language of the rules
  IdentityLedger ledger = {};                       // names judged to mean the same
};

// How far a run has come. Bytes are those of files read; totals are as found before the run.
struct RunProgress {
  std::size_t files = 0, files_total = 0;
  std::size_t articles = 0;
  std::uint64_t bytes = 0, bytes_total = 0;
};

// Called after every article, from one thread at a time. False ends the run early.
using ProgressCallback = std::function<bool(const RunProgress&)>;

// Where a name stands whose meaning stayed in doubt.
struct UnresolvedName {
  std::size_t places = 0, articles = 0;
  std::set<std::string> candidates;  // canonical names
};

struct RunSummary {
  std::size_t files = 0;     // read
  std::size_t skipped = 0;   // inputs and files that could not be read
  std::size_t articles = 0;  // each is a document of the graph
  std::size_t sentences = 0;
  std::size_t mentions = 0;
  std::map<std::string, std::size_t> statements;     // by relation, one for each match
  std::map<std::string, UnresolvedName> unresolved;  // by name
  std::uint64_t bytes = 0;
};

struct RunResult {
  std::shared_ptr<const KnowledgeGraph> graph;  // never null
  RunSummary summary;
  Diagnostics diagnostics;  // of inputs, by file and place; a bad file never ends the run
  bool complete = true;     // false if the progress callback ended the run
};

// Reads the inputs and builds their graph. The result depends on what the files hold and on their names, not on
// their order or the number of threads. Memory: the graph, and the files and articles in flight (a few for each
// thread).
RunResult run_pipeline(const RuleSet& rules, const InputList& inputs, const RunOptions& options,
                       const ProgressCallback& callback = {});

}  // namespace edgewise
