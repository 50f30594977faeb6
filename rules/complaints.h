// SPDX-License-Identifier: Apache-2.0
// Gathers what is wrong with the files of a load, so that one run shows all of it in a sensible order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rule_file.h"
#include "text/diagnostic.h"

namespace edgewise {

// Complaints are ordered by file as the files were read, then by place. A file may cause 100 errors and 100 warnings at
// most; the rest is counted (E125), so that a broken file of any size gives an answer that can be read.
class Complaints {
 public:
  // `source` outlives this object and grows while files are read.
  explicit Complaints(const RuleSource& source) : source_(source) {}

  // About bytes [begin, end) of a scalar, or all of it.
  void error(std::string_view code, const Located& at, std::string message, std::string help,
             std::vector<DiagnosticNote> notes = {});
  void error(std::string_view code, const Located& at, std::size_t begin, std::size_t end, std::string message,
             std::string help, std::vector<DiagnosticNote> notes = {});
  // About a file that is not among the source's files, because it could not be read.
  void error(std::string_view code, const std::string& path, std::string message, std::string help);
  void warn(std::string_view code, const Located& at, std::string message, std::string help,
            std::vector<DiagnosticNote> notes = {});

  // A note that points at a scalar.
  DiagnosticNote note(const Located& at, std::string message) const { return {source_.place(at), std::move(message)}; }
  const RuleSource& source() const { return source_; }

  // Everything so far, sorted. The object is empty afterwards.
  Diagnostics take_errors() { return take(errors_); }
  Diagnostics take_warnings() { return take(warnings_); }

 private:
  struct Entry {
    std::size_t file;
    Diagnostic diagnostic;
  };
  struct Pile {
    std::vector<Entry> entries;
    std::vector<std::size_t> counts;  // by file, also of what was left out
  };
  bool has_room(Pile& pile, std::size_t file);
  Diagnostics take(Pile& pile);

  const RuleSource& source_;
  Pile errors_, warnings_;
};

}  // namespace edgewise
