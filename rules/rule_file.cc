// SPDX-License-Identifier: Apache-2.0
// Places of scalars, worked out only when a diagnostic needs them.
#include "rules/rule_file.h"

#include <algorithm>

#include "text/utf8.h"

namespace edgewise {

Place RuleSource::place(const Located& scalar, std::size_t begin, std::size_t end) const {
  Place place;
  place.file = files[scalar.file].path;
  if (scalar.positions.empty()) return place;
  const auto at = [&](std::size_t byte) {
    if (scalar.positions.size() > 1) return scalar.positions[std::min(byte, scalar.positions.size() - 1)];
    Located::Position position = scalar.positions.front();
    const std::size_t inside = std::min(byte, scalar.text.size());
    position.column += static_cast<std::uint32_t>(count_code_points(std::string_view(scalar.text).substr(0, inside)));
    return position;
  };
  const Located::Position first = at(begin), last = at(end);
  place.line = first.line;
  place.column = first.column;
  place.end_column = last.line == first.line ? std::max(last.column, first.column + 1) : first.column + 1;
  const std::vector<std::string>& lines = files[scalar.file].lines;
  if (place.line > 0 && place.line <= lines.size()) place.source_line = lines[place.line - 1];
  return place;
}

}  // namespace edgewise
