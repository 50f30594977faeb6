// SPDX-License-Identifier: Apache-2.0
// From bytes to a document: mend, normalise, split, and remember the way back.
#include "text/document.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/normalise.h"

namespace edgewise {
namespace {

std::string occurrences(std::size_t count) { return count == 1 ? "once" : fmt::format("{} times", count); }

}  // namespace

Document Document::make(std::string id, std::string bytes, std::string file, std::uint32_t base_offset,
                        std::uint32_t base_line) {
  Document document;
  document.id_ = std::move(id);
  document.file_ = file.empty() ? document.id_ : std::move(file);
  document.base_offset_ = base_offset;
  document.base_line_ = base_line;
  document.original_ = std::move(bytes);
  document.line_marks_ = mark_lines(document.original_, base_line);
  const Mended mended = mend_utf8(document.original_);
  Normalised normalised = normalise(mended.text);
  document.offsets_ = normalised.offsets.after(mended.offsets);
  document.text_ = std::move(normalised.text);
  document.sentences_ = split_sentences(document.text_);
  if (!document.sentences_.empty() && document.sentences_.front().kind == SentenceKind::title)
    document.title_ = document.sentences_.front().span.in(document.text_);

  const auto warn = [&](std::string code, std::uint32_t offset, std::string message) {
    const LineColumn at = document.locate(offset);
    document.diagnostics_.push_back({Severity::warning, std::move(code),
                                     {document.file_, at.line, at.column, at.column + 1, {}}, std::move(message), {}, {}});
  };
  if (!mended.bad_offsets.empty())
    warn("W501", mended.bad_offsets.front(),
         fmt::format("not UTF-8 at byte {} ({} in this article); replaced by U+FFFD",
                     base_offset + mended.bad_offsets.front(), occurrences(mended.bad_offsets.size())));
  const auto original = [&](std::uint32_t offset) { return mended.offsets.to_original({offset, offset + 1}).begin; };
  if (normalised.nul.count > 0)
    warn("W502", original(normalised.nul.first),
         fmt::format("NUL byte at byte {} ({} in this article); replaced by U+FFFD",
                     base_offset + original(normalised.nul.first), occurrences(normalised.nul.count)));
  if (normalised.private_use.count > 0)
    warn("W503", original(normalised.private_use.first),
         fmt::format("private-use character at byte {} ({} in this article); replaced by U+FFFD",
                     base_offset + original(normalised.private_use.first), occurrences(normalised.private_use.count)));
  return document;
}

std::string Document::quote(Span original_span) const { return mend_utf8(original_span.in(original_)).text; }

LineColumn Document::locate(std::uint32_t original_offset) const {
  return locate_byte(original_, line_marks_, std::min(original_offset, static_cast<std::uint32_t>(original_.size())));
}

}  // namespace edgewise
