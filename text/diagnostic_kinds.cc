// SPDX-License-Identifier: Apache-2.0
// The catalogue of diagnostics, ordered by code; every room adds its rows here.
#include "text/diagnostic.h"

namespace edgewise {

const std::vector<DiagnosticKind>& diagnostic_kinds() {
  static const std::vector<DiagnosticKind> kDiagnosticKinds = {
      {"E510", "an input that does not exist"},
      {"E511", "an input that cannot be read"},
      {"E512", "an input that is a pipe or a device"},
      {"E513", "an input of 4 GiB or more"},
      {"E514", "an input that is no text"},
      {"E515", "a folder without articles"},
      {"E516", "two inputs with one name"},
      {"E520", "a rule pack that cannot be found"},
      {"E601", "an output whose folder does not exist"},
      {"E602", "an output that may not be written"},
      {"E603", "an output that is a folder"},
      {"E604", "an output that could not be written to its end"},
      {"E605", "an output whose reader went away"},
      {"W501", "bytes of an article that are not UTF-8"},
      {"W502", "NUL bytes in an article"},
      {"W503", "private-use characters in an article"},
      {"W520", "an input given more than once"},
      {"W521", "a link to a folder inside a folder"},
      {"W522", "an input without text"},
  };
  return kDiagnosticKinds;
}

}  // namespace edgewise
