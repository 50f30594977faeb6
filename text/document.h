// SPDX-License-Identifier: Apache-2.0
// One article: its bytes, the normalised text that rules see, and the sentences in it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/article_split.h"
#include "text/diagnostic.h"
#include "text/line_marks.h"
#include "text/offset_map.h"
#include "text/sentence.h"
#include "text/span.h"

namespace edgewise {

// Owns an article. Immutable, movable, safe to share between threads.
//
// original(): the bytes exactly as given. text(): what rules see, as normalise() makes it, after invalid UTF-8 has been
// replaced by U+FFFD (full-width forms become half-width, so `，` is `,`).
class Document {
 public:
  // `id` names the article in evidence (a path, or path#2 for the second article of a file). `base_offset` and
  // `base_line` say where `bytes` begins in its file (`id` stands for `file` where that is empty), so that places and
  // spans speak of the file. Never fails: what had to be mended is in diagnostics(). Files of 4 GiB and more are the
  // caller's to refuse.
  static Document make(std::string id, std::string bytes, std::string file = {}, std::uint32_t base_offset = 0,
                       std::uint32_t base_line = 1);

  const std::string& id() const { return id_; }
  const std::string& file() const { return file_; }
  std::string_view title() const { return title_; }  // first title sentence, or empty
  std::string_view original() const { return original_; }
  std::string_view text() const { return text_; }
  std::span<const Sentence> sentences() const { return sentences_; }
  const Diagnostics& diagnostics() const { return diagnostics_; }

  // The same article with `stretches` of text() (in order, disjoint, on code-point boundaries) taken out of what it
  // tells: blanks stand there, and at the end a full stop, so that no clause runs across. All positions stay. What is
  // left of the first sentence that is not taken out whole is the title, if that is a title or a heading; `title`
  // goes before it unless it is empty.
  Document without(std::span<const Span> stretches, std::string title = {}) const;

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
  std::vector<LineMark> line_marks_;
  std::uint32_t base_offset_ = 0;
  Diagnostics diagnostics_;
};

}  // namespace edgewise
