// SPDX-License-Identifier: Apache-2.0
// Lines of normalised text gathered into paragraphs.
#pragma once

#include <string_view>
#include <vector>

#include "text/span.h"

namespace edgewise {

struct Paragraph {
  Span span;                // without the blanks around it; never empty
  bool whole_line = false;  // exactly one line of the text
};

// By the rules in text/sentence.h. Everything that is not blank lies in one of them. Linear.
std::vector<Paragraph> split_paragraphs(std::string_view text);

}  // namespace edgewise
