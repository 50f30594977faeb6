// SPDX-License-Identifier: Apache-2.0
// Any bytes make documents whose sentences lie in order within the text and lead back to the bytes.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "tests/fuzz/require.h"
#include "text/document.h"
#include "text/mend_utf8.h"

namespace edgewise {
namespace {

void check_document(const Document& document, std::string_view bytes) {
  EDGEWISE_REQUIRE(document.original() == bytes);
  std::uint32_t end = 0;
  for (const Sentence& sentence : document.sentences()) {
    EDGEWISE_REQUIRE(sentence.span.begin >= end && !sentence.span.empty());
    end = sentence.span.end;
    EDGEWISE_REQUIRE(end <= document.text().size());
    const Span original = document.original_span(sentence.span);
    EDGEWISE_REQUIRE(original.begin <= original.end && original.end <= bytes.size());
    const std::string quote = document.quote(original);
    EDGEWISE_REQUIRE(mend_utf8(quote).bad_offsets.empty());
    const LineColumn place = document.locate(original.begin);
    EDGEWISE_REQUIRE(place.line >= 1 && place.column >= 1);
  }
}

void check_split(std::string_view bytes, ArticleSplit how) {
  std::uint32_t end = 0;
  for (const Article& article : split_articles(bytes, how)) {
    EDGEWISE_REQUIRE(article.offset >= end && article.offset + article.bytes.size() <= bytes.size());
    EDGEWISE_REQUIRE(article.bytes.data() == bytes.data() + article.offset);
    end = article.offset + static_cast<std::uint32_t>(article.bytes.size());
    check_document(Document::make("fuzz", std::string(article.bytes), "fuzz.txt", article.offset, article.line),
                   article.bytes);
  }
}

}  // namespace
}  // namespace edgewise

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  edgewise::check_split(bytes, edgewise::ArticleSplit::automatic);
  edgewise::check_split(bytes, edgewise::ArticleSplit::none);
  return 0;
}
