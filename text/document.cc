// SPDX-License-Identifier: Apache-2.0
// Making a document: mend, normalise, split, and say what had to be mended.
#include "text/document.h"

#include <algorithm>

#include <fmt/format.h>

#include "text/mend_utf8.h"
#include "text/normalise.h"
#include "text/utf8.h"

namespace edgewise {
namespace {

constexpr std::size_t kLongestQuotedLine =
    std::size_t{16} * 1024;  // bytes; a diagnostic does not carry a larger line along

constexpr std::string_view kFullStop = "。";

// Without the blanks and full stops at both ends, which a title does not have.
std::string_view without_ends(std::string_view text) {
  for (std::size_t before = text.size() + 1; text.size() < before;) {
    before = text.size();
    for (const std::string_view mark : {std::string_view(" "), kFullStop}) {
      if (text.starts_with(mark)) text.remove_prefix(mark.size());
      if (text.ends_with(mark)) text.remove_suffix(mark.size());
    }
  }
  return text;
}

struct Trouble {
  std::string_view code, what;
  std::string_view help;
  std::uint32_t first = 0;  // byte of original()
  std::uint32_t count = 0;
};

Diagnostic describe(const Document& document, const Trouble& trouble) {
  const LineColumn at = document.locate(trouble.first);
  Diagnostic diagnostic;
  diagnostic.severity = Severity::warning;
  diagnostic.code = trouble.code;
  diagnostic.where = {document.file(), at.line, at.column, at.column + 1, {}};
  const std::string_view line = line_around(document.original(), trouble.first);
  if (line.size() <= kLongestQuotedLine) {
    std::string quoted = mend_utf8(line).text;
    if (quoted.starts_with("\xEF\xBB\xBF")) quoted.erase(0, 3);  // takes no column
    diagnostic.where.source_line = std::move(quoted);
  }
  const std::uint64_t byte = std::uint64_t{document.base_offset()} + trouble.first;
  diagnostic.message = trouble.count == 1
                           ? fmt::format("{} at byte {}, replaced by U+FFFD", trouble.what, byte)
                           : fmt::format("{} at byte {} and {} more in this document, each replaced by U+FFFD",
                                         trouble.what, byte, trouble.count - 1);
  diagnostic.help = trouble.help;
  return diagnostic;
}

}  // namespace

Document Document::make(std::string id, std::string bytes, std::string file, std::uint32_t base_offset,
                        std::uint32_t base_line) {
  Document document;
  document.id_ = std::move(id);
  document.file_ = file.empty() ? document.id_ : std::move(file);
  document.original_ = std::move(bytes);
  document.base_offset_ = base_offset;
  document.line_marks_ = mark_lines(document.original_, base_line);

  const Mended mended = mend_utf8(document.original_);
  Normalised normalised = normalise(mended.text);
  document.text_ = std::move(normalised.text);
  const bool broken = !mended.bad_offsets.empty();
  document.offsets_ = broken ? normalised.offsets.after(mended.offsets) : std::move(normalised.offsets);
  document.sentences_ = split_sentences(document.text_);
  const auto& sentences = document.sentences_;
  if (!sentences.empty() && sentences.front().kind == SentenceKind::title)
    document.title_ = sentences.front().span.in(document.text_);

  const auto report = [&](const Trouble& trouble) {
    if (trouble.count > 0) document.diagnostics_.push_back(describe(document, trouble));
  };
  const auto in_original = [&](const Finding& finding) {
    return mended.offsets.to_original({finding.first, finding.first + 1}).begin;
  };
  if (broken)
    report({"W501", "bytes that are not UTF-8", "save the file as UTF-8", mended.bad_offsets.front(),
            static_cast<std::uint32_t>(mended.bad_offsets.size())});
  report({"W502", "NUL byte", "", in_original(normalised.nul), normalised.nul.count});
  report({"W503", "private-use character", "", in_original(normalised.private_use), normalised.private_use.count});
  return document;
}

Document Document::without(std::span<const Span> stretches, std::string title) const {
  Document left = *this;
  for (const Span stretch : stretches) {
    std::fill_n(left.text_.begin() + stretch.begin, stretch.size(), ' ');
    if (stretch.size() >= kFullStop.size())
      left.text_.replace(stretch.end - kFullStop.size(), kFullStop.size(), kFullStop);
  }
  left.title_.clear();
  for (Sentence& sentence : left.sentences_) {
    const std::string_view rest = without_ends(sentence.span.in(left.text_));
    if (rest.empty()) continue;
    if (sentence.kind == SentenceKind::body) break;
    sentence.kind = SentenceKind::title;
    left.title_ = rest;
    break;
  }
  if (!title.empty()) left.title_ = std::move(title);
  return left;
}

std::string Document::quote(Span original_span) const { return mend_utf8(original_span.in(original_)).text; }

LineColumn Document::locate(std::uint32_t original_offset) const {
  return locate_byte(original_, line_marks_, original_offset);
}

}  // namespace edgewise
