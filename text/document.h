// SPDX-License-Identifier: Apache-2.0
// One article: its bytes, the normalised text that rules see, and the sentences in it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/diagnostic.h"
#include "text/offset_map.h"
#include "text/span.h"

namespace edgewise {

enum class SentenceKind : std::uint8_t { title, heading, body };
enum class Script : std::uint8_t { han, other };

// A sentence of the normalised text: without the blanks around it, with its closing marks and quotes.
struct Sentence {
  Span span;                              // in Document::text()
  std::uint32_t paragraph = 0;            // 0-based
  SentenceKind kind = SentenceKind::body;
  Script script = Script::other;          // han if any Han character occurs in it
};

// Owns an article. Immutable, movable, safe to share between threads.
//
// original(): the bytes exactly as given. text(): what rules see, as normalise() makes it, after invalid UTF-8 has been
// replaced by U+FFFD (full-width forms become half-width, so `，` is `,`).
class Document {
 public:
  // `id` names the article in evidence (a path, or path#2 for the second article of a file). `base_offset` and
  // `base_line` say where `bytes` begins in its file, so that places and spans speak of the file. Never fails: what had
  // to be mended is in diagnostics(). Files of 4 GiB and more are the caller's to refuse.
  static Document make(std::string id, std::string bytes, std::string file = {}, std::uint32_t base_offset = 0,
                       std::uint32_t base_line = 1);

  const std::string& id() const { return id_; }
  const std::string& file() const { return file_; }
  std::string_view title() const { return title_; }  // first title sentence, or empty
  std::string_view original() const { return original_; }
  std::string_view text() const { return text_; }
  std::span<const Sentence> sentences() const { return sentences_; }
  const Diagnostics& diagnostics() const { return diagnostics_; }

  // The bytes of original() that gave `span` of text(). Widened to whole characters where one character gave several.
  Span original_span(Span span) const { return offsets_.to_original(span); }
  // original() at `span` as valid UTF-8 (mended where the input was broken), for quoting.
  std::string quote(Span original_span) const;
  // Offset to add to a span of original() to get bytes of the file.
  std::uint32_t base_offset() const { return base_offset_; }
  // The place in the file of a byte of original().
  LineColumn locate(std::uint32_t original_offset) const;

 private:
  Document() = default;
  std::string id_, file_, title_, original_, text_;
  OffsetMap offsets_;
  std::vector<Sentence> sentences_;
  std::vector<std::uint32_t> line_starts_;
  std::uint32_t base_offset_ = 0, base_line_ = 1;
  Diagnostics diagnostics_;
};

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
