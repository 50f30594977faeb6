// SPDX-License-Identifier: Apache-2.0
// Strings as XML character data and as attribute values.
#pragma once

#include <string_view>

#include "export/output_buffer.h"

namespace edgewise {

// Any bytes as the content of an element, cleaned. In a CDATA section where a reader would otherwise lose blanks or
// line ends beside escapes.
void write_xml_text(OutputBuffer& out, std::string_view text);

// Any bytes as the inside of a double-quoted attribute value, cleaned.
void write_xml_attribute(OutputBuffer& out, std::string_view text);

}  // namespace edgewise
