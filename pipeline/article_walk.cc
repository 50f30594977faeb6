// SPDX-License-Identifier: Apache-2.0
// Walks over articles.
#include "pipeline/article_walk.h"

#include <string>

#include "pipeline/article_source.h"
#include "pipeline/input_diagnostic.h"

namespace edgewise {

ArticleWalk walk_articles(const InputList& inputs, ArticleSplit how, const std::function<void(const Document&)>& visit,
                          const std::function<void(const RunProgress&)>& progress) {
  ArticleWalk walk;
  walk.skipped = inputs.refused;
  walk.diagnostics = inputs.diagnostics;
  RunProgress so_far;
  so_far.files_total = inputs.files.size();
  for (const InputFile& file : inputs.files) so_far.bytes_total += file.bytes;
  const auto note = [&walk](const Diagnostics& more) {
    walk.diagnostics.insert(walk.diagnostics.end(), more.begin(), more.end());
  };
  ArticleSource source(inputs.files, how);
  while (const auto step = source.next()) {
    note(step->diagnostics);
    if (step->file_skipped) ++walk.skipped;
    if (const auto& task = step->article) {
      const Document document = Document::make(task->id, std::string(task->article.bytes), task->file,
                                               task->article.offset, task->article.line);
      note(document.diagnostics());
      if (document.sentences().empty()) {
        walk.diagnostics.push_back(input_without_text(document.id()));
      } else {
        ++walk.articles;
        visit(document);
      }
    }
    if (step->file_finished) {
      ++so_far.files;
      so_far.bytes += step->file_bytes;
    }
    so_far.articles = walk.articles;
    if (progress) progress(so_far);
  }
  return walk;
}

}  // namespace edgewise
