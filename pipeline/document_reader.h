// SPDX-License-Identifier: Apache-2.0
// Finds and reads what the user wants read: files, folders, standard input.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "text/result.h"

namespace edgewise {

// One file to read.
struct InputFile {
  std::string name;  // what evidence calls it: the path as given, tidied; valid UTF-8 without control characters
  std::filesystem::path path;  // empty for standard input
  std::uint64_t bytes = 0;     // size when it was found; 0 for standard input
};

struct InputList {
  std::vector<InputFile> files;  // by name, each file once
  std::size_t refused = 0;       // inputs and folder entries that could not be used
  Diagnostics diagnostics;       // why, in the order of the inputs
};

// Files named in `inputs` are taken as they are; folders are walked, and their .txt and .md files taken. Names that
// start with a dot are passed over inside folders, and links to folders there are not followed (W521). `-` is standard
// input. A file reached twice is read once, under the shortest of its names (W520). The list does not depend on the
// order of `inputs`, only the order of the diagnostics does.
InputList find_inputs(std::span<const std::string> inputs);

// All bytes of the file. Errors: it is gone or may not be read (E510, E511), is a device, pipe or folder (E512), has 4
// GiB or more (E513), or holds something other than text (E514). Never waits for a writer, except on standard input.
Result<std::string> read_input(const InputFile& file);

}  // namespace edgewise
