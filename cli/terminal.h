// SPDX-License-Identifier: Apache-2.0
// The two streams that people see, and how they like them.
#pragma once

#include <cstddef>
#include <string_view>

#include "text/diagnostic.h"

namespace edgewise {

// Writes to standard output and standard error. Colours are used on terminals unless NO_COLOR is set (to anything but
// nothing) or TERM is dumb. Not safe for concurrent use.
class Terminal {
 public:
  // Looks at the environment and at what the streams are connected to.
  static Terminal open();

  void print(std::string_view text);        // to standard output
  void print_error(std::string_view text);  // to standard error
  // Renders to standard error, each kind of warning at most a few dozen times; the rest are counted. Errors are all
  // shown.
  void report(const Diagnostics& diagnostics);
  // The same to standard output, all of them.
  void print(const Diagnostics& diagnostics);

  // True if standard output takes colours.
  bool coloured() const { return colour_output_; }
  // True if a line on standard error may be drawn over and over.
  bool animated() const { return animated_; }
  // Columns of standard error, 80 if unknown.
  std::size_t columns() const;

  // False if something could not be written to standard output, other than because its reader went away.
  [[nodiscard]] bool finish();

 private:
  bool colour_output_ = false, colour_error_ = false, animated_ = false;
  bool output_failed_ = false;
};

}  // namespace edgewise
