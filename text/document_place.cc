// SPDX-License-Identifier: Apache-2.0
// From spans to lines and columns.
#include "text/document_place.h"

#include <algorithm>

namespace edgewise {

Place place_in(const Document& document, Span span_of_text) {
  const Span span = document.original_span(span_of_text);
  const std::string_view bytes = document.original();
  const std::size_t before = span.begin == 0 ? std::string_view::npos : bytes.rfind('\n', span.begin - 1);
  const auto line_begin = static_cast<std::uint32_t>(before == std::string_view::npos ? 0 : before + 1);
  auto line_end = static_cast<std::uint32_t>(std::min(bytes.find('\n', span.begin), bytes.size()));
  if (line_end > line_begin && bytes[line_end - 1] == '\r') --line_end;
  const LineColumn begin = document.locate(span.begin);
  const LineColumn end = document.locate(std::max(span.begin, std::min(span.end, line_end)));
  return {document.file(), begin.line, begin.column, end.column, document.quote({line_begin, line_end})};
}

Place start_in(const Document& document, Span span_of_text) {
  const LineColumn begin = document.locate(document.original_span(span_of_text).begin);
  return {document.file(), begin.line, begin.column, begin.column, {}};
}

}  // namespace edgewise
