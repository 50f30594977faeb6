// SPDX-License-Identifier: Apache-2.0
// Turning a statement of a symmetric relation round.
#pragma once

#include "graph/statement.h"

namespace edgewise {

// The same evidence with `from` and `to` exchanged, also where `via` names an end.
Evidence seen_from_other_end(Evidence evidence);

}  // namespace edgewise
