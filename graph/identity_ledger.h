// SPDX-License-Identifier: Apache-2.0
// What people have judged about names: which of them mean the same thing, and which do not.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "text/result.h"

namespace edgewise {

// A ledger as it lies in a file.
struct LedgerText {
  std::string file;  // what diagnostics call it
  std::string text;  // valid UTF-8
};

// Immutable and safe to share once read. The answer depends on the set of judgements, not on their order, so taking a
// line away undoes exactly what it did.
class IdentityLedger {
 public:
  // Reads tables with the columns `judgement` (same, different), `name`, `other` and, if wanted, `note`. `same` joins
  // the two names and all that is joined with them. Errors: a table that cannot be read (E801), an unknown judgement
  // (E802), names that are judged different although others join them (E803, with the lines that do). A judgement that
  // stands there twice is a warning (W801).
  static Result<IdentityLedger> read(const std::vector<LedgerText>& ledgers, Diagnostics& warnings);

  // The name that stands for `key` and all names joined with it; `key` itself if nobody judged it. Of joined names it
  // is the one that never stands in the column `other`; of several the smallest; if all stand there, the smallest of
  // all. The view lives as long as the ledger or `key`.
  std::string_view canonical(std::string_view key) const;

  bool empty() const { return canonical_.empty(); }

 private:
  std::map<std::string, std::string, std::less<>> canonical_;  // of joined names that another one stands for
};

}  // namespace edgewise
