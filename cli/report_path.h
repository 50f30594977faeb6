// SPDX-License-Identifier: Apache-2.0
// File names in reports for other programs, which want them relative to where the work is done.
#pragma once

#include <string>
#include <string_view>

namespace edgewise {

// `file` relative to the current folder, with `/` between its parts; absolute if it lies outside.
std::string report_path(std::string_view file);

// report_path() as a URI: a relative reference, or file:///… for a file outside the current folder. Bytes that URIs do
// not allow, and all that are not ASCII, are percent-encoded.
std::string report_uri(std::string_view file);

}  // namespace edgewise
