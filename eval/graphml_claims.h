// SPDX-License-Identifier: Apache-2.0
// A graph that lies in a GraphML file as claims about documents.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "eval/claim.h"
#include "text/result.h"

namespace edgewise {

// Reads GraphML, ours or other programs': the node's `label` is its name (its id without one), the edge's `relation` is
// needed, edges without it are passed over; `modality`, `symmetric` (yes), `docs` (separated by `;`) and `evidence` (as
// edgewise writes it) are used where they are there. An edge makes a claim for each of its documents; if it names none,
// or if `document` is not empty, one claim for `document`. Errors: no XML or no GraphML (E706), an edge to a node that
// is not there (E707). Entities of a DOCTYPE are not expanded.
Result<std::vector<Claim>> read_graphml_claims(std::string_view bytes, const std::string& file,
                                               const std::string& document);

}  // namespace edgewise
