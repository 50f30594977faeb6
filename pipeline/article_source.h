// SPDX-License-Identifier: Apache-2.0
// Hands out the articles of all inputs one after the other, reading a file only when its turn comes.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "pipeline/document_reader.h"
#include "text/document.h"

namespace edgewise {

// An article on its way to a Document. Holds on to the bytes of its file.
struct ArticleTask {
  std::shared_ptr<const std::string> file_bytes;
  Article article;  // views into *file_bytes
  std::string id;   // path, or path#2 from the second article on
  std::string file;
};

// What comes off the source: an article, a file that gave none, or both at once (the file's first article).
struct SourceStep {
  std::optional<ArticleTask> article;
  Diagnostics diagnostics;       // about the file, with its first step
  bool file_skipped = false;     // the file could not be read
  bool file_finished = false;    // this is the file's last step
  std::uint64_t file_bytes = 0;  // with the last step
};

// Not safe for concurrent use. `files` must outlive the source.
class ArticleSource {
 public:
  ArticleSource(std::span<const InputFile> files, ArticleSplit how) : files_(files), how_(how) {}
  // The next step, or nothing at the end.
  std::optional<SourceStep> next();

 private:
  std::optional<SourceStep> open_next_file();

  std::span<const InputFile> files_;
  ArticleSplit how_;
  std::size_t next_file_ = 0;
  std::shared_ptr<const std::string> bytes_;
  std::vector<Article> articles_;
  std::size_t next_article_ = 0;
};

}  // namespace edgewise
