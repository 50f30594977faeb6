// SPDX-License-Identifier: Apache-2.0
// The layout of a YAML file, line by line: indentation, blanks and brackets, but no values.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace edgewise {

struct YamlLayout {
  std::string text;                   // laid out anew
  std::vector<std::string> comments;  // each from its # on, in order
};

// Lays a file out anew. Made for well-formed files; of others the result may mean something else, which the caller has
// to find out. Never fails. Linear.
YamlLayout lay_out_yaml(std::string_view text);

}  // namespace edgewise
