// SPDX-License-Identifier: Apache-2.0
// Ledgers of judged names as the user names them.
#pragma once

#include <string>
#include <vector>

#include "graph/identity_ledger.h"
#include "text/result.h"

namespace edgewise {

// Reads the files as one ledger, whatever their order. Errors of files and of what they hold come together; warnings
// are appended to `warnings`.
Result<IdentityLedger> load_ledgers(const std::vector<std::string>& paths, Diagnostics& warnings);

}  // namespace edgewise
