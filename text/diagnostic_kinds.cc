// SPDX-License-Identifier: Apache-2.0
// The catalogue of diagnostics, ordered by code; every room adds its rows here.
#include "text/diagnostic.h"

namespace edgewise {

const std::vector<DiagnosticKind>& diagnostic_kinds() {
  static const std::vector<DiagnosticKind> kDiagnosticKinds = {
      {"W501", "bytes of an article that are not UTF-8"},
      {"W502", "NUL bytes in an article"},
      {"W503", "private-use characters in an article"},
  };
  return kDiagnosticKinds;
}

}  // namespace edgewise
