// SPDX-License-Identifier: Apache-2.0
// Recognising where a headline in the middle of a file opens a new article.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace edgewise {

// A line of a file as given: any encoding, without its end.
struct FileLine {
  std::string_view text;
  std::uint32_t offset = 0;
};

// Indices of the lines that are headlines of a further article; the first article's own is not among them.
//
// A file is divided only if its first line is a headline itself. A line in it is one if all of this holds:
// - the paragraph before it is finished, and the article so far has at least two;
// - blank lines stand around it, if the file has any;
// - it has the shape of a headline: 24 to 120 columns, no mark at its end, no bullet or number in front, no full stop
// inside, and
//   a colon, comma, question mark, dash or blank that parts it in two (English: or capitals on most long words);
// - the paragraphs behind it read like the top of an article: a date or dateline, a byline, a summary in bullets, or a
// caption or lede
//   that is repeated soon after (alone, or at the beginning of a paragraph).
std::vector<std::size_t> find_headlines(const std::vector<FileLine>& lines);

}  // namespace edgewise
