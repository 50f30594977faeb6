// SPDX-License-Identifier: Apache-2.0
// Rule files in their normal form.
#pragma once

#include <string>
#include <string_view>

#include "text/result.h"

namespace edgewise {

// The file `bytes` in its normal form: two columns for each level, one blank behind `-`, `:` and the commas of
// brackets, none inside brackets, no blanks at the ends of lines, at most one blank line in a row, line feeds.
// Comments, quotes, the order of keys and the insides of texts stay. Errors: the file is no YAML that rule files may
// hold, or its normal form would not say the same (E141); `path` is what they call it. Linear.
Result<std::string> format_rules(const std::string& path, std::string_view bytes);

}  // namespace edgewise
