// SPDX-License-Identifier: Apache-2.0
// A mistake in the user's input as a value: what, where, and what to do about it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace edgewise {

enum class Severity { error, warning };

// A stretch of one line of a file. Line and columns are 1-based, columns count code points; `line == 0` means the
// file as a whole. `source_line` is the whole line without its end, quoted under the message; may be empty.
struct Place {
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t end_column = 0;  // one past the last code point; at most the line's length + 1
  std::string source_line;
};

// A second place that explains the first ("first defined here").
struct DiagnosticNote {
  Place where;
  std::string message;
};

// `message` and `help` are lower-case phrases without a full stop. `code` is a row of kDiagnosticKinds.
struct Diagnostic {
  Severity severity = Severity::error;
  std::string code;
  Place where;
  std::string message;
  std::string help;
  std::vector<DiagnosticNote> notes;
};

using Diagnostics = std::vector<Diagnostic>;

// One line of the catalogue of everything Edgewise can complain about.
struct DiagnosticKind {
  std::string_view code;   // E… for errors, W… for warnings
  std::string_view title;  // what the kind is about, one phrase
};

// The catalogue, ordered by code. A test keeps docs/diagnostics.md in step with it.
const std::vector<DiagnosticKind>& diagnostic_kinds();

// True if any of `diagnostics` is an error.
bool has_errors(const Diagnostics& diagnostics);

// The message as people read it, several lines, ending in a newline:
//
//   packs/x.yaml:7:12: error[E104]: unknown type 'Compnay'
//     from: Compnay
//           ^~~~~~~
//     help: did you mean 'Company'?
//
// The caret stands right under double-width characters too (a tab counts as one column and is shown as a space).
// `colour` adds ANSI colours. Long source lines are cut around the caret to about 120 columns.
std::string render(const Diagnostic& diagnostic, bool colour = false);

// The candidate nearest to `word` by edit distance (in code points, at most a third of the word's length and at least
// one edit allowed), or an empty view. The view points into `candidates`.
std::string_view nearest_name(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace edgewise
