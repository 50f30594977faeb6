// SPDX-License-Identifier: Apache-2.0
// Relations written one JSON object a line: gold files, and what other programs found.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/result.h"

namespace edgewise {

// One relation as somebody wrote it down.
struct RelationLine {
  std::string document, from, relation, to;
  std::string modality;    // empty: not said; otherwise one of kModalityNames
  bool optional = false;   // readers differ on it
  bool symmetric = false;  // marked as such; says nothing if false
  std::uint32_t line = 0;  // 1-based, of the article; 0: not said
  std::string evidence;    // words of the article; may be empty
  std::string rule;        // what found it; may be empty
  std::uint32_t file_line = 0;
};

// A document that a line speaks of as a whole.
struct DocumentLine {
  std::string id;
  std::optional<std::string> text;
};

struct RelationFile {
  std::vector<RelationLine> relations;  // in the order of the file
  std::vector<DocumentLine> documents;  // those with a text or a list of triples, in the order of the file
};

// Reads JSON Lines. A line is one relation,
//
//   {"doc": "a1", "from": "A", "relation": "r", "to": "B", "modality": "planned", "optional": true, "line": 3}
//
// or one document with its relations,
//
//   {"id": "a1", "text": "…", "triples": [{"head": "A", "rel": "r", "tail": "B"}]}
//
// and `doc` and `id`, `from` and `head`, `relation` and `rel`, `to` and `tail` mean the same everywhere. Other keys are
// passed over; empty lines too. Errors, all of the file's at once, at file:line: no JSON (E701), something missing or
// of the wrong shape (E702), an unknown modality (E703); after a hundred the rest is not looked at (E709). `file` is
// what diagnostics call it. Linear in the size.
Result<RelationFile> read_relation_lines(std::string_view bytes, const std::string& file);

}  // namespace edgewise
