// SPDX-License-Identifier: Apache-2.0
// Diagnostics as the workflow commands that GitHub shows beside the lines of a change.
#pragma once

#include <string>

#include "text/diagnostic.h"

namespace edgewise {

// One line, `::error file=…,line=…,col=…,endColumn=…,title=…::…`, with everything escaped that GitHub would take for
// its own. Help and notes follow the message behind escaped line breaks.
std::string github_annotation(const Diagnostic& diagnostic);

}  // namespace edgewise
