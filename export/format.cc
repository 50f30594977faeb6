// SPDX-License-Identifier: Apache-2.0
// The table of output formats.
#include "export/format.h"

#include <algorithm>
#include <array>

#include "export/dot.h"
#include "export/graphml.h"
#include "export/svg.h"

namespace edgewise {
namespace {

constexpr std::array kFormats = {
    Format{"dot", ".dot", "a diagram for Graphviz", write_dot},
    Format{"graphml", ".graphml", "the whole graph for Gephi, networkx, igraph and others", write_graphml},
    Format{"svg", ".svg", "the diagram drawn, for browsers and documents", write_svg},
};

// ASCII only: endings are, and the locale must not matter.
char lower_case(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

std::span<const Format> formats() { return kFormats; }

const Format* find_format(std::string_view file_or_name) {
  std::string lower(file_or_name);
  std::transform(lower.begin(), lower.end(), lower.begin(), lower_case);
  const auto found = std::find_if(kFormats.begin(), kFormats.end(), [&](const Format& format) {
    return lower == format.name || lower.ends_with(format.ending);
  });
  return found == kFormats.end() ? nullptr : &*found;
}

}  // namespace edgewise
