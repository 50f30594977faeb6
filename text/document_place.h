// SPDX-License-Identifier: Apache-2.0
// Stretches of articles as places that diagnostics can show.
#pragma once

#include "text/diagnostic.h"
#include "text/document.h"

namespace edgewise {

// The place in its file of a stretch of document.text(); what runs over several lines ends with the first of them.
// Cost: linear in the line.
Place place_in(const Document& document, Span span_of_text);

// Where a stretch of document.text() begins, as a place without a line to show, which may be as long as the document.
Place start_in(const Document& document, Span span_of_text);

}  // namespace edgewise
