// SPDX-License-Identifier: Apache-2.0
// Marks at line starts and along long lines.
#include "text/line_marks.h"

#include <algorithm>

#include <unicode/utf8.h>

namespace edgewise {
namespace {

constexpr std::size_t kStride = 4096;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// Moves past one code point or one broken stretch.
void step(std::string_view bytes, std::size_t& offset) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  UChar32 c = 0;
  U8_NEXT(data, offset, bytes.size(), c);
  static_cast<void>(c);
}

// Steps from line to line; each kind of line end is searched for only once over the whole text.
class LineEnds {
 public:
  explicit LineEnds(std::string_view bytes) : bytes_(bytes), feed_(find('\n', 0)), return_(find('\r', 0)) {}

  // Where the line behind the one that holds `offset` begins, or the size of the text.
  std::size_t next_line(std::size_t offset) {
    if (feed_ < offset) feed_ = find('\n', offset);
    if (return_ < offset) return_ = find('\r', offset);
    const std::size_t end = std::min(feed_, return_);
    if (end == bytes_.size()) return end;
    const bool both = return_ + 1 == feed_ && feed_ < bytes_.size();
    return both ? feed_ + 1 : end + 1;
  }

 private:
  std::size_t find(char end, std::size_t offset) const { return std::min(bytes_.find(end, offset), bytes_.size()); }

  std::string_view bytes_;
  std::size_t feed_, return_;
};

}  // namespace

std::vector<LineMark> mark_lines(std::string_view bytes, std::uint32_t first_line) {
  std::vector<LineMark> marks;
  std::size_t start = bytes.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  LineEnds ends(bytes);
  for (std::uint32_t line = first_line;; ++line) {
    marks.push_back({static_cast<std::uint32_t>(start), {line, 1}});
    const std::size_t end = ends.next_line(start);
    std::uint32_t column = 1;
    for (std::size_t i = start, marked = start; end - marked > kStride;) {
      step(bytes, i);
      ++column;
      if (i - marked < kStride) continue;
      marks.push_back({static_cast<std::uint32_t>(i), {line, column}});
      marked = i;
    }
    const bool more = end > start && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r');
    if (!more) return marks;
    start = end;
  }
}

LineColumn locate_byte(std::string_view bytes, const std::vector<LineMark>& marks, std::uint32_t offset) {
  auto after = std::upper_bound(marks.begin(), marks.end(), offset,
                                [](std::uint32_t at, const LineMark& mark) { return at < mark.offset; });
  if (after == marks.begin()) return marks.front().at;
  const LineMark& mark = *--after;
  LineColumn at = mark.at;
  for (std::size_t i = mark.offset; i < bytes.size(); ++at.column) {
    step(bytes, i);
    if (i > offset) break;
  }
  return at;
}

std::string_view line_around(std::string_view bytes, std::uint32_t offset) {
  const std::size_t before = offset == 0 ? std::string_view::npos : bytes.find_last_of("\r\n", offset - 1);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  const std::size_t end = std::min(bytes.find_first_of("\r\n", std::max<std::size_t>(begin, offset)), bytes.size());
  return bytes.substr(begin, end - begin);
}

}  // namespace edgewise
