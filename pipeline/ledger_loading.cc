// SPDX-License-Identifier: Apache-2.0
// Files to ledger texts.
#include "pipeline/ledger_loading.h"

#include <algorithm>
#include <utility>

#include "pipeline/document_reader.h"
#include "pipeline/input_diagnostic.h"
#include "text/mend_utf8.h"

namespace edgewise {

Result<IdentityLedger> load_ledgers(const std::vector<std::string>& paths, Diagnostics& warnings) {
  std::vector<LedgerText> ledgers;
  Diagnostics errors;
  for (const std::string& path : paths) {
    Result<std::string> bytes = read_input({input_name(path), path, 0});
    if (bytes) {
      ledgers.push_back({input_name(path), mend_utf8(*bytes).text});
      continue;
    }
    for (Diagnostic& error : bytes.error()) {
      error.help = "without the whole ledger nothing is read";
      errors.push_back(std::move(error));
    }
  }
  Result<IdentityLedger> ledger = IdentityLedger::read(ledgers, warnings);
  if (!ledger) std::move(ledger.error().begin(), ledger.error().end(), std::back_inserter(errors));
  if (!errors.empty()) return tl::make_unexpected(std::move(errors));
  return ledger;
}

}  // namespace edgewise
