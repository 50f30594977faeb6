// SPDX-License-Identifier: Apache-2.0
// The sentence in which a reader would look for a relation.
#pragma once

#include <string>

#include "eval/gold_set.h"
#include "eval/name_comparison.h"
#include "text/document.h"

namespace edgewise {

// The sentence of `document` on the gold's line (anywhere, if it names none) that holds the gold's evidence, else both
// names, else one of them, else the first on the line. Quoted from the original; empty if there is none.
std::string gold_sentence(const Document& document, const GoldRelation& gold, const NameGroups& groups);

}  // namespace edgewise
