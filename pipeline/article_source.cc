// SPDX-License-Identifier: Apache-2.0
// Reads files one by one and divides them into articles.
#include "pipeline/article_source.h"

#include <utility>

#include <fmt/format.h>

#include "pipeline/input_diagnostic.h"

namespace edgewise {

std::optional<SourceStep> ArticleSource::next() {
  if (next_article_ == articles_.size()) return open_next_file();
  const InputFile& file = files_[next_file_ - 1];
  SourceStep step;
  ArticleTask task;
  task.file_bytes = bytes_;
  task.article = articles_[next_article_];
  task.file = file.name;
  task.id = next_article_ == 0 ? file.name : fmt::format("{}#{}", file.name, next_article_ + 1);
  step.article = std::move(task);
  if (++next_article_ == articles_.size()) {
    step.file_finished = true;
    step.file_bytes = bytes_->size();
    bytes_.reset();
  }
  return step;
}

std::optional<SourceStep> ArticleSource::open_next_file() {
  if (next_file_ == files_.size()) return std::nullopt;
  const InputFile& file = files_[next_file_++];
  articles_.clear();
  next_article_ = 0;
  SourceStep nothing;
  nothing.file_finished = true;
  Result<std::string> bytes = read_input(file);
  if (!bytes) {
    nothing.diagnostics = std::move(bytes.error());
    nothing.file_skipped = true;
    return nothing;
  }
  bytes_ = std::make_shared<const std::string>(std::move(*bytes));
  articles_ = split_articles(*bytes_, how_);
  if (!articles_.empty()) return next();
  nothing.diagnostics.push_back(input_without_text(file.name));
  nothing.file_bytes = bytes_->size();
  bytes_.reset();
  return nothing;
}

}  // namespace edgewise
