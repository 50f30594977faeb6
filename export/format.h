// SPDX-License-Identifier: Apache-2.0
// The table of output formats: command line, help and tests iterate over it.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "text/result.h"

namespace edgewise {

struct KnowledgeGraph;

// Takes bytes of the output in order; false means that they could not be written and the writer should stop.
using ByteSink = std::function<bool(std::string_view)>;

struct ExportOptions {
  std::string generator = "edgewise";  // goes into <desc> and comments
  std::string provenance;              // digests of rules and input, one line; may be empty
  bool strict_graphml = false;         // leave out what the official schema does not know
};

struct Format {
  std::string_view name;     // "graphml"
  std::string_view ending;   // ".graphml"
  std::string_view summary;  // one phrase for --help
  // Streams the whole file. False if the sink gave up or the format could not be made; then `diagnostics` says why.
  bool (*write)(const KnowledgeGraph&, const ExportOptions&, const ByteSink&, Diagnostics& diagnostics);
};

// All formats, by name.
std::span<const Format> formats();

// The format for a file name's ending (case-insensitive) or a bare name, or null.
const Format* find_format(std::string_view file_or_name);

}  // namespace edgewise
