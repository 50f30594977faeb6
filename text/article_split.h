// SPDX-License-Identifier: Apache-2.0
// Where one article of a file ends and the next begins.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace edgewise {

// How a file is divided into articles.
enum class ArticleSplit : std::uint8_t { automatic, separator, none };

// A stretch of a file that is one article; bytes are a view into the file's.
struct Article {
  std::string_view bytes;
  std::uint32_t offset = 0;  // of its first byte in the file
  std::uint32_t line = 1;    // 1-based line of its first byte
};

// The articles of a file, in order, without empty ones. Lines of three or more hyphens always separate. With
// `automatic` and no such line, a title line in the middle of the file starts a new article: a line of its own between
// finished paragraphs that ends without a final mark, is long enough and punctuated like a headline, and is followed by
// a lede. `none` gives the whole file. The views live as long as `bytes`.
std::vector<Article> split_articles(std::string_view bytes, ArticleSplit how = ArticleSplit::automatic);

}  // namespace edgewise
