// SPDX-License-Identifier: Apache-2.0
// Rule files and tables as they come from disk: bounded, and known to be text.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "rules/complaints.h"
#include "rules/rule_file.h"

namespace edgewise {

// The bytes of a file of at most 64 MB. Complains at `named`, where the file is named, or else about the path, which is
// what a user gave. Devices, pipes and folders are not opened.
std::optional<std::string> load_bytes(const std::filesystem::path& path, const Located* named, Complaints& complaints);

// Adds a text to the files of `source`, under the name `path`, and returns its number. Complains about bytes that are
// not UTF-8, control characters and lines longer than 1 MB; nothing is then returned, though the file stays listed for
// its place.
std::optional<std::uint32_t> add_text(std::string path, std::string bytes, RuleSource& source, Complaints& complaints);

}  // namespace edgewise
