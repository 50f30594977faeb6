// SPDX-License-Identifier: Apache-2.0
// The year that an article leaves out where it names a day.
#pragma once

#include <string>
#include <string_view>

namespace edgewise {

// `--08-16` with the year that brings it nearest to `document_date`, if it lies within 92 days of it then. Anything
// else as it is, also where the document's date is not a day.
std::string with_nearest_year(std::string date, std::string_view document_date);

}  // namespace edgewise
