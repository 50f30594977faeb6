// SPDX-License-Identifier: Apache-2.0
// Errors of meaning, each at a place of a rule file.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "rules/rule_file.h"
#include "text/diagnostic.h"

namespace edgewise {

class RuleErrors {
 public:
  // Both outlive it.
  RuleErrors(const RuleSource& source, Diagnostics& diagnostics) : source_(source), diagnostics_(diagnostics) {}

  void add(std::string code, const Located& at, std::string message, std::string help,
           std::vector<DiagnosticNote> notes = {}) {
    diagnostics_.push_back(
        {Severity::error, std::move(code), source_.place(at), std::move(message), std::move(help), std::move(notes)});
  }

 private:
  const RuleSource& source_;
  Diagnostics& diagnostics_;
};

}  // namespace edgewise
