// SPDX-License-Identifier: Apache-2.0
// A rule file to begin a new relation with.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace edgewise {

struct RelationRequest {
  std::string id;                     // "company-supplies"
  std::vector<std::string> from, to;  // types, at least one each
  std::string language = "zh";        // "zh" or "en"
  std::vector<std::string> imports;   // rule files that declare the types; without any, the new file declares them
  std::string schema;                 // where editors find the JSON Schema of rule files; may be empty
};

// Why `id` cannot be the name of a relation; empty if it can. Ids are words of small letters and digits with hyphens
// between them.
std::string relation_id_problem(std::string_view id);

// A rule file that passes check and test as it stands, with examples of both kinds and a word to replace. In the normal
// form of `edgewise fmt`.
std::string relation_template(const RelationRequest& request);

}  // namespace edgewise
